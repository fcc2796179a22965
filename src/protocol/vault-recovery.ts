// A forgotten PIN. The tablet cannot show its token (it is sealed), so it asks with the escrow, and later fetches its
// data key with a claim that only it knows, once, after the office has looked at who is asking.
import { z } from 'zod'
import { ProfileId } from '../domain/ids.ts'
import { Escrow } from './escrow-text.ts'

const Claim = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** POST /vault-recoveries. `claim` is 32 random bytes in base64url that the tablet keeps. */
export const RecoveryRequest = z.strictObject({ profileId: ProfileId, escrow: Escrow, claim: Claim })
export type RecoveryRequest = z.infer<typeof RecoveryRequest>

/** 202. The four digits are shown on the tablet and read to the office, so that it approves the right one. */
export const RecoveryResponse = z.object({ recoveryId: z.string(), check: z.string().regex(/^\d{4}$/) })
export type RecoveryResponse = z.infer<typeof RecoveryResponse>

/** POST /vault-recoveries/{recoveryId}/key: 403 `not_approved` until the office has agreed, 410 `already_fetched` after. */
export const RecoveryKeyRequest = z.strictObject({ claim: Claim })
export const RecoveryKeyResponse = z.object({ dataKey: Claim })
export type RecoveryKeyResponse = z.infer<typeof RecoveryKeyResponse>
