// A benefit as the office types it, and what it comes to.
import type { CalendarDate } from '../calendar-date.ts'
import { formatDate } from '../calendar-date.ts'
import { categoryByCode } from '../code-lists/categories.ts'
import type { Entitlement, Programme } from '../entitlement.ts'
import { readAmount } from '../list-import/read-amount.ts'
import type { Dong } from '../money.ts'
import { isUnreadable, parseTypedDay } from '../registration/read-person.ts'
import { tidyOrNull, tidyText } from '../tidy-text.ts'

export type TypedBenefit = {
  programme: Programme | ''
  category: string
  categoryText: string
  monthly: string
  arrears: string
  decision: string
  from: string
  until: string
}

export type BenefitProblem =
  'programme' | 'category' | 'monthly' | 'monthlyUnreadable' | 'arrearsUnreadable' | 'dayUnreadable' | 'untilBeforeFrom'

/** What a benefit begins with. */
export type BenefitValues = Pick<
  Entitlement,
  'programme' | 'category' | 'categoryText' | 'monthly' | 'arrears' | 'decision' | 'from' | 'until'
>

/** What the list says of a benefit, as if it had been typed; empty fields for a new one. */
export function typedBenefitOf(benefit: Entitlement | null): TypedBenefit {
  return {
    programme: benefit?.programme ?? '',
    category: benefit?.category ?? '',
    categoryText: benefit?.categoryText ?? '',
    monthly: benefit === null ? '' : String(benefit.monthly),
    arrears: benefit === null || benefit.arrears === 0 ? '' : String(benefit.arrears),
    decision: benefit?.decision ?? '',
    from: benefit?.from ? formatDate(benefit.from) : '',
    until: benefit?.until ? formatDate(benefit.until) : '',
  }
}

/** Whole đồng as people type them (`540.000`, `540000 đ`); null for anything else. */
export function parseDong(typed: string): Dong | null {
  const read = readAmount(typed)
  return read.kind === 'amount' ? read.amount : null
}

/** The wording of a category: as typed, or the category's own name. */
function wordingOf(typed: Pick<TypedBenefit, 'category' | 'categoryText'>): string {
  return tidyText(typed.categoryText) || (categoryByCode.get(typed.category)?.name ?? '').slice(0, 300)
}

/** Reads a typed benefit. */
export function readTypedBenefit(
  typed: TypedBenefit,
):
  | { kind: 'whole'; value: BenefitValues }
  | { kind: 'lacking'; problems: { field: keyof TypedBenefit; problem: BenefitProblem }[] } {
  const [from, until] = [parseTypedDay(typed.from), parseTypedDay(typed.until)]
  const monthly = parseDong(typed.monthly)
  const text = wordingOf(typed)
  const problems: { field: keyof TypedBenefit; problem: BenefitProblem }[] = []
  const add = (field: keyof TypedBenefit, problem: BenefitProblem, when: boolean) => {
    if (when) problems.push({ field, problem })
  }
  add('programme', 'programme', typed.programme === '')
  add('category', 'category', text === '')
  add('monthly', 'monthly', tidyText(typed.monthly) === '')
  add('monthly', 'monthlyUnreadable', isUnreadable(typed.monthly, parseDong))
  add('arrears', 'arrearsUnreadable', isUnreadable(typed.arrears, parseDong))
  add('from', 'dayUnreadable', isUnreadable(typed.from, parseTypedDay))
  add('until', 'dayUnreadable', isUnreadable(typed.until, parseTypedDay))
  add('until', 'untilBeforeFrom', from !== null && until !== null && until < from)
  if (problems.length > 0 || typed.programme === '' || monthly === null) return { kind: 'lacking', problems }
  return {
    kind: 'whole',
    value: {
      programme: typed.programme,
      category: typed.category === '' ? null : typed.category,
      categoryText: text,
      monthly,
      arrears: parseDong(typed.arrears) ?? (0 as Dong),
      decision: tidyOrNull(typed.decision),
      from,
      until,
    },
  }
}

/** Days typed as a stretch: the first one, and the last one or none. */
export type TypedDays = { from: string; until: string }

/** Reads a stretch of days; the first day is needed. */
export function readTypedDays(
  typed: TypedDays,
):
  | { kind: 'whole'; value: { from: CalendarDate; until: CalendarDate | null } }
  | { kind: 'lacking'; field: keyof TypedDays; problem: 'dayUnreadable' | 'untilBeforeFrom' } {
  const [from, until] = [parseTypedDay(typed.from), parseTypedDay(typed.until)]
  if (from === null) return { kind: 'lacking', field: 'from', problem: 'dayUnreadable' }
  if (isUnreadable(typed.until, parseTypedDay)) return { kind: 'lacking', field: 'until', problem: 'dayUnreadable' }
  if (until !== null && until < from) return { kind: 'lacking', field: 'until', problem: 'untilBeforeFrom' }
  return { kind: 'whole', value: { from, until } }
}
