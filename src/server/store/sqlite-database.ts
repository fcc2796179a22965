// The embedded database: node:sqlite behind the few calls that Kysely makes.
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

const statementsKept = 300

// A record with its envelope is about a kilobyte: on small pages a third of the room stays empty, and each costs a sync's work.
const pageBytes = 8192
// In pages: moving the log into the database is put off until there is enough of it to be worth it (16 MiB).
const logPages = 2000
const cacheKiB = 32 * 1024

/**
 * Opens (or makes) the file. The settings are given at every opening: a re-opened WAL database runs
 * `synchronous=NORMAL` otherwise and forgets acknowledged commits when the power goes.
 */
export function openSqlite(path: string, { forReading = false } = {}): SqliteDatabase {
  const database = new DatabaseSync(path, { timeout: 10_000, readOnly: forReading })
  if (!forReading) {
    database.exec(`pragma page_size = ${pageBytes}`)
    database.exec('pragma journal_mode = wal')
    database.exec(`pragma wal_autocheckpoint = ${logPages}`)
  }
  database.exec('pragma synchronous = full')
  database.exec(`pragma cache_size = -${cacheKiB}`)
  database.exec('pragma foreign_keys = on')
  // From here on whoever asks waits for others who write, and not the whole thread with them.
  database.exec('pragma busy_timeout = 0')
  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const known = prepared.get(sql)
      if (known) return known
      // A transaction that begins as a reader could not become the writer if a backup's audit line came between.
      const statement = asKyselyStatement(database.prepare(sql === 'begin' && !forReading ? 'begin immediate' : sql))
      if (prepared.size >= statementsKept) prepared.delete(prepared.keys().next().value as string)
      prepared.set(sql, statement)
      return statement
    },
  }
}

/** In place of parameters: those of many runs of one statement, one after the other. */
export class EachOf {
  readonly runs: readonly (readonly unknown[])[]
  constructor(runs: readonly (readonly unknown[])[]) {
    this.runs = runs
  }
}

function runEach(statement: StatementSync, { runs }: EachOf): ReturnType<SqliteStatement['run']> {
  for (const parameters of runs) statement.run(...(parameters as SQLInputValue[]))
  return { changes: runs.length, lastInsertRowid: 0 }
}

/** A prepared statement as Kysely asks for it. */
export function asKyselyStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => {
      const [first] = parameters
      return first instanceof EachOf ? runEach(statement, first) : statement.run(...(parameters as SQLInputValue[]))
    },
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  }
}
