// What the office lays beside one another: an officer's settlements of a day and the payments that really came.
import type { CalendarDate } from '../calendar-date.ts'
import type { RecordId, StaffId } from '../ids.ts'
import { settledPayments } from './settlement.ts'

export type SettledDay = {
  id: RecordId
  staff: StaffId
  day: CalendarDate
  /** Milliseconds since 1970, the tablet's corrected moment. */
  moment: number
  cashOut: number
  paid: number
  returned: number
  payments: readonly RecordId[]
  voided: readonly RecordId[]
}

export type PaidRecord = { id: RecordId; staff: StaffId; day: CalendarDate; amount: number; voided: boolean }

/** One officer's day of a month, in đồng: out = paid + returned + missing, always. */
export type DayBalance = {
  staff: StaffId
  day: CalendarDate
  out: number
  /** By the payment records themselves, voided ones left out. */
  paid: number
  returned: number
  /** Below zero: more came back than should have. */
  missing: number
  /** What the settlements say was paid; differs from `paid` while something is late, voided or not there. */
  settledPaid: number
  settlements: RecordId[]
  /** Payments of the day that no settlement speaks of. */
  unsettled: RecordId[]
  /** Counted by a settlement, voided since. */
  voidedSince: RecordId[]
  /** Named by a settlement, but no such payment of this officer and day has come. */
  notThere: RecordId[]
  /** `open`: payments without a settlement · `addition`: something changed after it · `differs`: money is missing or too much · `even`. */
  state: 'open' | 'addition' | 'differs' | 'even'
}

/** Balances of every officer and day that appear, by day and officer. */
export function reconcile(settlements: readonly SettledDay[], payments: readonly PaidRecord[]): DayBalance[] {
  const keyOf = ({ staff, day }: { staff: StaffId; day: CalendarDate }) => `${day}/${staff}`
  const settled = Map.groupBy(settlements, keyOf)
  const paid = Map.groupBy(payments, keyOf)
  return [...new Set([...settled.keys(), ...paid.keys()])].toSorted().map((key) => {
    const day = (settled.get(key) ?? []).toSorted((a, b) => a.moment - b.moment || (a.id < b.id ? -1 : 1))
    return balanceOf(key, day, paid.get(key) ?? [])
  })
}

function balanceOf(key: string, settlements: readonly SettledDay[], payments: readonly PaidRecord[]): DayBalance {
  const alive = payments.filter(({ voided }) => !voided).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const counted = settledPayments(settlements)
  const known = new Map(payments.map((payment) => [payment.id, payment]))
  const out = sumOf(settlements, 'cashOut')
  const returned = sumOf(settlements, 'returned')
  const paid = sumOf(alive, 'amount')
  const missing = out - paid - returned
  const unsettled = alive.filter(({ id }) => !counted.has(id)).map(({ id }) => id)
  const voidedSince = [...counted].toSorted().filter((id) => known.get(id)?.voided === true)
  const notThere = [...counted].toSorted().filter((id) => !known.has(id))
  const hasChanged = unsettled.length + voidedSince.length + notThere.length > 0
  return {
    day: key.slice(0, 10) as CalendarDate,
    staff: key.slice(11) as StaffId,
    out,
    paid,
    returned,
    missing,
    settledPaid: sumOf(settlements, 'paid'),
    settlements: settlements.map(({ id }) => id),
    unsettled,
    voidedSince,
    notThere,
    state: settlements.length === 0 ? 'open' : hasChanged ? 'addition' : missing === 0 ? 'even' : 'differs',
  }
}

function sumOf<Key extends string>(rows: readonly Record<Key, number>[], key: Key): number {
  return rows.reduce((sum, row) => sum + row[key], 0)
}
