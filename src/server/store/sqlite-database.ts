// The embedded database: node:sqlite behind the few calls that Kysely makes.
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

const statementsKept = 300

/**
 * Opens (or makes) the file. The settings are given at every opening: a re-opened WAL database runs
 * `synchronous=NORMAL` otherwise and forgets acknowledged commits when the power goes.
 */
export function openSqlite(path: string, { forReading = false } = {}): SqliteDatabase {
  const database = new DatabaseSync(path, { timeout: 10_000, readOnly: forReading })
  if (!forReading) database.exec('pragma journal_mode = wal')
  database.exec('pragma synchronous = full')
  database.exec('pragma foreign_keys = on')
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

function asKyselyStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  }
}
