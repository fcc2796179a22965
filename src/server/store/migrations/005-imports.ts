// Lines of a preview are written beside those that it replaces; what was settled about a list is kept for the next one.
import { type Kysely, sql } from 'kysely'

const statements = [
  // Under which id the lines of a preview stand; null in older rows: under the import's own.
  `alter table import add column lines_id text`,
  `create table import_draft (lines_id text primary key, started_at bigint not null)`,
  `create table import_habit (
     commune text not null, heading text not null, choices text not null, at bigint not null, staff_id text,
     primary key (commune, heading)
   )`,
]

/** Adds a column and two tables. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
