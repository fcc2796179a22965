// Searching the list: who has which token, in blocks of people that stand in the order of the list.
import { type Kysely, sql } from 'kysely'
import { dialectOf } from '../dialect.ts'

/** Adds the tables; whoever is on the list already is noted to be filed. */
export async function up(db: Kysely<never>): Promise<void> {
  const isSqlite = dialectOf(db) === 'sqlite'
  const bytes = isSqlite ? 'blob' : 'bytea'
  // Narrow rows that are only ever found by their key.
  const byKey = isSqlite ? 'without rowid' : ''
  const statements = [
    `create table search_recent (commune text not null, id text not null, primary key (commune, id)) ${byKey}`,
    `create table search_block (
       commune text not null, block bigint not null, size bigint not null, alive ${bytes} not null,
       primary key (commune, block)
     )`,
    `create table search_place (
       commune text not null, id text not null, block bigint not null, place bigint not null,
       primary key (commune, id)
     ) ${byKey}`,
    `create unique index search_place_in_block on search_place (commune, block, place)`,
    `create table search_posting (
       commune text not null, token ${bytes} not null, block bigint not null, places ${bytes} not null,
       primary key (commune, token, block)
     ) ${byKey}`,
    // Who was registered is asked for every person that is filed, and on every person's page.
    `create index registration_by_person on registration (beneficiary_id)`,
    `insert into search_recent (commune, id) select commune, id from beneficiary where listed = 1`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
