// The dead are owed the month of death and nothing after.
import { type CalendarDate, daysLater, formatDate, lastDayOfMonth } from '../calendar-date.ts'
import type { Entitlement } from '../entitlement.ts'
import { changedFields } from './changed-fields.ts'
import type { FieldChange, ListChange } from './list-change.ts'
import type { DatedFields } from './state-on.ts'

/** The reason as it stands in the list; in Vietnamese, since the list is. */
export function reasonOfDeath(died: CalendarDate): string {
  return `Người hưởng chết ngày ${formatDate(died)}`
}

/** The last day for which anything is owed. */
export function lastDayOwed(died: CalendarDate): CalendarDate {
  return lastDayOfMonth(died)
}

/**
 * What a death changes about a benefit: it has an end for good, and from the month after it is ceased.
 * Nothing for a benefit that ended before.
 */
export function endedByDeath(benefit: Entitlement, died: CalendarDate): DatedFields[] {
  const last = lastDayOwed(died)
  if (benefit.until !== null && benefit.until <= last) return []
  if (benefit.state === 'ceased') return []
  const ended: FieldChange[] = [{ field: 'until', before: benefit.until, after: last }]
  const ceased = changedFields(benefit, { ...benefit, state: 'ceased', stateReason: reasonOfDeath(died) })
  return [
    { from: null, until: null, fields: ended },
    { from: daysLater(last, 1), until: null, fields: ceased },
  ]
}

/** What takes back a death that was written down by mistake: the days and things of it, the other way round. */
export function deathWithdrawn(changes: readonly ListChange[]): ListChange[] {
  const withdrawn = changes.findLast(({ kind }) => kind === 'deathWithdrawn')?.n ?? 0
  return changes
    .filter(({ kind, n }) => kind === 'died' && n > withdrawn)
    .map((change) => ({
      ...change,
      kind: 'deathWithdrawn',
      fields: change.fields.map(({ field, before, after }) => ({ field, before: after, after: before })),
    }))
}
