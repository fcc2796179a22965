// GET /changes: what the server tells a tablet, one change a line (NDJSON).
import { z } from 'zod'
import { AccountState, Beneficiary } from '../domain/beneficiary.ts'
import { Entitlement } from '../domain/entitlement.ts'
import { BeneficiaryId, CommuneCode, PhotoHash, RecordId } from '../domain/ids.ts'
import { Paper } from '../domain/paper.ts'
import { Delivery } from '../domain/payment/delivery.ts'
import { PaymentFlag } from '../domain/payment/fact.ts'
import { Period } from '../domain/payment/period.ts'
import { ReviewState } from '../domain/review.ts'
import { CommuneRef } from './enrolment.ts'
import { QuarantineReason, RecordStatus } from './push.ts'

export const changesMediaType = 'application/x-ndjson'

export const BeginLine = z.object({
  type: z.literal('begin'),
  /** Changes when the server was restored from a backup. */
  epoch: z.string().min(1),
  /** The seq that the server wants next from this profile. */
  journal: z.object({ next: z.number().int().positive() }),
  communes: z.array(
    CommuneRef.extend({
      /** What the tablet should hold of this commune once it stands at this page's `end` cursor; not on every page. */
      holds: z.object({ count: z.number().int().nonnegative(), digest: z.string() }).optional(),
    }),
  ),
  /** The server's clock, RFC 3339. */
  time: z.string(),
})
export type BeginLine = z.infer<typeof BeginLine>

const dong = z.number().int()

/** What became of a payment, a visit, a void or a settlement. */
export const PaymentOutcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('payment'),
    period: Period,
    /** `double`: another payment of the same items counts. Both stay. */
    effect: z.enum(['counted', 'double', 'partlyDouble', 'voided']),
    /** A void of it waits for a second person. */
    voidWaiting: z.boolean(),
    /** Đồng of it that count, that are double, and that its items do not explain. */
    counted: dong,
    double: dong,
    rest: dong,
    flags: z.array(PaymentFlag),
    /** Those that somebody still has to settle. */
    open: z.array(PaymentFlag),
  }),
  z.object({ kind: z.literal('visit'), period: Period, effect: z.enum(['noted', 'overtaken', 'voided']) }),
  z.object({
    kind: z.literal('void'),
    /** `waiting`: for a second person · `withoutTarget`: what it voids has not come yet, or was another officer's. */
    effect: z.enum(['effective', 'waiting', 'refused', 'withoutTarget']),
  }),
  z.object({
    kind: z.literal('settlement'),
    period: Period,
    /** Of the whole day by what the server has; `addition`: something changed after it and has to be settled besides. */
    state: z.enum(['addition', 'differs', 'even']),
    missing: dong,
  }),
])
export type PaymentOutcome = z.infer<typeof PaymentOutcome>

/** What became of a record. One line replaces the earlier one of the same record. */
export const Outcome = z.object({
  /** The record it speaks of. */
  id: RecordId,
  commune: CommuneCode,
  status: RecordStatus.exclude(['duplicate']),
  /** Why it is in quarantine, or was. */
  reasons: z.array(QuarantineReason),
  /** Photos that have not arrived whole. */
  missingPhotos: z.array(PhotoHash),
  /** Null for records that are not reviewed. */
  review: ReviewState.nullable(),
  /** Asked for, when the review says `needsPapers`. */
  papers: z.array(Paper),
  /** The reviewer's own words to the officer. */
  note: z.string().nullable(),
  account: AccountState,
  /** The beneficiary that the office linked it to. */
  beneficiary: BeneficiaryId.nullable(),
  decidedAt: z.string().nullable(),
  /** Of payments, visits, their corrections and settlements, once they are accepted. */
  payment: PaymentOutcome.optional(),
})
export type Outcome = z.infer<typeof Outcome>

export const BeneficiaryLine = z.object({ type: z.literal('beneficiary'), ...Beneficiary.shape })
export const EntitlementLine = z.object({ type: z.literal('entitlement'), ...Entitlement.shape })
export const OutcomeLine = z.object({ type: z.literal('outcome'), ...Outcome.shape })
/** Somebody whom the member of staff has to visit; one a month and person. */
export const DeliveryLine = z.object({ type: z.literal('delivery'), ...Delivery.shape })
/** A tombstone: the thing is no longer on the list (or no longer in the tablet's scope). */
export const DropLine = z.object({
  type: z.literal('drop'),
  of: z.enum(['beneficiary', 'entitlement', 'outcome', 'delivery']),
  id: z.string(),
})

export const ChangeLine = z.discriminatedUnion('type', [
  BeneficiaryLine,
  EntitlementLine,
  OutcomeLine,
  DeliveryLine,
  DropLine,
])
export type ChangeLine = z.infer<typeof ChangeLine>

export const EndLine = z.object({
  type: z.literal('end'),
  cursor: z.string(),
  more: z.boolean(),
  /** Lines between `begin` and `end`. */
  count: z.number().int().nonnegative(),
  /** Lower-case hex SHA-256 of those lines' bytes, each with its line feed. */
  sha256: z.string(),
})
export type EndLine = z.infer<typeof EndLine>
