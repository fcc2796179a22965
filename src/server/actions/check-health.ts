// Whether the server can do its work.
import { setTimeout as after } from 'node:timers/promises'
import { isDatabaseAwake } from '../store/meta.ts'
import type { ServerTools } from '../tools.ts'

export type Health = { kind: 'well'; database: 'sqlite' | 'postgres' } | { kind: 'ill' }

const patienceMs = 500

/**
 * Asks the database. The embedded one does one thing after the other: whoever waits there behind a long list that is being
 * taken in waits for a database that works, and a watchdog that restarts the server would undo that work.
 */
export async function checkHealth({ db, settings }: Pick<ServerTools, 'db' | 'settings'>): Promise<Health> {
  const database = settings.databaseUrl === null ? 'sqlite' : 'postgres'
  const answer = isDatabaseAwake(db)
  const isAwake = database === 'sqlite' ? Promise.race([answer, after(patienceMs, true, { ref: false })]) : answer
  return (await isAwake) ? { kind: 'well', database } : { kind: 'ill' }
}
