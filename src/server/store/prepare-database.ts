// Makes a database ready to serve: newest schema, an epoch, and the communes of today's division.
import type { Kysely } from 'kysely'
import { communes2025 } from '../../domain/code-lists/communes-2025.ts'
import { findMeta, putMeta } from './meta.ts'
import { migrate } from './migrate.ts'
import type { Database } from './schema.ts'

/** The division that `communes2025` describes, named by the day it came into force. */
export const divisionOfToday = '2025-07-01'

/** @param newId for the epoch of a database that has none yet. */
export async function prepareDatabase(db: Kysely<Database>, newId: () => string): Promise<void> {
  await migrate(db)
  if ((await findMeta(db, 'epoch')) === null) await putMeta(db, 'epoch', newId())
  await db
    .insertInto('commune')
    .values([...communes2025].map(([code, name]) => ({ code, name, division: divisionOfToday, parent: null })))
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute()
}
