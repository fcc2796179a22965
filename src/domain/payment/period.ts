// The month that a paying list is for.
import { z } from 'zod'
import { type CalendarDate, daysInMonth } from '../calendar-date.ts'

/** `YYYY-MM`. */
export const Period = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .brand<'Period'>()
export type Period = z.infer<typeof Period>

/** The month so many months later; earlier when `months` is below zero. */
export function monthsAfter(period: Period, months: number): Period {
  const count = Number(period.slice(0, 4)) * 12 + Number(period.slice(5)) - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}` as Period
}

/** How many months `later` is after `earlier`; below zero when it is before. */
export function monthsBetween(earlier: Period, later: Period): number {
  const count = (period: Period) => Number(period.slice(0, 4)) * 12 + Number(period.slice(5))
  return count(later) - count(earlier)
}

/** The month that a day lies in. */
export function periodOf(day: CalendarDate): Period {
  return day.slice(0, 7) as Period
}

/** First and last day of the month. */
export function daysOf(period: Period): { first: CalendarDate; last: CalendarDate } {
  const days = daysInMonth(Number(period.slice(0, 4)), Number(period.slice(5)))
  return { first: `${period}-01` as CalendarDate, last: `${period}-${String(days).padStart(2, '0')}` as CalendarDate }
}

/** `MM/YYYY`. */
export function formatPeriod(period: Period): string {
  return period.split('-').toReversed().join('/')
}
