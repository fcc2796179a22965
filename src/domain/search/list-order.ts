// In which order people stand, by whole numbers that were made once.
import type { ValueSets } from './facets.ts'
import { type NameParts, sortedByRank } from './name-ranks.ts'
import type { Indexable, Segment } from './segment.ts'

/** People of all segments, numbered through: first those of the first segment. */
export type ListOrder<P> = {
  readonly people: readonly P[]
  /** By given name, middle names, family name; namesakes by age, those of unknown age last. */
  readonly byName: Uint32Array
  /** By hamlet and within it by name; those without a hamlet last. */
  readonly byHamlet: Uint32Array
  readonly hamletOf: Uint32Array
}

const unknownYear = 9999

function joined(columns: readonly Uint32Array[], size: number): Uint32Array {
  const whole = new Uint32Array(size)
  let at = 0
  for (const column of columns) {
    whole.set(column, at)
    at += column.length
  }
  return whole
}

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

/** Namesakes born on the same day stand by id, so that the order is the same every time. */
function settleTies<P extends Indexable>(
  order: Uint32Array,
  people: readonly P[],
  isTie: (a: number, b: number) => boolean,
) {
  for (let from = 0; from < order.length;) {
    let to = from + 1
    while (to < order.length && isTie(order[from] ?? 0, order[to] ?? 0)) to += 1
    if (to - from > 1) {
      const idOf = (at: number) => people[at]?.beneficiary.id ?? ''
      order.subarray(from, to).sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
    }
    from = to
  }
}

/** Puts everybody into both orders. */
export function orderPeople<P extends Indexable>(
  segments: readonly Segment<P>[],
  nameParts: NameParts,
  hamlets: ValueSets,
): ListOrder<P> {
  const people = segments.flatMap((segment) => segment.people)
  const column = (pick: (segment: Segment<P>) => Uint32Array) => joined(segments.map(pick), people.length)
  const { rankOf, count } = nameParts.ranks()
  const names = [column(({ family }) => family), column(({ middle }) => middle), column(({ given }) => given)].map(
    (parts) => parts.map((part) => rankOf[part] ?? 0),
  )
  const birth = column((segment) => segment.birth)
  const year = birth.map((born) => (born === 0 ? unknownYear : Math.floor(born / 10_000)))
  const day = birth.map((born) => born % 10_000)
  let byName: Uint32Array = Uint32Array.from(people, (_, at) => at)
  byName = sortedByRank(byName, day, 10_000)
  byName = sortedByRank(byName, year, 10_000)
  for (const ranks of names) byName = sortedByRank(byName, ranks, count)
  settleTies(byName, people, (a, b) => birth[a] === birth[b] && names.every((ranks) => ranks[a] === ranks[b]))
  const hamletOf = column(({ hamlet }) => hamlet)
  const rankOfHamlet = hamletRanks(hamlets)
  const byHamlet = sortedByRank(
    byName,
    hamletOf.map((set) => rankOfHamlet[set] ?? 0),
    rankOfHamlet.length,
  )
  return { people, byName, byHamlet, hamletOf }
}
