// Numbers that look random and are the same at every start, so that the demo's people keep their names.

export type SeededNumbers = {
  /** A whole number from 0 to below `limit`. */
  below: (limit: number) => number
  chance: (probability: number) => boolean
  pick: <T>(things: readonly T[]) => T
  /** One of the things, more often the heavier ones. */
  pickWeighted: <T>(things: readonly (readonly [thing: T, weight: number])[]) => T
}

/** The mulberry32 generator. */
export function seededNumbers(seed: number): SeededNumbers {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <T>(things: readonly T[]): T => {
    const thing = things[below(things.length)]
    if (thing === undefined) throw new Error('nothing to pick from')
    return thing
  }
  return {
    below,
    pick,
    chance: (probability) => next() < probability,
    pickWeighted: (things) => {
      let left = next() * things.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [thing, weight] of things) {
        left -= weight
        if (left < 0) return thing
      }
      return pick(things)[0]
    },
  }
}
