// Numbers in a row whose count is not known beforehand, without an object for each.

export type GrowingNumbers = {
  readonly length: number
  push: (value: number) => void
  /** What was pushed; valid until the next push. */
  values: () => Uint32Array
  clear: () => void
}

/** Starts an empty row of whole numbers from 0 to 2^32 - 1. */
export function growingNumbers(): GrowingNumbers {
  let kept = new Uint32Array(256)
  let length = 0
  return {
    get length() {
      return length
    },
    push(value) {
      if (length === kept.length) {
        const larger = new Uint32Array(kept.length * 2)
        larger.set(kept)
        kept = larger
      }
      kept[length] = value
      length += 1
    },
    values: () => kept.subarray(0, length),
    clear() {
      length = 0
    },
  }
}
