// How a month differs from the one before may be as long as the whole list. Beside the state it was written anew by everybody who
// took the month's row to count with it, each time a payment came.
import { type Kysely, sql } from 'kysely'

/** Moves the changes of a month into a table of their own. */
export async function up(db: Kysely<never>): Promise<void> {
  const statements = [
    `create table period_changes (
       commune text not null, period text not null, changes text not null,
       primary key (commune, period)
     )`,
    `insert into period_changes (commune, period, changes) select commune, period, changes from period`,
    `alter table period drop column changes`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
