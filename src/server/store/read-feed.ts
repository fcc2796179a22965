// Reading feeds page by page.
import type { ChangeTable } from './list-tables.ts'
import { amongst } from './amongst.ts'
import type { Feed } from './feed.ts'
import type { Reader } from './transaction.ts'

export type FeedRow = Pick<ChangeTable, 'seq' | 'thing' | 'id' | 'line'>

/**
 * Changes of a feed after a seq, in the order of their commits.
 * @param after 0 reads the feed from its beginning; tombstones are left out then, since there is nothing to bury.
 */
export function readFeed(db: Reader, feed: Feed, after: number, limit: number): Promise<FeedRow[]> {
  const query = db
    .selectFrom('change')
    .select(['seq', 'thing', 'id', 'line'])
    .where('feed', '=', feed)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
  return (after === 0 ? query.where('line', 'is not', null) : query).execute()
}

/** Where feeds end and what a tablet holds of them there; a feed in which nothing ever changed is left out. */
export async function endsOf(db: Reader, feeds: readonly Feed[]) {
  if (feeds.length === 0) return new Map<Feed, { seq: number; count: number; digest: string }>()
  const rows = await db.selectFrom('feed').selectAll().where('feed', 'in', feeds).execute()
  return new Map(
    rows.map((row) => [row.feed, { seq: row.seq, count: row.held_count, digest: row.held_digest }] as const),
  )
}

/**
 * Of these things that left one feed, those that live in another one: somebody moved between two communes of the same
 * tablet, and must not be dropped.
 * @returns `thing/id` of each.
 */
export async function liveElsewhere(
  db: Reader,
  feeds: readonly Feed[],
  gone: readonly Pick<FeedRow, 'thing' | 'id'>[],
): Promise<Set<string>> {
  if (gone.length === 0) return new Set()
  const ids = [...new Set(gone.map(({ id }) => id))]
  const things = [...new Set(gone.map(({ thing }) => thing))]
  const rows = await db
    .selectFrom('change')
    .select(['thing', 'id'])
    .where('feed', 'in', feeds)
    .where('thing', 'in', things)
    .where(amongst(db, 'id', ids))
    .where('line', 'is not', null)
    .execute()
  return new Set(rows.map(({ thing, id }) => `${thing}/${id}`))
}
