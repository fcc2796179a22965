// A change of a benefit as the office types it: other terms for a stretch of days, corrections of the grant, and why.
import { daysLater, formatDate, type CalendarDate } from '../calendar-date.ts'
import type { Entitlement, EntitlementState } from '../entitlement.ts'
import type { TermPeriod } from '../list-history/periods.ts'
import { changedFields } from '../list-history/changed-fields.ts'
import { tidyOrNull, tidyText } from '../tidy-text.ts'
import {
  type BenefitProblem,
  type BenefitValues,
  readTypedBenefit,
  readTypedDays,
  type TypedBenefit,
  typedBenefitOf,
} from './typed-benefit.ts'

export type TypedChange = TypedBenefit & {
  state: EntitlementState
  /** First and last day of the terms. */
  termsFrom: string
  termsUntil: string
  newDecision: string
  reason: string
}

/** What the change comes to; `terms` is null when none differ. */
export type BenefitChangeValues = {
  terms: {
    from: CalendarDate
    until: CalendarDate | null
    set: Partial<Pick<Entitlement, 'category' | 'categoryText' | 'monthly' | 'state'>>
  } | null
  grant: Partial<Pick<BenefitValues, 'from' | 'until' | 'decision' | 'arrears'>>
  decision: string | null
  reason: string
}

/** The form as it opens: what holds today, from today on. */
export function typedChangeOf(benefit: Entitlement, today: CalendarDate): TypedChange {
  return {
    ...typedBenefitOf(benefit),
    state: benefit.state,
    termsFrom: formatDate(today),
    termsUntil: '',
    newDecision: '',
    reason: '',
  }
}

/**
 * The last day that is proposed for terms from a day in the past or within what is planned: the day before the next terms
 * begin, so that only the older stretch is written anew.
 */
export function proposedUntil(from: CalendarDate, periods: readonly TermPeriod[]): CalendarDate | null {
  const next = periods.find((period) => period.from !== null && period.from > from)
  return next?.from ? daysLater(next.from, -1) : null
}

type Problem = { field: keyof TypedChange; problem: BenefitProblem | 'reason' }

const inTerms = ['category', 'categoryText', 'monthly'] as const
const inGrant = ['from', 'until', 'decision', 'arrears'] as const

/** Reads a typed change of a benefit. */
export function readTypedChange(
  benefit: Entitlement,
  typed: TypedChange,
): { kind: 'whole'; value: BenefitChangeValues } | { kind: 'lacking'; problems: Problem[] } {
  const read = readTypedBenefit(typed)
  const problems: Problem[] = read.kind === 'lacking' ? [...read.problems] : []
  const after = read.kind === 'whole' ? { ...benefit, ...read.value, state: typed.state } : benefit
  const changed = new Map(changedFields(benefit, after).map(({ field, after: value }) => [field, value]))
  const set = picked(changed, [...inTerms, 'state'])
  const days = readTypedDays({ from: typed.termsFrom, until: typed.termsUntil })
  const hasTerms = Object.keys(set).length > 0
  if (hasTerms && days.kind === 'lacking') {
    problems.push({ field: days.field === 'from' ? 'termsFrom' : 'termsUntil', problem: days.problem })
  }
  const reason = tidyText(typed.reason)
  if (reason === '') problems.push({ field: 'reason', problem: 'reason' })
  if (problems.length > 0) return { kind: 'lacking', problems }
  return {
    kind: 'whole',
    value: {
      terms: hasTerms && days.kind === 'whole' ? { ...days.value, set } : null,
      grant: picked(changed, inGrant),
      decision: tidyOrNull(typed.newDecision),
      reason,
    },
  }
}

function picked(changed: ReadonlyMap<string, unknown>, fields: readonly string[]): Record<string, never> {
  const entries = fields.filter((field) => changed.has(field)).map((field) => [field, changed.get(field)] as const)
  return Object.fromEntries(entries) as Record<string, never>
}
