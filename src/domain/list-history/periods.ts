// The terms of a benefit through time: how much, in which state, from which day to which.
import { type CalendarDate, daysLater } from '../calendar-date.ts'
import type { Entitlement } from '../entitlement.ts'
import { sameValue } from '../same-value.ts'
import { type DatedFields, stateOn } from './state-on.ts'

/** What of a benefit holds for a time. */
export type Terms = Pick<Entitlement, 'category' | 'categoryText' | 'monthly' | 'state' | 'stateReason' | 'decision'>

/** Days included; null: without a beginning, until further notice. */
export type TermPeriod = { from: CalendarDate | null; until: CalendarDate | null; terms: Terms }

function termsOf({ category, categoryText, monthly, state, stateReason, decision }: Entitlement): Terms {
  return { category, categoryText, monthly, state, stateReason, decision }
}

/** The first days on which something may begin to be otherwise, in order. */
function turningDays(changes: readonly DatedFields[]): CalendarDate[] {
  const days = changes.flatMap(({ from, until }) => [from, until === null ? null : daysLater(until, 1)])
  return [...new Set(days.filter((day) => day !== null))].toSorted()
}

/**
 * Every stretch of days on which the terms stayed the same, the earliest first; together they cover all days.
 * @param changes of this benefit alone, in the order in which they were written down.
 */
export function periodsOf(benefit: Entitlement, changes: readonly DatedFields[]): TermPeriod[] {
  const days = turningDays(changes)
  const [first] = days
  const beginnings: (CalendarDate | null)[] = [null, ...days]
  const periods: TermPeriod[] = []
  for (const from of beginnings) {
    const sample = from ?? (first === undefined ? ('0001-01-01' as CalendarDate) : daysLater(first, -1))
    const terms = termsOf(stateOn(benefit, changes, sample))
    const before = periods.at(-1)
    if (before !== undefined && sameValue(before.terms, terms)) continue
    if (before !== undefined && from !== null) before.until = daysLater(from, -1)
    periods.push({ from, until: null, terms })
  }
  return periods
}
