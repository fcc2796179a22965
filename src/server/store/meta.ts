// Single facts about this database: its epoch, the waiting setup secret.
import { sql } from 'kysely'
import type { Reader } from './transaction.ts'

export type MetaKey = 'epoch' | 'setupSecretHash' | 'setupSecretExpires'

/** The value of a fact, or null. */
export async function findMeta(db: Reader, key: MetaKey): Promise<string | null> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value ?? null
}

/** Writes a fact in place of what stood there. */
export async function putMeta(db: Reader, key: MetaKey, value: string): Promise<void> {
  await db
    .insertInto('meta')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

/** Forgets a fact. @returns whether it was there. */
export async function removeMeta(db: Reader, key: MetaKey): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('meta').where('key', '=', key).executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** The epoch: another one means that the server was restored and tablets must start over. */
export async function getEpoch(db: Reader): Promise<string> {
  const epoch = await findMeta(db, 'epoch')
  if (epoch === null) throw new Error('the database has no epoch: it was not prepared')
  return epoch
}

/** Whether the database answers at all. */
export async function isDatabaseAwake(db: Reader): Promise<boolean> {
  try {
    await sql`select 1`.execute(db)
    return true
  } catch {
    return false
  }
}
