// Every record that comes pays for each index. Those that no question needs go; one that a question could not use is mended.
import { type Kysely, sql } from 'kysely'

const statements = [
  // Whoever asks for a thing of a feed says of which feed: the key answers that.
  `drop index change_by_thing`,
  // A record of effect is found by envelope_one_effect; this one has the others, so that each stands in one of the two.
  `drop index envelope_by_record`,
  `create index envelope_without_effect on envelope (record_id) where status in ('quarantined', 'duplicate', 'discarded')`,
  // Who asks for the photos of records does not know their communes.
  `drop index photo_use_by_record`,
  `create index photo_use_by_record on photo_use (record_id)`,
]

/** Changes indices only. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
