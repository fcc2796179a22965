// Which kind of database stands behind a Kysely, where the two need different words.
import { type Kysely, PostgresAdapter, type Transaction } from 'kysely'

/** SQLite, or PostgreSQL in any of its forms. */
export function dialectOf<T>(db: Kysely<T> | Transaction<T>): 'sqlite' | 'postgres' {
  return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite'
}
