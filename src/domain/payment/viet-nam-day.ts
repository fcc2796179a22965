// The calendar day in Viet Nam, whatever the offset that a tablet wrote: seven hours ahead, no summer time.
import type { CalendarDate, Moment } from '../calendar-date.ts'

const ahead = 7 * 3_600_000

/** @param moment milliseconds since 1970. */
export function vietNamDay(moment: number): CalendarDate {
  return new Date(moment + ahead).toISOString().slice(0, 10) as CalendarDate
}

/**
 * When a record was made, put right by what the tablet knew of its clock.
 * @param clockSkewMs server time minus tablet time; left out when the tablet did not know.
 * @returns milliseconds since 1970.
 */
export function correctedMoment(at: Moment, clockSkewMs: number | undefined): number {
  return Date.parse(at) + (clockSkewMs ?? 0)
}
