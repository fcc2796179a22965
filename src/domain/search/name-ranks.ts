// The order of Vietnamese lists by whole numbers: a sort key is made once for each different part of a name, and fifty thousand
// people are then sorted by counting.
import { keyOfNamePart } from '../name-sort-key.ts'

export type NameParts = {
  /** Enters a part of a name (given, middle or family) as it is written; equal spellings get the same number. */
  enter: (part: string) => number
  /** Enters a part by its sort key. */
  enterKey: (key: string) => number
  /** The sort keys of all parts, by their numbers. */
  keys: () => readonly string[]
  /** The rank of each part among all of them, by its number; parts that differ only in capitals share one. */
  ranks: () => { rankOf: Uint32Array; count: number }
}

/** Starts an empty collection of parts of names. */
export function startNameParts(): NameParts {
  const idOf = new Map<string, number>()
  const idOfKey = new Map<string, number>()
  const keys: string[] = []
  let ranked: { rankOf: Uint32Array; count: number } = { rankOf: new Uint32Array(0), count: 0 }
  return {
    enter(part) {
      const known = idOf.get(part)
      if (known !== undefined) return known
      idOf.set(part, keys.length)
      return keys.push(keyOfNamePart(part)) - 1
    },
    enterKey(key) {
      const known = idOfKey.get(key)
      if (known !== undefined) return known
      idOfKey.set(key, keys.length)
      return keys.push(key) - 1
    },
    keys: () => keys,
    ranks() {
      if (ranked.rankOf.length !== keys.length) ranked = rank(keys)
      return ranked
    },
  }
}

function rank(keys: readonly string[]): { rankOf: Uint32Array; count: number } {
  const different = [...new Set(keys)].sort((a, b) => (a < b ? -1 : 1))
  const places = new Map(different.map((key, place) => [key, place]))
  return { rankOf: Uint32Array.from(keys, (key) => places.get(key) ?? 0), count: different.length }
}

/**
 * Sorts by counting; what is equal stays in the order it was in.
 * @param order numbers of things. @param rankOf the rank of each thing, below `ranks`.
 */
export function sortedByRank(order: Uint32Array, rankOf: Uint32Array, ranks: number): Uint32Array {
  const next = new Uint32Array(ranks + 1)
  for (let at = 0; at < order.length; at += 1) {
    const rank = (rankOf[order[at] ?? 0] ?? 0) + 1
    next[rank] = (next[rank] ?? 0) + 1
  }
  for (let rank = 1; rank <= ranks; rank += 1) next[rank] = (next[rank] ?? 0) + (next[rank - 1] ?? 0)
  const sorted = new Uint32Array(order.length)
  for (let at = 0; at < order.length; at += 1) {
    const thing = order[at] ?? 0
    const rank = rankOf[thing] ?? 0
    sorted[next[rank] ?? 0] = thing
    next[rank] = (next[rank] ?? 0) + 1
  }
  return sorted
}
