// A segment as it can be kept: beside its columns its own dictionaries, so that any index can take it in without reading a person.
import { fullBits } from './bits.ts'
import type { Facets } from './facets.ts'
import { startValueSets } from './facets.ts'
import { startNameParts } from './name-ranks.ts'
import { sortRuns } from './number-text.ts'
import { type Ground, type Holders, type Indexable, namePartReader, type Segment, startSegment } from './segment.ts'
import { type ListedWord, startVocabulary } from './vocabulary.ts'

/** Numbers in the columns are places in the dictionaries. */
export type StoredSegment = {
  readonly words: readonly ListedWord[]
  readonly nameKeys: readonly string[]
  readonly hamlets: readonly (readonly string[])[]
  /** The value sets of each facet. */
  readonly values: readonly (readonly (readonly string[])[])[]
  readonly birth: Uint32Array
  readonly hamlet: Uint16Array
  readonly given: Uint16Array
  readonly middle: Uint16Array
  readonly family: Uint16Array
  readonly facets: readonly Uint16Array[]
  readonly wordBegins: Uint32Array
  readonly wordPlaces: Uint16Array
  /** As in NumberText; the runs are found again sooner than they are read. */
  readonly text: Uint8Array
  readonly textBegins: Uint32Array
}

/** An empty index's common ground. */
export function startGround<P>(facets: Facets<P, string>): Ground<P> {
  return {
    vocabulary: startVocabulary(),
    nameParts: startNameParts(),
    hamlets: startValueSets(),
    facets: Object.values(facets).map((read) => ({ read, sets: startValueSets() })),
  }
}

/**
 * Starts a segment that shall be kept; it takes at most segmentSize people, so that two bytes hold every number in it.
 * @param facets in the order in which an index has them.
 */
export function startStoredSegment<P extends Indexable>(
  facets: Facets<P, string>,
): { add: (person: P) => void; seal: () => StoredSegment } {
  const ground = startGround(facets)
  const writer = startSegment(ground, namePartReader(ground))
  return {
    add: writer.add,
    seal() {
      const { birth, hamlet, given, middle, family, facets: columns, wordBegins, wordPlaces, numbers } = writer.seal()
      return {
        words: Array.from({ length: ground.vocabulary.size() }, (_, id) => ground.vocabulary.word(id)),
        nameKeys: ground.nameParts.keys(),
        hamlets: ground.hamlets.all(),
        values: ground.facets.map(({ sets }) => sets.all()),
        birth,
        hamlet: Uint16Array.from(hamlet),
        given: Uint16Array.from(given),
        middle: Uint16Array.from(middle),
        family: Uint16Array.from(family),
        facets: columns.map((column) => Uint16Array.from(column)),
        wordBegins,
        wordPlaces,
        text: numbers.text,
        textBegins: numbers.begins,
      }
    },
  }
}

/** Takes a stored segment into an index. @param holders whose it is, by their places in it. */
export function adoptSegment<P>(ground: Ground<P>, stored: StoredSegment, holders: Holders<P>): Segment<P> {
  const parts = stored.nameKeys.map((key) => ground.nameParts.enterKey(key))
  const hamlets = stored.hamlets.map((values) => ground.hamlets.enter(values))
  const words = stored.words.map(({ syllable, tonesUnknown }) => ground.vocabulary.enter(syllable, tonesUnknown))
  return {
    ...holders,
    live: fullBits(holders.size),
    birth: stored.birth,
    hamlet: renumbered(stored.hamlet, hamlets),
    given: renumbered(stored.given, parts),
    middle: renumbered(stored.middle, parts),
    family: renumbered(stored.family, parts),
    facets: ground.facets.map(({ sets }, facet) => {
      const numbers = (stored.values[facet] ?? []).map((values) => sets.enter(values))
      return renumbered(stored.facets[facet] ?? new Uint16Array(holders.size), numbers)
    }),
    ...regrouped(stored, words, ground.vocabulary.size()),
    numbers: sortRuns(stored.text, stored.textBegins),
  }
}

function renumbered(column: Uint16Array, numbers: readonly number[]): Uint32Array {
  const table = Uint32Array.from(numbers)
  const result = new Uint32Array(column.length)
  for (let at = 0; at < column.length; at += 1) result[at] = table[column[at] ?? 0] ?? 0
  return result
}

/** The places of each word, in the order of the ground's numbers. */
function regrouped({ wordBegins, wordPlaces }: StoredSegment, words: readonly number[], size: number) {
  const localOf = new Int32Array(size).fill(-1)
  for (const [local, id] of words.entries()) localOf[id] = local
  const begins = new Uint32Array(size + 1)
  const places = new Uint16Array(wordPlaces.length)
  let total = 0
  for (let id = 0; id < size; id += 1) {
    begins[id] = total
    const local = localOf[id] ?? -1
    if (local === -1) continue
    const some = wordPlaces.subarray(wordBegins[local], wordBegins[local + 1])
    places.set(some, total)
    total += some.length
  }
  begins[size] = total
  return { wordBegins: begins, wordPlaces: places }
}
