// Offline search over a list in memory: exact, and answered between two frames over fifty thousand people.
import { countBits, dropBit, eachBit, hasBit } from './bits.ts'
import { type FacetColumn, facetColumn } from './facet-counts.ts'
import { countsByValue, type FacetCounts, type Facets, type Narrowing } from './facets.ts'
import { putInOrder, type Row } from './found-people.ts'
import { type ListOrder, orderPeople } from './list-order.ts'
import { type AskedWord, eachLesser, matchSegment, startAsking } from './match-segment.ts'
import { parseQuery } from './search-query.ts'
import { type Holders, type Indexable, namePartReader, type Segment, segmentSize, startSegment } from './segment.ts'
import { adoptSegment, startGround, type StoredSegment } from './stored-segment.ts'

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
  readonly people: Row<P>
  /** Where each hamlet begins among them, in the order of hamlets; the name is empty for those without one. */
  readonly hamlets: readonly { readonly name: string; readonly from: number }[]
  readonly counts: FacetCounts<Name>
}

/** People of whom a segment was stored: nobody of them needs to be read. */
export type Block<P> = Holders<P> & {
  readonly segment: StoredSegment
  /** Those who have not left; others may leave. */
  readonly live: Uint32Array
  /** Where somebody stands; -1 for others. */
  readonly placeOf: (id: string) => number
}

export type SearchIndex<P, Name extends string> = {
  /** How many people it answers for. */
  size: () => number
  /**
   * Brings the index to a list; people and blocks that are still the same objects stay as they are. Each `yield` is a place where
   * the caller may let the page breathe; until the end the index answers for those it has. An unfinished run is simply dropped.
   * @param people those who are in no block.
   */
  follow: (people: readonly P[], blocks?: readonly Block<P>[]) => Generator<undefined, void>
  /** Reads the facets of these people again. */
  refile: (people: Iterable<P>) => void
  /**
   * Asks itself a little of everything that can be asked: a browser makes quick what it has seen running, and the first keys
   * would wait for that. Each `yield` is a place where the caller may let the page breathe.
   */
  rehearse: () => Generator<undefined, void>
  search: (question: SearchQuestion<Name>) => Found<P, Name>
}

/** So many people are read between two places to breathe: well under a millisecond. */
const breath = 64
/** A change of so few people is taken in at once, so that nobody is missing meanwhile. */
const atOnce = 512
/** Segments that lost or never had many people are put together when there are more of them. */
const smallSegments = 8

/** A word and parts of one, with marks and without; parts of numbers and of codes, a year, a birth; nobody. */
const rehearsed = ['t', 'thi', 'Thị', 'ấp Hòa t', '194', '1941', '1950 n', '09123', 'btxh', '2/1941', '%']
const rehearsals = 3

/** More than any place in a segment. */
const placesApart = 1 << 16

type Held<P> = { readonly segment: Segment<P>; readonly facets: readonly FacetColumn[] }

/** Starts an empty index. @param facets what its results can be narrowed to, each read once from a person. */
export function startSearchIndex<P extends Indexable, Name extends string>(
  facets: Facets<P, Name>,
): SearchIndex<P, Name> {
  const names = Object.keys(facets) as Name[]
  const ground = startGround<P>(facets)
  const readPart = namePartReader(ground)
  const ask = startAsking(ground.vocabulary)
  /** Of people who are in no block. */
  const segments = new Map<number, Held<P>>()
  const ofBlocks = new Map<Block<P>, Held<P>>()
  /** Which segment a person is in, and where: `segment * placesApart + place`. */
  const places = new Map<P, number>()
  let lastSegment = 0
  let order: ListOrder<P> | null = null

  const held = () => [...ofBlocks.values(), ...segments.values()]
  const hold = (segment: Segment<P>): Held<P> => ({ segment, facets: segment.facets.map(facetColumn) })
  const putting = () =>
    orderPeople(
      held().map(({ segment }) => segment),
      ground.nameParts,
      ground.hamlets,
    )

  function inTheOrder(): ListOrder<P> {
    if (order !== null) return order
    const steps = putting()
    let step = steps.next()
    while (step.done !== true) step = steps.next()
    order = step.value
    return order
  }

  function placeOf(person: P): { held: Held<P>; place: number } | null {
    const known = places.get(person)
    const held = known === undefined ? undefined : segments.get(Math.floor(known / placesApart))
    if (known !== undefined && held !== undefined) return { held, place: known % placesApart }
    for (const [block, held] of ofBlocks) {
      const place = block.placeOf(person.beneficiary.id)
      if (place !== -1 && hasBit(held.segment.live, place)) return { held, place }
    }
    return null
  }

  /** Makes segments of people; they count from the moment of being made. */
  function* add(people: readonly P[], isQuick: boolean): Generator<undefined, void> {
    for (let from = 0; from < people.length; from += segmentSize) {
      const writer = startSegment(ground, readPart)
      const some = people.slice(from, from + segmentSize)
      for (const person of some) {
        writer.add(person)
        if (!isQuick && writer.size() % breath === 0) yield
      }
      lastSegment += 1
      segments.set(lastSegment, hold(writer.seal()))
      for (const [place, person] of some.entries()) places.set(person, lastSegment * placesApart + place)
      order = null
      if (!isQuick) yield
    }
  }

  function* followBlocks(blocks: readonly Block<P>[]): Generator<undefined, void> {
    const still = new Set(blocks)
    for (const block of ofBlocks.keys()) {
      if (still.has(block)) continue
      ofBlocks.delete(block)
      order = null
    }
    for (const block of blocks) {
      const known = ofBlocks.get(block)
      if (known === undefined) {
        ofBlocks.set(block, hold(adoptSegment(ground, block.segment, block)))
        order = null
        yield
      }
      ofBlocks.get(block)?.segment.live.set(block.live)
    }
  }

  function leave(person: P): void {
    const stood = placeOf(person)
    if (stood) dropBit(stood.held.segment.live, stood.place)
    places.delete(person)
  }

  /** Puts small segments together, so that a long day of small changes stays quick. */
  function* tidy(): Generator<undefined, void> {
    const small = [...segments].filter(([, { segment }]) => countBits(segment.live) < segmentSize / 8)
    if (small.length <= smallSegments) return
    const people = small.flatMap(([, { segment }]) => {
      const here: P[] = []
      eachBit(segment.live, (place) => void here.push(segment.personAt(place)))
      return here
    })
    yield* add(people, true)
    for (const [number] of small) segments.delete(number)
  }

  function narrowedBy(narrowing: Narrowing<Name> | undefined): (Uint8Array | null)[] {
    return names.map((name, facet) => {
      const value = narrowing?.[name] ?? ''
      return value === '' ? null : (ground.facets[facet]?.sets.having(value) ?? null)
    })
  }

  function answer({ text, order: wanted = 'name', narrowing }: SearchQuestion<Name>, among: readonly Held<P>[]) {
    const standing = inTheOrder()
    const asked = ask(parseQuery(text))
    const narrowed = narrowedBy(narrowing)
    const countOfSets = ground.facets.map(({ sets }) => new Uint32Array(sets.size()))
    const found = new Uint32Array(standing.end >>> 5)
    const distances = new Distances(standing.end)
    for (const one of among) {
      const base = standing.bases.get(one.segment) ?? 0
      const here = answerIn(one, asked, narrowed, countOfSets, (place) => distances.further(base + place))
      if (here !== null) found.set(here, base >>> 5)
    }
    const counts = Object.fromEntries(
      names.map((name, facet) => {
        const sets = ground.facets[facet]?.sets
        const counted = countOfSets[facet] ?? new Uint32Array(0)
        return [name, sets ? countsByValue(sets, counted) : new Map<string, number>()]
      }),
    ) as Record<Name, Map<string, number>>
    const { people, hamlets } = putInOrder(standing, wanted, found, distances.known)
    const named = hamlets.map(({ hamlet, from }) => ({ name: ground.hamlets.valuesOf(hamlet)[0] ?? '', from }))
    return { people, hamlets: named, counts }
  }

  return {
    size() {
      let size = places.size
      for (const { segment } of ofBlocks.values()) size += countBits(segment.live)
      return size
    },
    *follow(people, blocks = []) {
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
      yield* followBlocks(blocks)
      yield* add(newcomers, isQuick)
      yield* tidy()
      order ??= yield* putting()
      // The first key waits for nothing that can be done before it.
      ground.vocabulary.prepare()
      for (const { facets } of held()) {
        yield
        for (const column of facets) column.prepare()
      }
    },
    refile(people) {
      for (const person of people) {
        const stood = placeOf(person)
        for (const [facet, { read, sets }] of ground.facets.entries()) {
          stood?.held.facets[facet]?.file(stood.place, sets.enter(read(person)))
        }
      }
    },
    *rehearse() {
      for (let round = 0; round < rehearsals; round += 1) {
        for (const [at, text] of rehearsed.entries()) {
          const all = held()
          answer({ text }, all.slice((round + at) % all.length).slice(0, 1))
          yield
        }
      }
    },
    search: (question) => answer(question, held()),
  }
}

/** How far people are from what was typed; most searches know of no distance at all. */
class Distances {
  known: Uint8Array | null = null
  readonly #size: number
  constructor(size: number) {
    this.#size = size
  }
  further(number: number): void {
    this.known ??= new Uint8Array(this.#size)
    this.known[number] = (this.known[number] ?? 0) + 1
  }
}

/**
 * Who of a segment answers the words and the narrowing; null when nobody answers the words.
 * @param narrowed for each facet which sets are wanted; null where it narrows nothing.
 * @param countOfSets for each facet: raised by what choosing another value of it would show.
 * @param tellFurther called for every answer that is a lesser one.
 */
function answerIn<P extends Indexable>(
  { segment, facets }: Held<P>,
  asked: readonly AskedWord[],
  narrowed: readonly (Uint8Array | null)[],
  countOfSets: readonly Uint32Array[],
  tellFurther: (place: number) => void,
): Uint32Array | null {
  const matches = matchSegment(segment, asked)
  if (matches === null) return null
  const found = matches.found
  const unlessNarrowedBy = (but: number) => {
    const rest = found.slice()
    for (const [facet, has] of narrowed.entries()) if (has !== null && facet !== but) facets[facet]?.keep(rest, has)
    return rest
  }
  const all = narrowed.every((has) => has === null) ? found : unlessNarrowedBy(-1)
  for (const [facet, column] of facets.entries()) {
    const counts = countOfSets[facet]
    if (counts) column.count(narrowed[facet] === null ? all : unlessNarrowedBy(facet), counts)
  }
  eachLesser(matches, all, tellFurther)
  return all
}
