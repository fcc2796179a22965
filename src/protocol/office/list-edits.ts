// Changing the list by hand. Each change names the version of the person that it was made upon: when somebody else wrote
// in between it is refused with 409 `conflict`, and nothing is overwritten.
import { z } from 'zod'
import { Beneficiary } from '../../domain/beneficiary.ts'
import { CalendarDate } from '../../domain/calendar-date.ts'
import { Entitlement } from '../../domain/entitlement.ts'
import { BeneficiaryId, CommuneCode, EntitlementId } from '../../domain/ids.ts'
import { PossibleDuplicate } from './registrations.ts'

const version = z.number().int().nonnegative()
const reason = z.string().trim().min(1).max(500)
const decision = z.string().trim().max(200).nullable()
const day = CalendarDate.nullable()

const changeable = Beneficiary.omit({ id: true, commune: true })

/** What of a person can be changed by hand. A death has a message of its own. */
export const PersonFields = z.strictObject({
  ...changeable.shape,
  verification: changeable.shape.verification.exclude(['deceased']),
})
export type PersonFields = z.infer<typeof PersonFields>

/** What a benefit begins with. */
export const BenefitFields = z.strictObject({
  ...Entitlement.pick({
    programme: true,
    category: true,
    categoryText: true,
    monthly: true,
    arrears: true,
    decision: true,
    from: true,
    until: true,
  }).shape,
})
export type BenefitFields = z.infer<typeof BenefitFields>

/** POST /office/communes/:commune/people: somebody whom no imported list brought. */
export const NewPerson = z.strictObject({
  person: PersonFields,
  benefits: z.array(BenefitFields).max(20),
  reason,
  /** The people who were shown as possible duplicates are others. */
  despiteDuplicates: z.boolean(),
})
export type NewPerson = z.infer<typeof NewPerson>

/** PATCH /office/people/:id. */
export const PersonChange = z.strictObject({
  version,
  set: PersonFields.partial(),
  /** Since when it is so; null: it was wrong and has always been so. */
  from: day,
  reason,
  despiteDuplicates: z.boolean(),
})
export type PersonChange = z.infer<typeof PersonChange>

/** POST /office/people/:id/benefits. */
export const NewBenefit = z.strictObject({ version, benefit: BenefitFields, reason })
export type NewBenefit = z.infer<typeof NewBenefit>

/** PATCH /office/people/:id/benefits/:benefit. */
export const BenefitChange = z.strictObject({
  version,
  /** What holds for a time: the days, and what is so on them. */
  terms: z
    .strictObject({
      from: CalendarDate,
      until: day,
      set: BenefitFields.pick({ category: true, categoryText: true, monthly: true })
        .extend({ state: Entitlement.shape.state })
        .partial(),
    })
    .nullable(),
  /** What was written down wrongly of the grant itself. */
  grant: BenefitFields.pick({ from: true, until: true, decision: true, arrears: true }).partial(),
  /** Number of the decision that changes it. */
  decision,
  reason,
})
export type BenefitChange = z.infer<typeof BenefitChange>

/** PUT /office/people/:id/death. `died: null` takes back a death that was written down by mistake. */
export const Death = z.strictObject({ version, died: day, decision, reason })
export type Death = z.infer<typeof Death>

/** POST /office/people/:id/move. Only between communes that the asker both works in. */
export const Move = z.strictObject({
  version,
  to: CommuneCode,
  /** The first day in the new commune; not after today. */
  from: CalendarDate,
  hamlet: Beneficiary.shape.hamlet,
  currentAddress: Beneficiary.shape.currentAddress,
  reason,
})
export type Move = z.infer<typeof Move>

/** POST /office/people/:id/removal: somebody who should never have been on the list. */
export const Removal = z.strictObject({ version, reason })
export type Removal = z.infer<typeof Removal>

/** What a change came to. Nothing is written when there may be duplicates. */
export const EditAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), id: BeneficiaryId, version, benefit: EntitlementId.nullable() }),
  z.object({ kind: z.literal('duplicates'), duplicates: z.array(PossibleDuplicate) }),
  /** What was asked contradicts itself or the list. */
  z.object({
    kind: z.literal('refused'),
    because: z.enum(['diedBeforeBirth', 'inFuture', 'untilBeforeFrom', 'sameCommune', 'alreadyDead']),
  }),
])
export type EditAnswer = z.infer<typeof EditAnswer>
