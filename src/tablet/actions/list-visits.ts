// The day's list: whom to visit, as it was asked for, hamlet by hamlet.
import type { Period } from '../../domain/payment/period.ts'
import { nameSortKey } from '../../domain/name-sort-key.ts'
import { type Findable, closenessOf, searchKeysOf } from '../../domain/search/find-matches.ts'
import { parseQuery } from '../../domain/search/search-query.ts'
import type { Visit } from './payment-ledger.ts'
import type { PeopleList } from './session.ts'

export type VisitFilter = 'due' | 'notPaid' | 'paid' | 'all'

/** `name`: empty for those without a hamlet. `left`: people for whom something is still to be handed over. */
export type VisitGroup = { name: string; visits: Visit[]; left: number; all: number }

const hamletsInOrder = new Intl.Collator('vi', { numeric: true })

/** The months of the list, the latest first. */
export function periodsOf(visits: readonly Visit[]): Period[] {
  return [...new Set(visits.map(({ delivery }) => delivery.period))].toSorted().toReversed()
}

/** Whether somebody stands under a filter. Nobody for whom nothing was ever to be paid stands anywhere but under `all`. */
export function isUnder(filter: VisitFilter, { standing: { state } }: Visit): boolean {
  switch (filter) {
    case 'due':
      return state === 'notYetVisited' || state === 'notPaid' || state === 'partlyPaid'
    case 'notPaid':
    case 'paid':
      return state === filter
    case 'all':
      return true
  }
}

/** Those that answer every word that was typed; the rules are those of `Tra cứu`. */
export function findVisits(visits: readonly Visit[], text: string, list: Pick<PeopleList, 'listed'>): Visit[] {
  const words = parseQuery(text)
  if (words.length === 0) return [...visits]
  return visits.filter((visit) => {
    const keys = searchKeysOf(findable(visit, list))
    return words.every((word) => closenessOf(keys, word) !== null)
  })
}

/** By hamlet, those without one last; within a hamlet as Vietnamese lists are sorted. @param among everybody, for the counts. */
export function groupVisits(shown: readonly Visit[], among: readonly Visit[]): VisitGroup[] {
  const all = Map.groupBy(among, hamletOf)
  return [...Map.groupBy(shown, hamletOf)]
    .map(([name, visits]) => {
      const here = all.get(name) ?? visits
      return {
        name,
        visits: sortByName(visits),
        left: here.filter((visit) => isUnder('due', visit)).length,
        all: here.length,
      }
    })
    .toSorted((a, b) => Number(a.name === '') - Number(b.name === '') || hamletsInOrder.compare(a.name, b.name))
}

/** The next door: the next in the same order with something due, from this one on and then from the beginning. */
export function nextVisit(visits: readonly Visit[], from: Pick<Visit['delivery'], 'id' | 'period'>): Visit | null {
  const ofMonth = visits.filter(({ delivery }) => delivery.period === from.period)
  const inOrder = groupVisits(ofMonth, ofMonth).flatMap((group) => group.visits)
  const at = inOrder.findIndex(({ delivery }) => delivery.id === from.id)
  const around = [...inOrder.slice(at + 1), ...inOrder.slice(0, Math.max(0, at))]
  return around.find((visit) => visit.standing.state === 'notYetVisited') ?? null
}

function hamletOf({ delivery }: Visit): string {
  return delivery.hamlet ?? ''
}

/** Names do not change while the vault is open, and the order of the doors is asked for after each one. */
const sortKeys = new WeakMap<Visit['delivery'], string>()

function sortKeyOf({ delivery }: Visit): string {
  const key = sortKeys.get(delivery) ?? nameSortKey(delivery.name)
  sortKeys.set(delivery, key)
  return key
}

function sortByName(visits: readonly Visit[]): Visit[] {
  return visits
    .map((visit) => ({ visit, key: sortKeyOf(visit) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ visit }) => visit)
}

/** The locked list has the name and the hamlet even of those who left the list of people since. */
function findable({ delivery }: Visit, list: Pick<PeopleList, 'listed'>): Findable {
  const known = list.listed(delivery.beneficiary)?.beneficiary
  const { name, hamlet } = delivery
  const { birth = null, idNumber = null, oldIdNumber = null, phone = null, fileCode = null } = known ?? {}
  return { name, hamlet, birth, idNumber, oldIdNumber, phone, fileCode }
}
