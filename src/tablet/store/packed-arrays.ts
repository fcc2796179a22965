// Rows of numbers and what goes with them as one run of bytes, so that reading them back is looking at them.
import { type Bytes, fromUtf8, utf8 } from '../../protocol/bytes.ts'

export type Numbers = Uint8Array | Uint16Array | Uint32Array
type Kind = 1 | 2 | 4

/** @param head whatever JSON can say. */
export function packArrays(head: unknown, arrays: readonly Numbers[]): Bytes {
  const shapes = arrays.map((array) => [array.BYTES_PER_ELEMENT, array.length])
  const json = utf8(JSON.stringify([shapes, head]))
  const begin = aligned(4 + json.length)
  const packed: Bytes = new Uint8Array(arrays.reduce((sum, array) => aligned(sum + array.byteLength), begin))
  new DataView(packed.buffer).setUint32(0, json.length, true)
  packed.set(json, 4)
  let at = begin
  for (const array of arrays) {
    packed.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at)
    at = aligned(at + array.byteLength)
  }
  return packed
}

/**
 * @param packed from packArrays, at the beginning of its buffer; the arrays look into it.
 * @returns null when there is less than was packed.
 */
export function unpackArrays(packed: Bytes): { head: unknown; arrays: Numbers[] } | null {
  if (packed.length < 4) return null
  const length = new DataView(packed.buffer, packed.byteOffset).getUint32(0, true)
  if (packed.length < 4 + length) return null
  const [shapes, head] = JSON.parse(fromUtf8(packed.subarray(4, 4 + length))) as [[Kind, number][], unknown]
  let at = aligned(4 + length)
  const arrays: Numbers[] = []
  for (const [kind, count] of shapes) {
    if (at + kind * count > packed.length) return null
    arrays.push(lookAt(packed.buffer, at, kind, count))
    at = aligned(at + kind * count)
  }
  return { head, arrays }
}

function lookAt(buffer: ArrayBuffer, at: number, kind: Kind, count: number): Numbers {
  if (kind === 1) return new Uint8Array(buffer, at, count)
  return kind === 2 ? new Uint16Array(buffer, at, count) : new Uint32Array(buffer, at, count)
}

function aligned(length: number): number {
  return (length + 3) & ~3
}
