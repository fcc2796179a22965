// When something was recorded, whatever the tablet's clock showed.
import type { Moment } from '../calendar-date.ts'

/**
 * When a record was made, put right by what the tablet knew of its clock.
 * @param clockSkewMs server time minus tablet time; left out when the tablet did not know.
 * @returns milliseconds since 1970.
 */
export function correctedMoment(at: Moment, clockSkewMs: number | undefined): number {
  return Date.parse(at) + (clockSkewMs ?? 0)
}
