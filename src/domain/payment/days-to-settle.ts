// Which of an officer's days are to be settled, and what each of their figures is made of.
import type { CalendarDate } from '../calendar-date.ts'
import type { CommuneCode, RecordId } from '../ids.ts'
import type { Period } from './period.ts'
import { type DayPlan, type EarlierSettlement, planDay } from './settlement.ts'

/** One settlement speaks of a day, a month's list and a commune. */
export type SettledGroup = { day: CalendarDate; period: Period; commune: CommuneCode }

export type OwnPayment = SettledGroup & { id: RecordId; moment: number; amount: number; voided: boolean }
export type OwnSettlement = SettledGroup &
  EarlierSettlement & { id: RecordId; moment: number; cashOut: number; paid: number; returned: number }

export type DayToSettle = SettledGroup & {
  /** All payments of the day, voided ones too, oldest first. */
  payments: OwnPayment[]
  /** Oldest first. */
  earlier: OwnSettlement[]
  plan: DayPlan
}

export type DaysInput = {
  payments: readonly OwnPayment[]
  settlements: readonly OwnSettlement[]
  /** Payments that are begun and not finished, with the day on which they were touched last. */
  drafts: readonly SettledGroup[]
  /** Groups that are shown even when nothing was paid: who took cash along has to give it back. */
  always: readonly SettledGroup[]
}

/** The name of a group, for keys and drafts. */
export function groupKey({ day, period, commune }: SettledGroup): string {
  return `${day}/${period}/${commune}`
}

/** Every day that is settled or to be settled, the latest first. */
export function daysToSettle({ payments, settlements, drafts, always }: DaysInput): DayToSettle[] {
  const groups = new Map([...always, ...payments, ...settlements].map((group) => [groupKey(group), group]))
  const paid = Map.groupBy(payments, groupKey)
  const settled = Map.groupBy(settlements, groupKey)
  return [...groups]
    .map(([key, { day, period, commune }]): DayToSettle => {
      const own = (paid.get(key) ?? []).toSorted((a, b) => a.moment - b.moment || (a.id < b.id ? -1 : 1))
      const earlier = (settled.get(key) ?? []).toSorted((a, b) => a.moment - b.moment || (a.id < b.id ? -1 : 1))
      // One that was begun on an earlier day may yet become a payment of this one.
      const open = drafts.filter((one) => one.period === period && one.commune === commune && one.day <= day)
      const plan = planDay({ day, period, payments: own, drafts: open.length, earlier })
      return { day, period, commune, payments: own, earlier, plan }
    })
    .toSorted((a, b) => (groupKey(a) < groupKey(b) ? 1 : -1))
}
