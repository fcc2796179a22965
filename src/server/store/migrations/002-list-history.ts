// The history of the list: every change of a person or a benefit, and what of it is dated in the future.
import { type Kysely, sql } from 'kysely'
import { dialectOf } from '../dialect.ts'

const statements = [
  `create table list_change (
     commune text not null, beneficiary_id text not null, n bigint not null, thing text not null, thing_id text not null,
     kind text not null, at bigint not null, staff_id text, source text not null, source_id text,
     from_day text, until_day text, reason text, decision text, fields text not null,
     primary key (commune, beneficiary_id, n)
   )`,
  `create index list_change_by_person on list_change (beneficiary_id, n)`,
  `create table coming_change (
     commune text not null, due text not null, beneficiary_id text not null,
     primary key (commune, due, beneficiary_id)
   )`,
  `create index coming_change_by_day on coming_change (due)`,
  `alter table beneficiary add column died text`,
  `alter table registration add column recorded_in text`,
  `create table feed_mark (feed text not null, at bigint not null, seq bigint not null, primary key (feed, at))`,
  `alter table feed add column horizon bigint not null default 0`,
]

const appendOnly = {
  sqlite: [
    `create trigger list_change_keeps_rows before delete on list_change
     begin select raise(abort, 'list_change is append-only'); end`,
    `create trigger list_change_keeps_words before update on list_change
     begin select raise(abort, 'list_change is append-only'); end`,
  ],
  postgres: [
    `create function list_change_refuses() returns trigger language plpgsql as
     $$ begin raise exception 'list_change is append-only'; end $$`,
    `create trigger list_change_keeps_rows before update or delete on list_change
     for each row execute function list_change_refuses()`,
    `create trigger list_change_keeps_table before truncate on list_change
     for each statement execute function list_change_refuses()`,
  ],
} as const

/** Adds the history and what goes with it: the day of a death, where a registration was recorded, how far a feed forgot. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of [...statements, ...appendOnly[dialectOf(db)]]) await sql.raw(statement).execute(db)
}
