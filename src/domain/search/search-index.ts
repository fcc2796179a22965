// Offline search over a list in memory. A plain walk over keys that are made once: exact, and quick enough for a commune.
import { nameSortKey } from '../name-sort-key.ts'
import { closenessOf, type Findable, type SearchKeys, searchKeysOf } from './find-matches.ts'
import { parseQuery } from './search-query.ts'
import { type Syllable, syllableReader } from './syllable.ts'

/** Anything that has a person to be found by. */
export type Indexable = { readonly beneficiary: Findable & { id: string } }

type Entry<P> = { person: P; keys: SearchKeys; nameKey: string; hamletKey: string }

export type SearchIndex<P> = {
  /** In the order of Vietnamese lists. */
  byName: readonly Entry<P>[]
  /** By hamlet, and within it by name; those without a hamlet last. */
  byHamlet: readonly Entry<P>[]
}

const numeric = new Intl.Collator('vi', { numeric: true })

function entryOf<P extends Indexable>(person: P, readWords: (text: string) => Syllable[]): Entry<P> {
  const { beneficiary } = person
  const keys = searchKeysOf(beneficiary, readWords)
  return { person, keys, nameKey: nameSortKey(beneficiary.name), hamletKey: beneficiary.hamlet ?? '' }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Rank of each hamlet, so that a long list is sorted by numbers and not by a collator. */
function hamletRanks(hamlets: Iterable<string>): Map<string, number> {
  const sorted = [...new Set(hamlets)].sort((a, b) => Number(a === '') - Number(b === '') || numeric.compare(a, b))
  return new Map(sorted.map((hamlet, rank) => [hamlet, rank]))
}

/**
 * Makes the index of a list.
 * @param before the index of the list as it was: people that are still the same objects keep their keys.
 */
export function indexPeople<P extends Indexable>(people: readonly P[], before?: SearchIndex<P>): SearchIndex<P> {
  const known = new Map(before?.byName.map((entry) => [entry.person, entry]))
  const readWords = syllableReader()
  const entries = people.map((person) => known.get(person) ?? entryOf(person, readWords))
  const byName = entries.toSorted(
    (a, b) => compareText(a.nameKey, b.nameKey) || compareText(a.person.beneficiary.id, b.person.beneficiary.id),
  )
  const ranks = hamletRanks(entries.map(({ hamletKey }) => hamletKey))
  const rankOf = (entry: Entry<P>) => ranks.get(entry.hamletKey) ?? 0
  return { byName, byHamlet: byName.toSorted((a, b) => rankOf(a) - rankOf(b)) }
}

/** Indexes a list that changes: each time, people that are still the same objects keep their keys. */
export function makeIndexer<P extends Indexable>(): (people: readonly P[]) => SearchIndex<P> {
  let before: SearchIndex<P> | undefined
  return (people) => (before = indexPeople(people, before))
}

export type SearchOptions<P> = {
  order?: 'name' | 'hamlet'
  /** Only people for whom this holds. */
  keep?: ((person: P) => boolean) | undefined
}

/**
 * Everybody who answers every typed word. Those who answer just as it was typed (tones, year of birth) stand first; within that the
 * chosen order holds.
 */
export function searchPeople<P extends Indexable>(
  index: SearchIndex<P>,
  text: string,
  { order = 'name', keep }: SearchOptions<P> = {},
): P[] {
  const words = parseQuery(text)
  const byDistance: P[][] = []
  candidates: for (const { person, keys } of order === 'name' ? index.byName : index.byHamlet) {
    let distance = 0
    for (const word of words) {
      const closeness = closenessOf(keys, word)
      if (closeness === null) continue candidates
      distance += closeness
    }
    if (keep === undefined || keep(person)) (byDistance[distance] ??= []).push(person)
  }
  return byDistance.flat()
}
