// The review queue: registrations as they arrive, and what the office decides about them.
import { z } from 'zod'
import { AccountState, Beneficiary } from '../../domain/beneficiary.ts'
import { Entitlement } from '../../domain/entitlement.ts'
import { BeneficiaryId, CommuneCode, ProfileId, RecordId } from '../../domain/ids.ts'
import { Paper } from '../../domain/paper.ts'
import { ListField } from '../../domain/registered-beneficiary.ts'
import { ReviewState } from '../../domain/review.ts'
import { RecordPhoto } from '../record.ts'
import { RegistrationV1 } from '../records/registration.ts'
import { PageQuery, pageOf } from './page.ts'

export const RegistrationQuery = PageQuery.extend({
  state: ReviewState.optional(),
  commune: CommuneCode.optional(),
  q: z.string().trim().max(100).optional(),
})
export type RegistrationQuery = z.output<typeof RegistrationQuery>

export const RegistrationRow = z.object({
  id: RecordId,
  commune: CommuneCode,
  name: z.string(),
  birth: z.string(),
  hamlet: z.string().nullable(),
  officer: z.string(),
  at: z.string(),
  receivedAt: z.string(),
  state: ReviewState,
  photos: z.number().int().nonnegative(),
  photosMissing: z.number().int().nonnegative(),
  /** Nobody on the list: accepting adds a person. */
  isNew: z.boolean(),
  /** A later record took its place, or declared it void. */
  replaced: z.boolean(),
})
export type RegistrationRow = z.infer<typeof RegistrationRow>

export const RegistrationPage = pageOf(RegistrationRow).extend({ counts: z.record(ReviewState, z.number().int()) })
export type RegistrationPage = z.infer<typeof RegistrationPage>

/** Somebody who may be the same person, and what they share. */
export const PossibleDuplicate = z.object({
  of: z.enum(['beneficiary', 'registration']),
  id: z.string(),
  commune: CommuneCode,
  name: z.string(),
  birth: z.string().nullable(),
  idNumber: z.string().nullable(),
  hamlet: z.string().nullable(),
  fileCode: z.string().nullable(),
  shares: z.enum(['idNumber', 'nameAndBirth']),
})
export type PossibleDuplicate = z.infer<typeof PossibleDuplicate>

export const ReviewStep = z.object({
  at: z.string(),
  by: z.string(),
  state: ReviewState,
  papers: z.array(Paper),
  note: z.string().nullable(),
})
export type ReviewStep = z.infer<typeof ReviewStep>

/** GET /office/registrations/:id. Asking for it is written into the log. */
export const RegistrationDetail = z.object({
  id: RecordId,
  /** Counts the decisions; a decision names the one it was made upon. */
  version: z.number().int().nonnegative(),
  commune: CommuneCode,
  /** The commune it was recorded in, when the person moved before it came or before it was decided; null otherwise. */
  recordedIn: CommuneCode.nullable(),
  state: ReviewState,
  account: AccountState,
  officer: z.string(),
  profileId: ProfileId,
  at: z.string(),
  receivedAt: z.string(),
  clockSkewMs: z.number().nullable(),
  data: RegistrationV1,
  /** Its own, and those that the office has of the registrations it takes the place of. */
  photos: z.array(RecordPhoto.extend({ arrived: z.boolean(), earlier: z.boolean() })),
  /** As the list has the person now; null when the registration is of nobody on the list. */
  current: Beneficiary.nullable(),
  /** Where the registration says something else than the list. */
  differences: z.array(ListField),
  entitlements: z.array(Entitlement),
  duplicates: z.array(PossibleDuplicate),
  amends: RecordId.nullable(),
  /** The later record that amends or voids it. */
  replacedBy: RecordId.nullable(),
  history: z.array(ReviewStep),
})
export type RegistrationDetail = z.infer<typeof RegistrationDetail>

const version = z.number().int().nonnegative()
const note = z.string().trim().max(1000).nullable()

/** POST /office/registrations/:id/decision. 409 `conflict` when somebody decided in between, `already_decided` when it is final. */
export const ReviewDecision = z.discriminatedUnion('decision', [
  z.strictObject({
    decision: z.literal('accept'),
    version,
    note,
    /** Fields in which the list keeps what it has. */
    keep: z.array(ListField).max(ListField.options.length),
    /** For a person not on the list: the one who turned out to be the same; null adds a new person. */
    linkTo: BeneficiaryId.nullable(),
  }),
  z.strictObject({
    decision: z.literal('needPapers'),
    version,
    note,
    papers: z.array(Paper).min(1).max(Paper.options.length),
  }),
  z.strictObject({ decision: z.literal('reject'), version, note: z.string().trim().min(1).max(1000) }),
])
export type ReviewDecision = z.infer<typeof ReviewDecision>
