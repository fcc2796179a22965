// Tablets: letting them in, taking them out, and those that need a decision.
import { z } from 'zod'
import type { ProfileId, StaffId } from '../../domain/ids.ts'
import { EnrolmentCode, Fork, type ForkDecision, TabletList, VaultRecoveryList } from '../../protocol/office/tablets.ts'
import { type Answer, askServer } from './ask-server.ts'

const nothing = z.null()

/** Tablets of the communes in scope. */
export function listTablets(signal?: AbortSignal): Promise<Answer<z.output<typeof TabletList>>> {
  return askServer(TabletList, '/tablets', { signal })
}

/** A new code for somebody; it is shown this once. */
export function makeEnrolmentCode(staffId: StaffId): Promise<Answer<EnrolmentCode>> {
  return askServer(EnrolmentCode, '/enrolment-codes', { method: 'POST', body: { staffId } })
}

/** Revokes a tablet: it destroys the profile's data when it is next heard from. */
export function revokeTablet(profileId: ProfileId, reason: string): Promise<Answer<null>> {
  return askServer(nothing, `/tablets/${profileId}/revocation`, { method: 'POST', body: { reason } })
}

/** Envelopes that were kept apart when the tablet's chain forked. */
export function readFork(profileId: ProfileId, signal?: AbortSignal): Promise<Answer<z.output<typeof Fork>>> {
  return askServer(Fork, `/tablets/${profileId}/fork`, { signal })
}

/** What becomes of a frozen tablet. */
export function decideFork(profileId: ProfileId, decision: ForkDecision): Promise<Answer<null>> {
  return askServer(nothing, `/tablets/${profileId}/fork`, { method: 'POST', body: decision })
}

/** Forgotten PINs. */
export function listRecoveries(signal?: AbortSignal): Promise<Answer<z.output<typeof VaultRecoveryList>>> {
  return askServer(VaultRecoveryList, '/vault-recoveries', { signal })
}

/** @param check the four digits that the person reads from the tablet. */
export function approveRecovery(id: string, check: string): Promise<Answer<null>> {
  return askServer(nothing, `/vault-recoveries/${id}/approval`, { method: 'POST', body: { check } })
}
