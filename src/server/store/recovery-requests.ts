// Forgotten PINs as the office sees them.
import type { StaffId } from '../../domain/ids.ts'
import type { Reader, Trx } from './transaction.ts'

/** Requests that are open, or were answered since `since`; the newest first. */
export function listRecoveries(db: Reader, since: number) {
  return withOwner(db).where('recovery.asked_at', '>=', since).orderBy('recovery.asked_at', 'desc').execute()
}

/** One request, or undefined. */
export function findRecovery(db: Reader, id: string) {
  return withOwner(db).where('recovery.id', '=', id).executeTakeFirst()
}

/** Approves a request that nobody has approved yet. @returns whether it was still open. */
export async function approveRecoveryRow(trx: Trx, id: string, by: StaffId, at: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('recovery')
    .set({ approved_by: by, approved_at: at })
    .where('id', '=', id)
    .where('approved_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

function withOwner(db: Reader) {
  return db
    .selectFrom('recovery')
    .innerJoin('profile', 'profile.id', 'recovery.profile_id')
    .innerJoin('staff', 'staff.id', 'profile.staff_id')
    .select(['recovery.id', 'recovery.profile_id', 'recovery.check_digits', 'recovery.asked_at', 'recovery.expires_at'])
    .select(['recovery.approved_at', 'recovery.fetched_at', 'profile.tablet_name', 'profile.state'])
    .select(['staff.id as staff_id', 'staff.name as staff_name', 'staff.all_communes'])
}
