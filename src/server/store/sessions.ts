// Sign-ins at the office. Only the hash of a cookie's value is kept.
import type { StaffId } from '../../domain/ids.ts'
import type { Reader } from './transaction.ts'

/** Begins a session. Times in milliseconds since 1970. */
export async function insertSession(
  db: Reader,
  session: { hash: string; staffId: StaffId; now: number; expiresAt: number },
): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<=', session.now).execute()
  await db
    .insertInto('session')
    .values({
      id_hash: session.hash,
      staff_id: session.staffId,
      created_at: session.now,
      last_seen_at: session.now,
      expires_at: session.expiresAt,
    })
    .execute()
}

/** Ends one session. */
export async function endSession(db: Reader, hash: string): Promise<void> {
  await db.deleteFrom('session').where('id_hash', '=', hash).execute()
}

/** Ends every session of a member of staff. */
export async function endSessionsOf(db: Reader, staffId: StaffId): Promise<void> {
  await db.deleteFrom('session').where('staff_id', '=', staffId).execute()
}
