// What was true on a day. Each change says for which days it holds; of two that speak of the same day the one that was
// written down later is believed: paint over paint. So an amount can be entered before it begins, a raise that was
// overlooked can be written down months later, and the list of any day can still be read.
import type { CalendarDate } from '../calendar-date.ts'
import type { FieldChange, ListChange } from './list-change.ts'

/** A change as far as the days and the fields go. */
export type DatedFields = Pick<ListChange, 'from' | 'until'> & { fields: readonly FieldChange[] }

function holdsOn({ from, until }: DatedFields, day: CalendarDate): boolean {
  return (from === null || from <= day) && (until === null || day <= until)
}

/**
 * How a thing read on a day, by all that is known today.
 * @param thing as it is stored now: where nothing is written down of a field, it has always been so.
 * @param changes of this thing alone, in the order in which they were written down.
 */
export function stateOn<Thing extends object>(thing: Thing, changes: readonly DatedFields[], day: CalendarDate): Thing {
  const state = new Map<string, unknown>()
  for (const { fields } of changes) {
    for (const { field, before } of fields) if (!state.has(field)) state.set(field, before)
  }
  for (const change of changes) {
    if (holdsOn(change, day)) for (const { field, after } of change.fields) state.set(field, after)
  }
  return { ...thing, ...Object.fromEntries(state) }
}
