// Before the contract tests: one PostgreSQL for all of them, its address in TEST_POSTGRES. Where there is none, PGlite stands in.
import { startPostgres } from './postgres.ts'

/** Vitest calls it once before the contract tests; what it returns is called after them. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if ((process.env.TEST_POSTGRES ?? '') !== '') {
    console.log('Contract tests: SQLite and the PostgreSQL that TEST_POSTGRES names.')
    return undefined
  }
  const postgres = await startPostgres()
  if (postgres === null) {
    console.log('Contract tests: SQLite and PGlite (no PostgreSQL binaries on this machine).')
    return undefined
  }
  console.log(`Contract tests: SQLite and PostgreSQL ${postgres.version}.`)
  process.env.TEST_POSTGRES = await postgres.createDatabase()
  return async () => {
    delete process.env.TEST_POSTGRES
    await postgres.stop()
  }
}
