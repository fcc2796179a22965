// Brings a database to the newest schema. Migrations are never edited after a release: a change is a new one.
import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import * as first from './migrations/001-first.ts'
import type { Database } from './schema.ts'

const migrations: Record<string, Migration> = { '001-first': first }

/** Which schema this code needs; written into backups. */
export const schemaVersion = Object.keys(migrations).toSorted().at(-1) ?? ''

/** @throws when a migration fails; nothing of that migration is left behind then. */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error instanceof Error ? error : new Error('migration failed', { cause: error })
}
