// An empty server has nobody who could sign in: a one-time link makes the first administrator.
import { hashSecret, newSecret, sameHash } from '../secrets.ts'
import { hasAdministrator } from '../store/administrators.ts'
import { findMeta, putMeta, removeMeta } from '../store/meta.ts'
import type { Trx } from '../store/transaction.ts'
import { inTransaction } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'

/**
 * Makes a new secret for the setup link when there is no administrator; an earlier link stops working.
 * @returns the secret, or null when an administrator exists.
 */
export async function issueSetupSecret(tools: ServerTools): Promise<string | null> {
  const secret = newSecret()
  return inTransaction(tools.db, async (trx) => {
    if (await hasAdministrator(trx)) return null
    await putMeta(trx, 'setupSecretHash', hashSecret(secret))
    await putMeta(trx, 'setupSecretExpires', String(tools.now() + tools.settings.limits.setupSecretMs))
    return secret
  })
}

/**
 * Uses up the setup secret. Call it in the transaction that creates the administrator, so that both happen or neither.
 * @returns false for a wrong, used or expired secret, and when there is an administrator already.
 */
export async function consumeSetupSecret(trx: Trx, secret: string, now: number): Promise<boolean> {
  const hash = await findMeta(trx, 'setupSecretHash')
  const expires = Number((await findMeta(trx, 'setupSecretExpires')) ?? 0)
  if (hash === null || expires <= now || !sameHash(hash, hashSecret(secret))) return false
  if (await hasAdministrator(trx)) return false
  await removeMeta(trx, 'setupSecretExpires')
  return removeMeta(trx, 'setupSecretHash')
}
