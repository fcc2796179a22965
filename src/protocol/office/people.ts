// Beneficiaries of the scope: a page of rows for the list, and one person with all that is known.
import { z } from 'zod'
import { Beneficiary } from '../../domain/beneficiary.ts'
import { CalendarDate } from '../../domain/calendar-date.ts'
import { Entitlement, type EntitlementState, Programme } from '../../domain/entitlement.ts'
import { BeneficiaryId, CommuneCode, RecordId } from '../../domain/ids.ts'
import { ReviewState } from '../../domain/review.ts'
import { TermPeriod } from './list-history.ts'
import { PageQuery, pageOf } from './page.ts'

export const methodFilter = ['bankAccount', 'digitalAccount', 'cashAtPoint', 'cashAtHome', 'unknown'] as const

/** States of a person's benefits, and of the newest registration; `none`: nobody has registered the person yet. */
export const stateFilter = [
  'active',
  'suspended',
  'ceased',
  'none',
  'new',
  'needsPapers',
  'accepted',
  'rejected',
] as const satisfies (EntitlementState | ReviewState | 'none')[]

/**
 * GET /office/people. `q`: words of the name with or without marks, parts of an ID number, a phone or a file code, a hamlet, a
 * year or a date of birth, in any order. `hamlet`: its name, or a space for those without one.
 */
export const PeopleQuery = PageQuery.extend({
  q: z.string().trim().max(100).optional(),
  commune: CommuneCode.optional(),
  hamlet: z.string().max(300).optional(),
  programme: Programme.optional(),
  method: z.enum(methodFilter).optional(),
  state: z.enum(stateFilter).optional(),
})
export type PeopleQuery = z.output<typeof PeopleQuery>

/** A row says no category in words: a list view must not tell what somebody is ill with. */
export const PersonRow = z.object({
  id: BeneficiaryId,
  commune: CommuneCode,
  name: z.string(),
  birth: z.string().nullable(),
  sex: z.string().nullable(),
  idNumber: z.string().nullable(),
  fileCode: z.string().nullable(),
  hamlet: z.string().nullable(),
  programmes: z.array(Programme),
  /** Đồng a month over the active entitlements. */
  monthly: z.number().int().nonnegative(),
  method: z.enum(methodFilter),
  /** Where the newest registration stands; null when nobody has registered the person yet. */
  review: ReviewState.nullable(),
})
export type PersonRow = z.infer<typeof PersonRow>

const ChoiceCount = z.object({ value: z.string(), people: z.number().int().positive() })

export const PeoplePage = pageOf(PersonRow).extend({
  /** How many the filter finds in all. */
  total: z.number().int().nonnegative(),
  /** How many each choice of a filter would show beside the others; null when the search goes over several communes. */
  counts: z
    .object({
      hamlet: z.array(ChoiceCount),
      programme: z.array(ChoiceCount),
      method: z.array(ChoiceCount),
      state: z.array(ChoiceCount),
    })
    .nullable(),
})
export type PeoplePage = z.infer<typeof PeoplePage>

/** GET /office/people/:id. Asking for it is written into the log. */
export const PersonDetail = z.object({
  /** Counts the changes of the person and of what the person receives; a change by hand names the one it is made upon. */
  version: z.number().int().nonnegative(),
  beneficiary: Beneficiary,
  /** Day of death; null while nobody wrote one down. */
  died: CalendarDate.nullable(),
  entitlements: z.array(Entitlement),
  /** The terms of each benefit through time, by its id; the earliest stretch of days first. */
  periods: z.record(z.string(), z.array(TermPeriod)),
  registrations: z.array(
    z.object({ id: RecordId, at: z.string(), receivedAt: z.string(), officer: z.string(), state: ReviewState }),
  ),
})
export type PersonDetail = z.infer<typeof PersonDetail>
