// Brings a database to the newest schema, all in one transaction on every database: a process that is killed half-way
// leaves either schema, never a mixture. Migrations are never edited after a release: a change is a new one.
import { type Kysely, sql } from 'kysely'
import { dialectOf } from './dialect.ts'
import { up as first } from './migrations/001-first.ts'
import { up as listHistory } from './migrations/002-list-history.ts'
import { up as payments } from './migrations/004-payments.ts'
import { up as fewerIndices } from './migrations/003-fewer-indices.ts'
import { up as imports } from './migrations/005-imports.ts'
import { up as search } from './migrations/006-search.ts'
import { up as pastCommunes } from './migrations/007-past-communes.ts'
import { up as noSearchText } from './migrations/008-no-search-text.ts'
import { up as lessForEachRecord } from './migrations/009-less-for-each-record.ts'
import { up as changesOfAMonthApart } from './migrations/010-changes-of-a-month-apart.ts'
import type { Database } from './schema.ts'
import type { Trx } from './transaction.ts'

const migrations: Record<string, (db: Kysely<never>) => Promise<void>> = {
  '001-first': first,
  '002-list-history': listHistory,
  '003-fewer-indices': fewerIndices,
  '004-payments': payments,
  '005-imports': imports,
  '006-search': search,
  '007-past-communes': pastCommunes,
  '008-no-search-text': noSearchText,
  '009-less-for-each-record': lessForEachRecord,
  '010-changes-of-a-month-apart': changesOfAMonthApart,
}

/** Which schema this code needs; written into backups. */
export const schemaVersion = Object.keys(migrations).toSorted().at(-1) ?? ''

/** Whether this code knows that schema. */
export function knowsSchema(version: string): boolean {
  return version in migrations
}

/**
 * @param db a database, or a transaction that the caller is in.
 * @param to a schema that this code knows; the newest when left out.
 */
export async function migrate(db: Kysely<Database>, to: string = schemaVersion): Promise<void> {
  if (db.isTransaction) await apply(db as Trx, to)
  else await db.transaction().execute((trx) => apply(trx, to))
}

// Any number; two servers that start at once take turns by it.
const migrationLock = 20_261_123

async function apply(trx: Trx, to: string): Promise<void> {
  if (dialectOf(trx) === 'postgres') await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(trx)
  await sql`create table if not exists migration (name text primary key)`.execute(trx)
  const { rows } = await sql<{ name: string }>`select name from migration`.execute(trx)
  const applied = new Set(rows.map(({ name }) => name))
  for (const [name, up] of Object.entries(migrations).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (applied.has(name) || name > to) continue
    await up(trx as unknown as Kysely<never>)
    await sql`insert into migration (name) values (${name})`.execute(trx)
  }
}
