// Makes a database ready to serve: newest schema, an epoch, and the communes of today's division.
import type { Kysely } from 'kysely'
import { divisionOfToday } from '../../domain/division.ts'
import { findMeta, putMeta } from './meta.ts'
import { migrate } from './migrate.ts'
import type { Database } from './schema.ts'

/** @param newId for the epoch of a database that has none yet. */
export async function prepareDatabase(db: Kysely<Database>, newId: () => string): Promise<void> {
  await migrate(db)
  if ((await findMeta(db, 'epoch')) === null) await putMeta(db, 'epoch', newId())
  // Named by the day on which it came into force.
  const division = divisionOfToday.from ?? ''
  await db
    .insertInto('commune')
    .values([...divisionOfToday.units.values()].map(({ code, name }) => ({ code, name, division, parent: null })))
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute()
}
