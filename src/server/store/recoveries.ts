// Tablets whose PIN was forgotten, waiting for the office to agree.
import type { ProfileId } from '../../domain/ids.ts'
import type { RecoveryTable } from './staff-tables.ts'
import type { Reader, Trx } from './transaction.ts'

/** Adds a request; it waits for the office. */
export async function insertRecovery(
  trx: Trx,
  recovery: Pick<
    RecoveryTable,
    'id' | 'profile_id' | 'claim_hash' | 'escrow' | 'check_digits' | 'asked_at' | 'expires_at'
  >,
): Promise<void> {
  await trx
    .insertInto('recovery')
    .values({ ...recovery, approved_by: null, approved_at: null, fetched_at: null })
    .execute()
}

/** A request that has not expired, with the state of its profile. */
export function findLiveRecovery(db: Reader, id: string, at: number) {
  return db
    .selectFrom('recovery')
    .innerJoin('profile', 'profile.id', 'recovery.profile_id')
    .innerJoin('staff', 'staff.id', 'profile.staff_id')
    .select(['recovery.profile_id', 'recovery.claim_hash', 'recovery.escrow'])
    .select(['recovery.approved_at', 'recovery.fetched_at', 'profile.state', 'staff.active'])
    .where('recovery.id', '=', id)
    .where('recovery.expires_at', '>', at)
    .executeTakeFirst()
}

/** Notes that the key was fetched. @returns false when somebody was first. */
export async function markFetched(trx: Trx, id: string, at: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('recovery')
    .set({ fetched_at: at })
    .where('id', '=', id)
    .where('fetched_at', 'is', null)
    .where('approved_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Whether a profile may still be recovered: neither revoked nor of somebody who left. */
export async function isRecoverable(db: Reader, id: ProfileId): Promise<boolean> {
  const row = await db
    .selectFrom('profile')
    .innerJoin('staff', 'staff.id', 'profile.staff_id')
    .select('profile.id')
    .where('profile.id', '=', id)
    .where('profile.state', '!=', 'revoked')
    .where('staff.active', '=', 1)
    .executeTakeFirst()
  return row !== undefined
}
