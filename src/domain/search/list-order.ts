// In which order people stand, by whole numbers that were made once.
import type { ValueSets } from './facets.ts'
import { type NameParts, sortedByRank } from './name-ranks.ts'
import type { Segment } from './segment.ts'

/** People in an order, by their numbers, and where in it each number stands. */
export type Standing = { readonly numbers: Uint32Array; readonly positionOf: Uint32Array }

/**
 * People of all segments, numbered through: a segment's people from its base on. Bases are multiples of 32, so that the sets of
 * all segments lie one behind the other; numbers between them are nobody's.
 */
export type ListOrder<P> = {
  readonly bases: ReadonlyMap<Segment<P>, number>
  /** All numbers lie below. */
  readonly end: number
  readonly personAt: (number: number) => P
  /** By given name, middle names, family name; namesakes by age, those of unknown age last. */
  readonly byName: Standing
  /** By hamlet and within it by name; those without a hamlet last. */
  readonly byHamlet: Standing
  readonly hamletOf: Uint32Array
}

const unknownYear = 9999

const inOrder = new Intl.Collator('vi', { numeric: true })

/** Hamlets as people count them: 2 before 10. The collator sees each name of a hamlet, never a person. */
function hamletRanks(hamlets: ValueSets): Uint32Array {
  const names = Array.from({ length: hamlets.size() }, (_, set) => hamlets.valuesOf(set)[0] ?? '')
  const sorted = names
    .map((name, set) => ({ name, set }))
    .sort((a, b) => Number(a.name === '') - Number(b.name === '') || inOrder.compare(a.name, b.name))
  const ranks = new Uint32Array(names.length)
  for (const [rank, { set }] of sorted.entries()) ranks[set] = rank
  return ranks
}

/** So many people are looked at between two places to breathe; one of them who has to be told from namesakes counts for many. */
const breath = 4096
const workOfTie = 32

/** Namesakes born on the same day stand by id, so that the order is the same every time. */
function* settleTies(
  order: Uint32Array,
  idOf: (number: number) => string,
  isTie: (a: number, b: number) => boolean,
): Generator<undefined, void> {
  let work = 0
  for (let from = 0; from < order.length;) {
    if (work > breath) {
      work = 0
      yield
    }
    let to = from + 1
    while (to < order.length && isTie(order[from] ?? 0, order[to] ?? 0)) to += 1
    work += to - from
    if (to - from > 1) {
      work += workOfTie * (to - from)
      const tied = Array.from(order.subarray(from, to), (number) => ({ number, id: idOf(number) }))
      tied.sort((a, b) => (a.id < b.id ? -1 : 1))
      order.set(
        tied.map(({ number }) => number),
        from,
      )
    }
    from = to
  }
}

function standing(numbers: Uint32Array, end: number): Standing {
  const positionOf = new Uint32Array(end)
  for (let at = 0; at < numbers.length; at += 1) positionOf[numbers[at] ?? 0] = at
  return { numbers, positionOf }
}

function numberThrough<P>(segments: readonly Segment<P>[]) {
  const bases = new Map<Segment<P>, number>()
  let end = 0
  for (const segment of segments) {
    bases.set(segment, end)
    end += Math.ceil(segment.size / 32) * 32
  }
  const begins = [...bases.values()]
  const segmentOf = (number: number): { segment: Segment<P>; place: number } => {
    let [low, high] = [0, begins.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((begins[middle] ?? 0) <= number) low = middle
      else high = middle - 1
    }
    return { segment: segments[low] as Segment<P>, place: number - (begins[low] ?? 0) }
  }
  return { bases, end, segmentOf }
}

/** Puts everybody into both orders. Each `yield` is a place where the caller may let the page breathe. */
export function* orderPeople<P>(
  segments: readonly Segment<P>[],
  nameParts: NameParts,
  hamlets: ValueSets,
): Generator<undefined, ListOrder<P>> {
  const { bases, end, segmentOf } = numberThrough(segments)
  const column = (pick: (segment: Segment<P>) => Uint32Array) => {
    const whole = new Uint32Array(end)
    for (const [segment, base] of bases) whole.set(pick(segment), base)
    return whole
  }
  const { rankOf, count } = nameParts.ranks()
  const ranked = (parts: Uint32Array) => {
    const ranks = new Uint32Array(parts.length)
    for (let at = 0; at < parts.length; at += 1) ranks[at] = rankOf[parts[at] ?? 0] ?? 0
    return ranks
  }
  yield
  const family = ranked(column((segment) => segment.family))
  yield
  const middle = ranked(column((segment) => segment.middle))
  yield
  const given = ranked(column((segment) => segment.given))
  yield
  const birth = column((segment) => segment.birth)
  const year = birth.map((born) => (born === 0 ? unknownYear : Math.floor(born / 10_000)))
  const day = birth.map((born) => born % 10_000)
  yield
  let byName = sortedByRank(everybody(bases), day, 10_000)
  yield
  byName = sortedByRank(byName, year, 10_000)
  for (const ranks of [family, middle, given]) {
    yield
    byName = sortedByRank(byName, ranks, count)
  }
  yield
  const isTie = (a: number, b: number) =>
    given[a] === given[b] && middle[a] === middle[b] && family[a] === family[b] && birth[a] === birth[b]
  const idOf = (number: number) => {
    const { segment, place } = segmentOf(number)
    return segment.idAt(place)
  }
  yield* settleTies(byName, idOf, isTie)
  yield
  const hamletOf = column(({ hamlet }) => hamlet)
  const rankOfHamlet = hamletRanks(hamlets)
  const byHamlet = sortedByRank(
    byName,
    hamletOf.map((set) => rankOfHamlet[set] ?? 0),
    rankOfHamlet.length,
  )
  yield
  const personAt = (number: number) => {
    const { segment, place } = segmentOf(number)
    return segment.personAt(place)
  }
  return { bases, end, personAt, byName: standing(byName, end), byHamlet: standing(byHamlet, end), hamletOf }
}

function everybody<P>(bases: ReadonlyMap<Segment<P>, number>): Uint32Array {
  let total = 0
  for (const segment of bases.keys()) total += segment.size
  const numbers = new Uint32Array(total)
  let at = 0
  for (const [segment, base] of bases)
    for (let place = 0; place < segment.size; place += 1) numbers[at++] = base + place
  return numbers
}
