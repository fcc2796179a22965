// The office's search stands in tables of its own since 006: the column that it went through before is read by nobody.
import { type Kysely, sql } from 'kysely'

/** Drops the words by which people were searched. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql.raw(`alter table beneficiary drop column search_text`).execute(db)
}
