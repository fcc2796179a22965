// Offline search over a list in memory: exact, and answered between two frames over fifty thousand people.
import { countBits, dropBit, eachBit, hasBit } from './bits.ts'
import {
  countsByValue,
  type FacetCounts,
  type Facets,
  type Narrowing,
  startValueSets,
  type ValueSets,
} from './facets.ts'
import { type ListOrder, orderPeople } from './list-order.ts'
import { askWords, distanceAt, matchSegment } from './match-segment.ts'
import { startNameParts } from './name-ranks.ts'
import { parseQuery } from './search-query.ts'
import { type Ground, type Indexable, namePartReader, type Segment, segmentSize, startSegment } from './segment.ts'
import { startVocabulary } from './vocabulary.ts'

export type SearchQuestion<Name extends string> = {
  text: string
  order?: 'name' | 'hamlet'
  narrowing?: Narrowing<Name>
}

export type Found<P, Name extends string> = {
  /**
   * Everybody who answers every typed word and the narrowing. By name: those who answer just as it was typed (tones, year of
   * birth) stand first, and within that by name. By hamlet: the same within each hamlet.
   */
  readonly people: readonly P[]
  /** Where each hamlet begins among them, in the order of hamlets; the name is empty for those without one. */
  readonly hamlets: readonly { readonly name: string; readonly from: number }[]
  readonly counts: FacetCounts<Name>
}

export type SearchIndex<P, Name extends string> = {
  /** How many people it answers for. */
  size: () => number
  /**
   * Brings the index to a list; people that are still the same objects stay as they are. Each `yield` is a place where the
   * caller may let the page breathe; until the end the index answers for those it has. An unfinished run is simply dropped.
   */
  follow: (people: readonly P[]) => Generator<undefined, void>
  /** Reads the facets of these people again. */
  refile: (people: Iterable<P>) => void
  search: (question: SearchQuestion<Name>) => Found<P, Name>
}

/** So many people are read between two places to breathe: well under a millisecond. */
const breath = 64
/** A change of so few people is taken in at once, so that nobody is missing meanwhile. */
const atOnce = 512
/** Segments that lost or never had many people are put together when there are more of them. */
const smallSegments = 8

/** More than any place in a segment. */
const placesApart = 1 << 16

/** Where a distance would stand: not found. */
const isNot = 255

/** Starts an empty index. @param facets what its results can be narrowed to, each read once from a person. */
export function startSearchIndex<P extends Indexable, Name extends string>(
  facets: Facets<P, Name>,
): SearchIndex<P, Name> {
  const names = Object.keys(facets) as Name[]
  const ground: Ground<P> = {
    vocabulary: startVocabulary(),
    nameParts: startNameParts(),
    hamlets: startValueSets(),
    facets: names.map((name) => ({ read: facets[name], sets: startValueSets() })),
  }
  const readPart = namePartReader(ground)
  const segments = new Map<number, Segment<P>>()
  /** Which segment a person is in, and where: `segment * placesApart + place`. */
  const places = new Map<P, number>()
  let lastSegment = 0
  let order: ListOrder<P> | null = null

  function placeOf(person: P): { segment: Segment<P>; place: number } | null {
    const known = places.get(person)
    const segment = known === undefined ? undefined : segments.get(Math.floor(known / placesApart))
    return known === undefined || segment === undefined ? null : { segment, place: known % placesApart }
  }

  /** Makes segments of people; they count from the moment of being made. */
  function* add(people: readonly P[], isQuick: boolean): Generator<undefined, void> {
    for (let from = 0; from < people.length; from += segmentSize) {
      const writer = startSegment(ground, readPart)
      for (const person of people.slice(from, from + segmentSize)) {
        writer.add(person)
        if (!isQuick && writer.size() % breath === 0) yield
      }
      const segment = writer.seal()
      lastSegment += 1
      segments.set(lastSegment, segment)
      for (const [place, person] of segment.people.entries()) places.set(person, lastSegment * placesApart + place)
      order = null
      if (!isQuick) yield
    }
  }

  function leave(person: P): void {
    const stood = placeOf(person)
    if (stood) dropBit(stood.segment.live, stood.place)
    places.delete(person)
  }

  /** Puts small segments together, so that a long day of small changes stays quick. */
  function* tidy(): Generator<undefined, void> {
    const small = [...segments].filter(([, { live }]) => countBits(live) < segmentSize / 8)
    if (small.length <= smallSegments) return
    const people = small.flatMap(([, segment]) => segment.people.filter((_, place) => hasBit(segment.live, place)))
    yield* add(people, true)
    for (const [number] of small) segments.delete(number)
  }

  function narrowedBy(narrowing: Narrowing<Name>) {
    return names.flatMap((name, facet) => {
      const value = narrowing[name] ?? ''
      return value === '' ? [] : [{ facet, has: ground.facets[facet]?.sets.having(value) ?? new Uint8Array(0) }]
    })
  }

  return {
    size: () => places.size,
    *follow(people) {
      const still = new Set<P>()
      const newcomers: P[] = []
      for (const person of people) {
        if (places.has(person)) still.add(person)
        else newcomers.push(person)
      }
      const isQuick = newcomers.length <= atOnce
      if (still.size < places.size) {
        for (const person of places.keys()) if (!still.has(person)) leave(person)
      }
      yield* add(newcomers, isQuick)
      yield* tidy()
    },
    refile(people) {
      for (const person of people) {
        const stood = placeOf(person)
        for (const [facet, { read, sets }] of ground.facets.entries()) {
          const column = stood?.segment.facets[facet]
          if (stood && column) column[stood.place] = sets.enter(read(person))
        }
      }
    },
    search({ text, order: wanted = 'name', narrowing }) {
      order ??= orderPeople([...segments.values()], ground.nameParts, ground.hamlets)
      const asked = askWords(ground.vocabulary, parseQuery(text))
      const narrowed = narrowing === undefined ? [] : narrowedBy(narrowing)
      const countOfSets = ground.facets.map(({ sets }) => new Uint32Array(sets.size()))
      const distances = new Uint8Array(order.people.length).fill(isNot)
      let base = 0
      for (const segment of segments.values()) {
        const first = base
        base += segment.people.length
        const matches = matchSegment(segment, asked)
        if (matches === null) continue
        const { facets: columns } = segment
        eachBit(matches.found, (place) => {
          let misses = 0
          let missed = 0
          for (const { facet, has } of narrowed) {
            if (has[columns[facet]?.[place] ?? 0] === 1) continue
            misses += 1
            missed = facet
          }
          if (misses > 1) return
          if (misses === 0) distances[first + place] = distanceAt(matches, place)
          // A facet's counts tell what choosing another value of it would show.
          for (let facet = misses === 0 ? 0 : missed; facet < columns.length; facet += misses === 0 ? 1 : Infinity) {
            const counts = countOfSets[facet]
            const set = columns[facet]?.[place] ?? 0
            if (counts) counts[set] = (counts[set] ?? 0) + 1
          }
        })
      }
      const counts = Object.fromEntries(
        names.map((name, facet) => {
          const sets = ground.facets[facet]?.sets
          return [
            name,
            sets ? countsByValue(sets, countOfSets[facet] ?? new Uint32Array(0)) : new Map<string, number>(),
          ]
        }),
      ) as Record<Name, Map<string, number>>
      return { ...inOrder(order, wanted, distances, ground.hamlets), counts }
    },
  }
}

/** Those who were found, the nearest first: over the whole list, or within each hamlet. */
function inOrder<P>(
  { people, byName, byHamlet, hamletOf }: ListOrder<P>,
  wanted: 'name' | 'hamlet',
  distances: Uint8Array,
  hamletNames: ValueSets,
): Pick<Found<P, never>, 'people' | 'hamlets'> {
  const found: P[] = []
  const hamlets: { name: string; from: number }[] = []
  let farther: P[][] = []
  let hamlet = -1
  const settle = () => {
    for (const some of farther) for (const person of some ?? []) found.push(person)
    farther = []
  }
  for (const at of wanted === 'name' ? byName : byHamlet) {
    const distance = distances[at] ?? isNot
    if (distance === isNot) continue
    if (wanted === 'hamlet' && hamletOf[at] !== hamlet) {
      settle()
      hamlet = hamletOf[at] ?? 0
      hamlets.push({ name: hamletNames.valuesOf(hamlet)[0] ?? '', from: found.length })
    }
    const person = people[at] as P
    if (distance === 0) found.push(person)
    else (farther[distance] ??= []).push(person)
  }
  settle()
  return { people: found, hamlets }
}
