// One transaction, tried again when PostgreSQL says that it lost a race: such a failure left nothing behind.
import type { Kysely, Transaction } from 'kysely'
import { dialectOf } from './dialect.ts'
import type { Database } from './schema.ts'

export type Trx = Transaction<Database>
/** A transaction or the database itself: for reading. */
export type Reader = Kysely<Database>

const lostRaces = new Set(['40001', '40P01', '23505'])
const attempts = 5

/**
 * Runs `work` in one transaction. `work` may run several times, so it must touch nothing but the database; a unique
 * violation counts as a lost race, because whoever looks again sees the row that was there first.
 */
export async function inTransaction<T>(db: Kysely<Database>, work: (trx: Trx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (attempt >= attempts || !lostRaces.has(code)) throw error
    }
  }
}

/** A consistent view of several reads: the same snapshot for all of them. */
export function inSnapshot<T>(db: Kysely<Database>, read: (trx: Trx) => Promise<T>): Promise<T> {
  return isolated(db).execute(read)
}

function isolated(db: Kysely<Database>) {
  const transaction = db.transaction()
  return dialectOf(db) === 'postgres' ? transaction.setIsolationLevel('repeatable read') : transaction
}
