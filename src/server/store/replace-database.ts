// Where a restored database takes the place of the one before. SQLite: a new file, swapped in once it is whole, and the
// old one kept beside it. PostgreSQL: one transaction.
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Kysely } from 'kysely'
import { backupSuffix } from '../backup-name.ts'
import { openDatabase, sqliteFile } from './open-database.ts'
import type { Database } from './schema.ts'

type Where = { dataDir: string; databaseUrl: string | null }

/** The newest backup of a folder by its name, or the file itself; null when there is none. */
export function newestBackup(from: string): string | null {
  if (!existsSync(from)) return null
  if (!statSync(from).isDirectory()) return from
  const newest = readdirSync(from)
    .filter((name) => name.endsWith(backupSuffix))
    .toSorted()
    .at(-1)
  return newest === undefined ? null : join(from, newest)
}

/**
 * Fills a database by `fill`; when it throws, everything stays as it was.
 * @returns what `fill` gave, and where the database before is kept (null for PostgreSQL and when there was none).
 */
export async function replaceDatabase<T>(
  where: Where,
  fill: (db: Kysely<Database>) => Promise<T>,
): Promise<{ report: T; kept: string | null }> {
  if (where.databaseUrl !== null) return { report: await within(openDatabase(where), fill), kept: null }
  const file = sqliteFile(where.dataDir)
  const fresh = `${file}.restoring`
  removeDatabase(fresh)
  try {
    const report = await within(openDatabase({ ...where, file: fresh }), fill)
    const kept = existsSync(file) ? `${file}.before-${new Date().toISOString().replaceAll(/[:.]/g, '-')}` : null
    if (kept !== null) moveDatabase(file, kept)
    moveDatabase(fresh, file)
    return { report, kept }
  } catch (error) {
    removeDatabase(fresh)
    throw error
  }
}

async function within<T>(db: Kysely<Database>, fill: (db: Kysely<Database>) => Promise<T>): Promise<T> {
  try {
    return await fill(db)
  } finally {
    await db.destroy()
  }
}

/** A WAL database is up to three files, which belong together. */
const parts = ['', '-wal', '-shm']

function moveDatabase(from: string, to: string): void {
  for (const part of parts) if (existsSync(from + part)) renameSync(from + part, to + part)
}

function removeDatabase(file: string): void {
  const names = new Set(parts.map((part) => basename(file) + part))
  for (const name of names) rmSync(join(dirname(file), name), { force: true })
}
