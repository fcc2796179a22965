// Chance that can be repeated: everything that follows from a seed.

export type Chance = {
  /** In [0, 1). */
  next: () => number
  /** Whole number in [0, below). */
  whole: (below: number) => number
  happens: (probability: number) => boolean
  pick: <T>(from: readonly T[]) => T
  bytes: (count: number) => Uint8Array
}

/** mulberry32. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (below: number) => Math.floor(next() * below)
  return {
    next,
    whole,
    happens: (probability) => next() < probability,
    pick: (from) => {
      const one = from[whole(from.length)]
      if (one === undefined) throw new Error('nothing to pick from')
      return one
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => whole(256)),
  }
}
