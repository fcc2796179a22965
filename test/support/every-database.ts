// Every database that the server can stand on, for suites that must hold on each.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import { openDatabase } from '../../src/server/store/open-database.ts'
import type { Database } from '../../src/server/store/schema.ts'
import { freshPostgres } from './fresh-postgres.ts'

export type OpenedDatabase = {
  db: Kysely<Database>
  /** Variables for a server that is handed `db`, so that it finds the same database by itself where there is a way to it. */
  environment: Record<string, string>
  forget: () => Promise<void>
}
export type AnyDatabase = { name: string; open: () => Promise<OpenedDatabase> }

const hasPostgres = (process.env.TEST_POSTGRES ?? '') !== ''

/** SQLite, and PostgreSQL where there is one, else PGlite in its place. Each opening is an empty database of its own. */
export const everyDatabase: readonly AnyDatabase[] = [
  {
    name: 'SQLite',
    open: async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'tan-nha-db-'))
      return {
        db: openDatabase({ dataDir, databaseUrl: null }),
        environment: {},
        forget: async () => rmSync(dataDir, { recursive: true, force: true }),
      }
    },
  },
  hasPostgres
    ? {
        name: 'PostgreSQL',
        open: async () => {
          const fresh = await freshPostgres()
          if (fresh === null) throw new Error('PostgreSQL was there and is gone')
          return {
            db: openDatabase({ dataDir: '', databaseUrl: fresh.url }),
            environment: { DATABASE_URL: fresh.url },
            forget: () => fresh.drop(),
          }
        },
      }
    : {
        name: 'PGlite',
        open: async () => ({
          db: new Kysely<Database>({ dialect: new PGliteDialect({ pglite: new PGlite() }) }),
          environment: {},
          forget: async () => {},
        }),
      },
]
