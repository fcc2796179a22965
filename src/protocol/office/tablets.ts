// Tablets of the field: how they enrol, what they say of themselves, and what the office decides about them.
import { z } from 'zod'
import { CommuneCode, ProfileId, RecordId, StaffId } from '../../domain/ids.ts'
import { Role } from '../../domain/role.ts'
import { ContactReport } from '../contact.ts'

/** POST /office/enrolment-codes. */
export const EnrolmentCodeRequest = z.strictObject({ staffId: StaffId })
export type EnrolmentCodeRequest = z.infer<typeof EnrolmentCodeRequest>

/** The only time the code is shown: the server keeps its hash. */
export const EnrolmentCode = z.object({
  /** As it is shown, `7K3QF-9M2XD`. */
  code: z.string(),
  /** What the QR code says: `<server>/#enrol=<code>`. */
  link: z.string(),
  staffId: StaffId,
  expiresAt: z.string(),
})
export type EnrolmentCode = z.infer<typeof EnrolmentCode>

export const TabletState = z.enum(['active', 'frozen', 'revoked'])
export type TabletState = z.infer<typeof TabletState>

/** One member of staff on one tablet. */
export const Tablet = z.object({
  profileId: ProfileId,
  staff: z.object({ id: StaffId, name: z.string(), role: Role }),
  communes: z.array(CommuneCode),
  /** The tablet's own name for itself. */
  name: z.string(),
  state: TabletState,
  enrolledAt: z.string(),
  lastContact: z.string().nullable(),
  /** Version of the app that it runs. */
  app: z.string(),
  /** What it said at its last contact; null until it spoke. */
  report: ContactReport.nullable(),
  /** Records that the server holds of it. */
  records: z.number().int().nonnegative(),
  /** Envelopes kept apart because they contradict the chain. */
  forked: z.number().int().nonnegative(),
})
export type Tablet = z.infer<typeof Tablet>

export const TabletList = z.object({ items: z.array(Tablet) })

/** POST /office/tablets/:profileId/revocation. */
export const Revocation = z.strictObject({ reason: z.string().trim().min(1).max(500) })
export type Revocation = z.infer<typeof Revocation>

/** An envelope that was kept apart when the profile's chain forked. */
export const ForkedEnvelope = z.object({
  /** Number of the kept envelope on the server. */
  id: z.string(),
  seq: z.number().int().positive(),
  receivedAt: z.string(),
  /** What its body says it is; null when the body cannot be read. */
  recordId: RecordId.nullable(),
  kind: z.string().nullable(),
  /** Name of the person it speaks of, when it is a registration. */
  name: z.string().nullable(),
})
export type ForkedEnvelope = z.infer<typeof ForkedEnvelope>

export const Fork = z.object({ items: z.array(ForkedEnvelope) })

/** POST /office/tablets/:profileId/fork: the frozen profile is revoked for good (it enrols anew), or let go on. */
export const ForkDecision = z.strictObject({
  decision: z.enum(['revoke', 'unfreeze']),
  reason: z.string().trim().min(1).max(500),
})
export type ForkDecision = z.infer<typeof ForkDecision>

/** A forgotten PIN that waits for the office. */
export const VaultRecovery = z.object({
  id: z.string(),
  profileId: ProfileId,
  staffName: z.string(),
  tabletName: z.string(),
  askedAt: z.string(),
  expiresAt: z.string(),
  state: z.enum(['asked', 'approved', 'fetched', 'expired']),
})
export type VaultRecovery = z.infer<typeof VaultRecovery>

export const VaultRecoveryList = z.object({ items: z.array(VaultRecovery) })

/** POST /office/vault-recoveries/:id/approval. The four digits are read out by the person at the tablet. */
export const VaultRecoveryApproval = z.strictObject({ check: z.string().regex(/^\d{4}$/) })
export type VaultRecoveryApproval = z.infer<typeof VaultRecoveryApproval>
