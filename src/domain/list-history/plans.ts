// What is written down to begin, or to end, on a later day.
import { type CalendarDate, daysLater } from '../calendar-date.ts'
import type { DatedFields } from './state-on.ts'

/** The days after today on which something that is written down begins or ends. */
export function dueDays({ from, until }: Pick<DatedFields, 'from' | 'until'>, today: CalendarDate): CalendarDate[] {
  const ended = until === null ? null : daysLater(until, 1)
  return [from, ended].filter((day) => day !== null).filter((day) => day > today)
}

/**
 * The last day on which a change that speaks only of today (an imported list, a registration) may hold: what somebody
 * entered for a later day still begins on that day.
 * @returns null when nothing is planned for any of these fields.
 */
export function lastDayBeforePlans(
  fields: readonly string[],
  changes: readonly DatedFields[],
  today: CalendarDate,
): CalendarDate | null {
  const begins = changes
    .filter((change) => change.fields.some(({ field }) => fields.includes(field)))
    .flatMap(({ from }) => (from !== null && from > today ? [from] : []))
    .toSorted()
  const [next] = begins
  return next === undefined ? null : daysLater(next, -1)
}
