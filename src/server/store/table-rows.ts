// Whole tables row by row, for backups: the same text for every database, so that a backup of one fits the other.
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { dialectOf } from './dialect.ts'
import { type Database, tableNames } from './schema.ts'
import type { Reader, Trx } from './transaction.ts'

export type TableName = (typeof tableNames)[number]
export type PlainRow = Record<string, string | number | null | { base64: string }>

/** What orders a table's rows, all of them different. */
const keys: Record<TableName, readonly string[]> = {
  meta: ['key'],
  commune: ['code'],
  staff: ['id'],
  staff_commune: ['commune', 'staff_id'],
  staff_commune_past: ['commune', 'staff_id'],
  session: ['id_hash'],
  enrolment_code: ['code_hash'],
  profile: ['id'],
  envelope: ['profile_id', 'seq'],
  fork_envelope: ['profile_id', 'seq', 'hash'],
  photo: ['sha256'],
  photo_use: ['commune', 'sha256', 'record_id', 'role'],
  beneficiary: ['commune', 'id'],
  entitlement: ['commune', 'id'],
  registration: ['commune', 'id'],
  review_step: ['commune', 'registration_id', 'version'],
  decision: ['id'],
  feed: ['feed'],
  change: ['feed', 'thing', 'id'],
  feed_mark: ['feed', 'at'],
  list_change: ['commune', 'beneficiary_id', 'n'],
  coming_change: ['commune', 'due', 'beneficiary_id'],
  import: ['commune', 'id'],
  import_file: ['commune', 'sha256'],
  import_line: ['import_id', 'n'],
  import_effect: ['import_id', 'thing', 'id'],
  import_draft: ['lines_id'],
  import_habit: ['commune', 'heading'],
  period: ['commune', 'period'],
  period_changes: ['commune', 'period'],
  payee: ['commune', 'period', 'beneficiary_id'],
  payment_item: ['commune', 'period', 'id'],
  item_correction: ['commune', 'id'],
  assignment: ['commune', 'id'],
  payment_fact: ['commune', 'id'],
  payment_fact_item: ['commune', 'item_id', 'record_id'],
  payment_decision: ['commune', 'id'],
  settlement: ['commune', 'id'],
  search_recent: ['commune', 'id'],
  search_block: ['commune', 'block'],
  search_place: ['commune', 'id'],
  search_posting: ['commune', 'token', 'block'],
  audit: ['id'],
  recovery: ['id'],
}

const usualRowsAtOnce = 500

/** Every row of a table in the order of its key. */
export async function* readRows(db: Reader, table: TableName): AsyncGenerator<PlainRow> {
  const key = keys[table]
  // A whole spreadsheet lies in each of these.
  const rowsAtOnce = table === 'import_file' ? 1 : usualRowsAtOnce
  const columns = sql.join(key.map((column) => sql.ref(column)))
  let last: readonly unknown[] = []
  for (;;) {
    const after: RawBuilder<unknown> = last.length === 0 ? sql`` : sql`where (${columns}) > (${sql.join(last)})`
    const query = sql<
      Record<string, unknown>
    >`select * from ${sql.table(table)} ${after} order by ${columns} limit ${rowsAtOnce}`
    const { rows }: { rows: Record<string, unknown>[] } = await query.execute(db)
    for (const row of rows) yield plain(row)
    const end: Record<string, unknown> | undefined = rows.at(-1)
    if (!end || rows.length < rowsAtOnce) return
    last = key.map((column) => end[column])
  }
}

/** Writes rows as `readRows` gave them. */
export async function writeRows(trx: Trx, table: TableName, rows: readonly PlainRow[]): Promise<void> {
  const wide = Object.keys(rows[0] ?? {}).length
  const atOnce = Math.max(1, Math.floor(5000 / Math.max(1, wide)))
  for (let start = 0; start < rows.length; start += atOnce) {
    const part = rows.slice(start, start + atOnce).map(stored)
    const columns = Object.keys(part[0] ?? {})
    const values = part.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`)
    const names = sql.join(columns.map((column) => sql.ref(column)))
    await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(trx)
  }
}

/** Removes every table of ours with all it holds; a transaction that fails takes it back. */
export async function dropEverything(trx: Trx): Promise<void> {
  const isPostgres = dialectOf(trx) === 'postgres'
  const cascade = isPostgres ? sql`cascade` : sql``
  for (const table of [...tableNames.toReversed(), 'migration']) {
    await sql`drop table if exists ${sql.table(table)} ${cascade}`.execute(trx)
  }
  if (isPostgres) await sql`drop function if exists audit_refuses, list_change_refuses, payments_refuse`.execute(trx)
}

/** How many rows each table has. */
export async function countRows(db: Kysely<Database>, table: TableName): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

function plain(row: Record<string, unknown>): PlainRow {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (value instanceof Uint8Array) return [column, { base64: Buffer.from(value).toString('base64') }]
      if (value === null || typeof value === 'string' || typeof value === 'number') return [column, value]
      throw new Error(`${column} holds what no backup can carry`)
    }),
  )
}

function stored(row: PlainRow): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'object' && value !== null ? Buffer.from(value.base64, 'base64') : value,
    ]),
  )
}
