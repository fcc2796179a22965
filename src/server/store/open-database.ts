// One database behind one interface: SQLite in the data folder, or PostgreSQL when the settings name one.
import { join } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Pool, types } from 'pg'
import { dialectOf } from './dialect.ts'
import { keepStatementsOf } from './kept-statements.ts'
import type { Database } from './schema.ts'
import { openSqlite } from './sqlite-database.ts'
import { PatientSqliteDialect } from './sqlite-dialect.ts'

const int8 = 20

/** Numbers of ours stay far below 2^53: PostgreSQL's 8-byte integers are read as plain numbers, as SQLite gives them. */
const numbersAsNumbers = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    id === int8 ? Number : types.getTypeParser(id, format === 'binary' ? 'text' : format),
} as const

/** The embedded database's file inside a data folder. */
export function sqliteFile(dataDir: string): string {
  return join(dataDir, 'tan-nha.sqlite')
}

/** The file of an embedded database; null for PostgreSQL, and for one that is in memory only. */
export async function fileOfDatabase(db: Kysely<Database>): Promise<string | null> {
  if (dialectOf(db) === 'postgres') return null
  const { rows } = await sql<{ file: string }>`select file from pragma_database_list where name = 'main'`.execute(db)
  return rows[0]?.file || null
}

/** `file` names another SQLite file than the data folder's own. */
export type DatabasePlace = { dataDir: string; databaseUrl: string | null; file?: string }

const idleInTransactionMs = 60_000

/** How long another process or thread may write into the embedded database while somebody waits. */
const writingMs = 60_000

/**
 * Opens the database; nothing is migrated yet. The caller destroys it.
 * @param options.forReading only reads, and never holds up the process that writes.
 * @param options.patienceMs how long to wait for one of PostgreSQL's connections.
 */
export function openDatabase(where: DatabasePlace, { forReading = false, patienceMs = 10_000 } = {}): Kysely<Database> {
  if (where.databaseUrl === null) {
    const database = openSqlite(where.file ?? sqliteFile(where.dataDir), { forReading })
    return new Kysely({ dialect: new PatientSqliteDialect({ database }, writingMs) })
  }
  const pool = new Pool({
    connectionString: where.databaseUrl,
    max: 10,
    connectionTimeoutMillis: patienceMs,
    // Whoever stands still in a transaction holds up all who write the same feed.
    idle_in_transaction_session_timeout: idleInTransactionMs,
    types: numbersAsNumbers,
  })
  // A connection that breaks, idle or in a transaction between two questions, is replaced at the next use; without
  // listeners it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
    keepStatementsOf(client)
  })
  return new Kysely({ dialect: new PostgresDialect({ pool }) })
}
