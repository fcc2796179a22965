// A forgotten PIN: the tablet asks with its escrow, the office agrees, and the data key is handed out once.
import { randomInt } from 'node:crypto'
import { toBase64Url } from '../../protocol/bytes.ts'
import { openEscrow } from '../../protocol/escrow.ts'
import type { RecoveryRequest, RecoveryResponse } from '../../protocol/vault-recovery.ts'
import { hashSecret, sameHash } from '../secrets.ts'
import { writeAudit } from '../store/audit.ts'
import { findLiveRecovery, insertRecovery, isRecoverable, markFetched } from '../store/recoveries.ts'
import { inTransaction } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'

export type AskRecoveryResult = { kind: 'asked'; answer: RecoveryResponse } | { kind: 'badEscrow' }

/** Unknown and revoked profiles are answered like a wrong escrow. */
export async function askRecovery(tools: ServerTools, request: RecoveryRequest): Promise<AskRecoveryResult> {
  const { profileId, escrow, claim } = request
  try {
    await openEscrow(tools.keys.sealTo.privateJwk, profileId, escrow)
  } catch {
    return { kind: 'badEscrow' }
  }
  const id = tools.newId()
  const check = String(randomInt(10_000)).padStart(4, '0')
  const at = tools.now()
  return inTransaction(tools.db, async (trx): Promise<AskRecoveryResult> => {
    if (!(await isRecoverable(trx, profileId))) return { kind: 'badEscrow' }
    await insertRecovery(trx, {
      id,
      profile_id: profileId,
      claim_hash: hashSecret(claim),
      escrow,
      check_digits: check,
      asked_at: at,
      expires_at: at + tools.settings.limits.recoveryMs,
    })
    await writeAudit(
      trx,
      tools,
      { kind: 'tablet', profileId },
      {
        action: 'recovery.asked',
        thing: 'recovery',
        thingId: id,
      },
    )
    return { kind: 'asked', answer: { recoveryId: id, check } }
  })
}

export type FetchRecoveryKeyResult =
  { kind: 'key'; dataKey: string } | { kind: 'notFound' } | { kind: 'notApproved' } | { kind: 'alreadyFetched' }

/** Hands out the data key, once. A wrong claim is answered like an unknown request. */
export async function fetchRecoveryKey(tools: ServerTools, id: string, claim: string): Promise<FetchRecoveryKeyResult> {
  return inTransaction(tools.db, async (trx): Promise<FetchRecoveryKeyResult> => {
    const recovery = await findLiveRecovery(trx, id, tools.now())
    if (!recovery || !sameHash(recovery.claim_hash, hashSecret(claim))) return { kind: 'notFound' }
    if (recovery.state === 'revoked' || recovery.active === 0) return { kind: 'notFound' }
    if (recovery.fetched_at !== null) return { kind: 'alreadyFetched' }
    if (recovery.approved_at === null) return { kind: 'notApproved' }
    const { profile_id: profileId } = recovery
    const dataKey = await openEscrow(tools.keys.sealTo.privateJwk, profileId, recovery.escrow)
    if (!(await markFetched(trx, id, tools.now()))) return { kind: 'alreadyFetched' }
    await writeAudit(
      trx,
      tools,
      { kind: 'tablet', profileId },
      {
        action: 'recovery.fetched',
        thing: 'recovery',
        thingId: id,
      },
    )
    return { kind: 'key', dataKey: toBase64Url(dataKey) }
  })
}
