// Whether the server can do its work.
import { isDatabaseAwake } from '../store/meta.ts'
import type { ServerTools } from '../tools.ts'

export type Health = { kind: 'well'; database: 'sqlite' | 'postgres' } | { kind: 'ill' }

/** Asks the database. */
export async function checkHealth(tools: ServerTools): Promise<Health> {
  if (!(await isDatabaseAwake(tools.db))) return { kind: 'ill' }
  return { kind: 'well', database: tools.settings.databaseUrl === null ? 'sqlite' : 'postgres' }
}
