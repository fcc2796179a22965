// Deletions are remembered for as long as a tablet may reasonably stay away, and no longer: names of the gone would
// otherwise be asked for by every pull for ever. A cursor from before must start anew; see `hasForgottenSince`.
import { sql } from 'kysely'
import { type Feed, lockFeed } from './feed.ts'
import { inTransaction, type Reader } from './transaction.ts'

const markEveryMs = 24 * 3_600_000

/** Notes, once a day, where every feed stands: by these notes a tombstone has an age. @param at milliseconds since 1970. */
export async function markFeeds(db: Reader, at: number): Promise<void> {
  const { last } = await db
    .selectFrom('feed_mark')
    .select(({ fn }) => fn.max<number | null>('at').as('last'))
    .executeTakeFirstOrThrow()
  if (last !== null && at - Number(last) < markEveryMs) return
  await db
    .insertInto('feed_mark')
    .columns(['feed', 'at', 'seq'])
    .expression((eb) =>
      eb
        .selectFrom('feed')
        .select(['feed', sql<number>`cast(${at} as bigint)`.as('at'), 'seq'])
        .where('seq', '>', 0),
    )
    .onConflict((conflict) => conflict.columns(['feed', 'at']).doNothing())
    .execute()
}

/**
 * Forgets the tombstones that were there before a moment.
 * @param before milliseconds since 1970.
 * @returns how many were forgotten.
 */
export async function forgetTombstones(db: Reader, before: number): Promise<number> {
  const marks = await db
    .selectFrom('feed_mark')
    .select(({ fn }) => ['feed', fn.max<number>('seq').as('seq')])
    .where('at', '<=', before)
    .groupBy('feed')
    .orderBy('feed')
    .execute()
  let forgotten = 0
  for (const { feed, seq } of marks) forgotten += await forgetUpTo(db, feed, Number(seq))
  // What these notes say has been done; the age of everything later is known by later ones.
  await db.deleteFrom('feed_mark').where('at', '<=', before).execute()
  return forgotten
}

function forgetUpTo(db: Reader, feed: Feed, seq: number): Promise<number> {
  return inTransaction(db, async (trx) => {
    await lockFeed(trx, feed)
    const gone = await trx
      .deleteFrom('change')
      .where('feed', '=', feed)
      .where('seq', '<=', seq)
      .where('line', 'is', null)
      .returning('seq')
      .execute()
    if (gone.length === 0) return 0
    const horizon = gone.reduce((most, row) => Math.max(most, row.seq), 0)
    await trx.updateTable('feed').set({ horizon }).where('feed', '=', feed).execute()
    return gone.length
  })
}

/** Whether deletions were forgotten that a reader who stands at these places would have to hear of. */
export async function hasForgottenSince(
  db: Reader,
  feeds: readonly Feed[],
  places: Readonly<Record<Feed, number>>,
): Promise<boolean> {
  const begun = feeds.filter((feed) => (places[feed] ?? 0) > 0)
  if (begun.length === 0) return false
  const rows = await db
    .selectFrom('feed')
    .select(['feed', 'horizon'])
    .where('feed', 'in', begun)
    .where('horizon', '>', 0)
    .execute()
  return rows.some(({ feed, horizon }) => (places[feed] ?? 0) < horizon)
}
