import { CalendarDate } from '../../domain/calendar-date.ts'

/** The calendar day in the tablet's own time zone. @param ms milliseconds since 1970. */
export function dayOf(ms: number): CalendarDate {
  const date = new Date(ms)
  const two = (part: number) => String(part).padStart(2, '0')
  return CalendarDate.parse(
    `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
  )
}
