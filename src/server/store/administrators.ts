// Whether anybody could sign in and let others in.
import type { Reader } from './transaction.ts'

/** Whether there is an administrator who still works here. */
export async function hasAdministrator(db: Reader): Promise<boolean> {
  const row = await db
    .selectFrom('staff')
    .select('id')
    .where('role', '=', 'administrator')
    .where('active', '=', 1)
    .executeTakeFirst()
  return row !== undefined
}
