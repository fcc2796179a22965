// Moments as the office reads them: always in Viet Nam's time, day first, in either language.
import { type CalendarDate, dayInVietnam } from '../../domain/calendar-date.ts'

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** `09:41 23/11/2026` of an RFC 3339 moment. */
export function formatMoment(moment: string): string {
  const of = Object.fromEntries(parts.formatToParts(Date.parse(moment)).map(({ type, value }) => [type, value]))
  return `${of['hour']}:${of['minute']} ${of['day']}/${of['month']}/${of['year']}`
}

/** Today in Viet Nam. */
export function vietnamDayOf(now: number): CalendarDate {
  return dayInVietnam(now)
}

/** Today in Viet Nam by this computer's clock. */
export function today(): CalendarDate {
  return vietnamDayOf(Date.now())
}
