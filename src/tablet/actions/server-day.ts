import { type CalendarDate, dayInVietnam } from '../../domain/calendar-date.ts'
import { readContact } from '../store/contact-notes.ts'
import type { Session } from './session.ts'

/** The day in Viet Nam at a moment of the tablet's clock, put right by what is known of that clock. @param ms since 1970. */
export async function serverDay({ store }: Session, ms: number): Promise<CalendarDate> {
  const { clockSkewMs } = await readContact(store)
  return dayInVietnam(ms + (clockSkewMs ?? 0))
}
