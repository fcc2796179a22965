// An officer's day: what went out, what was paid, what came back. Every figure comes from records or from counted notes.
import type { CalendarDate } from '../calendar-date.ts'
import type { RecordId } from '../ids.ts'
import type { Period } from './period.ts'

/** Notes in circulation, in đồng. */
export const denominations = [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000] as const
export type Denomination = (typeof denominations)[number]

export type CountedNote = { note: Denomination; count: number }

/** What was counted, in đồng. */
export function sumOfNotes(counted: readonly CountedNote[]): number {
  return counted.reduce((sum, { note, count }) => sum + note * count, 0)
}

/** A payment of the officer as the settlement needs it. */
export type DayPayment = { id: RecordId; amount: number; voided: boolean }

/** What a settlement of the day said earlier. */
export type EarlierSettlement = { payments: readonly RecordId[]; voided: readonly RecordId[] }

export type DayInput = {
  day: CalendarDate
  period: Period
  /** The officer's payments of this day and month, voided ones included. */
  payments: readonly DayPayment[]
  /** How many payments of the day are begun and not finished. */
  drafts: number
  /** Settlements of this day and month, oldest first; what comes after the first is an addition. */
  earlier: readonly EarlierSettlement[]
}

export type DayPlan =
  /** Payments of the day are still drafts. */
  | { kind: 'refused'; because: 'drafts'; drafts: number }
  /** Everything of the day is settled already. */
  | { kind: 'nothingToSettle' }
  | {
      kind: 'open'
      /** Payments that no settlement has counted yet. */
      payments: RecordId[]
      /** Payments that an earlier settlement counted and that were voided since. */
      voided: RecordId[]
      /** Đồng of the former minus đồng of the latter: below zero in an addition that takes back more than it adds. */
      paid: number
      isAddition: boolean
    }

/** What a settlement of the day, or an addition to it, has to speak of. */
export function planDay({ payments, drafts, earlier }: DayInput): DayPlan {
  if (drafts > 0) return { kind: 'refused', because: 'drafts', drafts }
  const counted = settledPayments(earlier)
  const fresh = payments.filter(({ id, voided }) => !voided && !counted.has(id))
  const undone = payments.filter(({ id, voided }) => voided && counted.has(id))
  if (earlier.length > 0 && fresh.length === 0 && undone.length === 0) return { kind: 'nothingToSettle' }
  return {
    kind: 'open',
    payments: fresh.map(({ id }) => id),
    voided: undone.map(({ id }) => id),
    paid: sumOf(fresh) - sumOf(undone),
    isAddition: earlier.length > 0,
  }
}

/** Which payments settlements count in the end: named by one and taken back by none, in whatever order they came. */
export function settledPayments(settlements: readonly EarlierSettlement[]): Set<RecordId> {
  const counted = new Set(settlements.flatMap(({ payments }) => payments))
  for (const { voided } of settlements) for (const id of voided) counted.delete(id)
  return counted
}

/** Counted minus expected, in đồng: below zero when money is missing. */
export function differenceOf(money: { cashOut: number; paid: number; returned: number }): number {
  return money.returned - (money.cashOut - money.paid)
}

function sumOf(payments: readonly DayPayment[]): number {
  return payments.reduce((sum, { amount }) => sum + amount, 0)
}
