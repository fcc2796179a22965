// How many of the found have each set of values of a facet: by whole sets of people, or person by person where few were found.
import { addBit, countBits, countCommon, dropBit, emptyBits, keepCommon } from './bits.ts'

/** One facet of one segment. */
export type FacetColumn = {
  /** Does what the first question would have to wait for. */
  readonly prepare: () => void
  /** Files somebody under another set. */
  readonly file: (place: number, set: number) => void
  /** Adds to `counts`, by number of the set, those who are among the people. */
  readonly count: (people: Uint32Array, counts: Uint32Array) => void
  /** Keeps in `people` those whose set is wanted: `has` is 1 for it. */
  readonly keep: (people: Uint32Array, has: Uint8Array) => void
}

/** Looking at one person costs about as much as looking at so many words of bits. */
const wordsOfPerson = 2

/** Every key of a search comes by here for everybody who was found, so the loop over the bits stands here and calls nothing. */
function countOneByOne(people: Uint32Array, column: Uint32Array, counts: Uint32Array): void {
  for (let at = 0; at < people.length; at += 1) {
    let rest = (people[at] ?? 0) | 0
    while (rest !== 0) {
      const set = column[at * 32 + 31 - Math.clz32(rest & -rest)] ?? 0
      counts[set] = (counts[set] ?? 0) + 1
      rest &= rest - 1
    }
  }
}

/** @param column the set of each person; taken over. */
export function facetColumn(column: Uint32Array): FacetColumn {
  /** Who has which set; made when it is first asked for. */
  let having: Map<number, Uint32Array> | null = null

  function whoHas(): Map<number, Uint32Array> {
    if (having !== null) return having
    having = new Map()
    for (let place = 0; place < column.length; place += 1) put(having, place, column[place] ?? 0)
    return having
  }

  function put(into: Map<number, Uint32Array>, place: number, set: number): void {
    let bits = into.get(set)
    if (bits === undefined) {
      bits = emptyBits(column.length)
      into.set(set, bits)
    }
    addBit(bits, place)
  }

  return {
    prepare: () => void whoHas(),
    file(place, set) {
      if (having !== null) {
        dropBit(having.get(column[place] ?? 0) ?? emptyBits(column.length), place)
        put(having, place, set)
      }
      column[place] = set
    },
    count(people, counts) {
      const sets = whoHas()
      if (countBits(people) * wordsOfPerson < sets.size * people.length) {
        countOneByOne(people, column, counts)
        return
      }
      for (const [set, bits] of sets) counts[set] = (counts[set] ?? 0) + countCommon(people, bits)
    },
    keep(people, has) {
      const wanted = emptyBits(column.length)
      for (const [set, bits] of whoHas()) {
        if (has[set] !== 1) continue
        for (let at = 0; at < bits.length; at += 1) wanted[at] = (wanted[at] ?? 0) | (bits[at] ?? 0)
      }
      keepCommon(people, wanted)
    },
  }
}
