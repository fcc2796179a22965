// What every record paid for, and nobody asked: a look at its profile, whose row the same transaction has in hand, and a place in
// the index of registered people for somebody who is on no list yet.
import { type Kysely, sql } from 'kysely'
import { dialectOf } from '../dialect.ts'

/** Changes an index, and drops a constraint where each check of it is a query of its own. */
export async function up(db: Kysely<never>): Promise<void> {
  if (dialectOf(db) === 'postgres') {
    await sql.raw(`alter table envelope drop constraint envelope_profile_id_fkey`).execute(db)
  }
  await sql.raw(`drop index registration_by_person`).execute(db)
  await sql
    .raw(`create index registration_by_person on registration (beneficiary_id) where beneficiary_id is not null`)
    .execute(db)
}
