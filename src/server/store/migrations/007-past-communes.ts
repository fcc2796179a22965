// Where members of staff used to work: what they recorded there and could not send in time is still theirs to have said.
import { type Kysely, sql } from 'kysely'

/** Adds the table of communes that members of staff no longer work in. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql
    .raw(
      `create table staff_commune_past (
         commune text not null references commune (code), staff_id text not null references staff (id),
         until_at bigint not null, primary key (commune, staff_id)
       )`,
    )
    .execute(db)
  await sql.raw(`create index staff_commune_past_by_staff on staff_commune_past (staff_id)`).execute(db)
}
