// GET /changes: what the server tells a tablet, one change a line (NDJSON).
import { z } from 'zod'
import { AccountState, Beneficiary } from '../domain/beneficiary.ts'
import { Entitlement } from '../domain/entitlement.ts'
import { BeneficiaryId, CommuneCode, PhotoHash, RecordId } from '../domain/ids.ts'
import { Paper } from '../domain/paper.ts'
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
})
export type Outcome = z.infer<typeof Outcome>

export const BeneficiaryLine = z.object({ type: z.literal('beneficiary'), ...Beneficiary.shape })
export const EntitlementLine = z.object({ type: z.literal('entitlement'), ...Entitlement.shape })
export const OutcomeLine = z.object({ type: z.literal('outcome'), ...Outcome.shape })
/** A tombstone: the thing is no longer on the list (or no longer in the tablet's scope). */
export const DropLine = z.object({
  type: z.literal('drop'),
  of: z.enum(['beneficiary', 'entitlement', 'outcome']),
  id: z.string(),
})

export const ChangeLine = z.discriminatedUnion('type', [BeneficiaryLine, EntitlementLine, OutcomeLine, DropLine])
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
