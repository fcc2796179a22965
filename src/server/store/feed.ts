// What tablets are told. A change is written in the transaction of what it speaks of, and takes the feed's counter row
// first, so that the order of a feed is the order of commit and no reader's cursor can pass a late commit.
import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { CommuneCode, StaffId } from '../../domain/ids.ts'
import { toHex } from '../../protocol/bytes.ts'
import type { ChangeLine } from '../../protocol/changes.ts'
import { xorInto } from '../../protocol/holdings.ts'
import { amongst } from './amongst.ts'
import { dialectOf } from './dialect.ts'
import { rowInserter } from './insert-rows.ts'
import { keptQuery } from './kept-query.ts'
import type { ChangeThing } from './list-tables.ts'
import type { Trx } from './transaction.ts'

/** A commune's list, or what one member of staff is told of the own records. */
export type Feed = string

export function communeFeed(commune: CommuneCode): Feed {
  return commune
}

export function staffFeed(staffId: StaffId): Feed {
  return `staff:${staffId}`
}

/** What one member of staff has to deliver in a commune; it leaves the tablet with the commune. */
export function deliveriesFeed(staffId: StaffId, commune: CommuneCode): Feed {
  return `staff:${staffId}@${commune}`
}

/** A line to send, or null when the thing is gone (a tombstone). */
export type Change = { thing: ChangeThing; id: string; line: Exclude<ChangeLine, { type: 'drop' }> | null }

/** The last word on each thing replaces the earlier one. */
const putChanges = rowInserter(
  'change',
  ['feed', 'thing', 'id', 'seq', 'line', 'line_hash'],
  `on conflict (feed, thing, id)
   do update set seq = excluded.seq, line = excluded.line, line_hash = excluded.line_hash`,
)

/**
 * Writes changes of one feed, the last word on each thing replacing the earlier one.
 * A transaction that writes several feeds writes communes before staff, each kind in order, so that none waits in a circle.
 */
export async function recordChanges(trx: Trx, feed: Feed, changes: readonly Change[]): Promise<void> {
  const last = [...new Map(changes.map((change) => [`${change.thing}/${change.id}`, change])).values()]
  if (last.length === 0) return
  const counter = await takeCounter(trx, feed, last.length)
  const before = await hashesOf(trx, feed, last)
  const digest = Uint8Array.from(Buffer.from(counter.held_digest, 'hex'))
  let held = counter.held_count
  const rows = last.map((change, index) => {
    const line = change.line === null ? null : JSON.stringify(change.line)
    const lineHash = line === null ? null : hash('sha256', line, 'hex')
    const old = before.get(`${change.thing}/${change.id}`) ?? null
    for (const each of [old, lineHash]) if (each !== null) xorInto(digest, Buffer.from(each, 'hex'))
    held += (lineHash === null ? 0 : 1) - (old === null ? 0 : 1)
    const seq = counter.seq - last.length + index + 1
    return { feed, thing: change.thing, id: change.id, seq, line, line_hash: lineHash }
  })
  await putChanges(trx, rows)
  await setHeld(trx, { feed, count: held, digest: toHex(digest) })
}

/**
 * Makes room at the end of a feed for lines about things that it never spoke of; the caller writes them.
 * @param news how many lines, and the XOR of their SHA-256.
 * @returns the number before the first of them.
 */
export async function makeRoom(trx: Trx, feed: Feed, news: { count: number; digest: Uint8Array }): Promise<number> {
  const counter = await takeCounter(trx, feed, news.count)
  const digest = Uint8Array.from(Buffer.from(counter.held_digest, 'hex'))
  xorInto(digest, news.digest)
  await setHeld(trx, { feed, count: counter.held_count + news.count, digest: toHex(digest) })
  return counter.seq - news.count
}

const setHeld = keptQuery((db, { feed, count, digest }: { feed: Feed; count: number; digest: string }) =>
  db.updateTable('feed').set({ held_count: count, held_digest: digest }).where('feed', '=', feed),
)

async function takeCounter(trx: Trx, feed: Feed, count: number) {
  const [counter] = await addToCounter(trx, { feed, count })
  if (counter === undefined) throw new Error('the counter of a feed gave nothing')
  return counter
}

const addToCounter = keptQuery((db, { feed, count }: { feed: Feed; count: number }) =>
  db
    .insertInto('feed')
    .values({ feed, seq: count, held_count: 0, held_digest: '0'.repeat(64) })
    .onConflict((conflict) => conflict.column('feed').doUpdateSet({ seq: sql<number>`feed.seq + ${count}` }))
    .returning(['seq', 'held_count', 'held_digest']),
)

/** Hashes of what a tablet holds of these things now, by `thing/id`. */
async function hashesOf(trx: Trx, feed: Feed, changes: readonly Change[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const [thing, ofThing] of Map.groupBy(changes, (change) => change.thing)) {
    const rows = await findLines(trx, { feed, thing, ids: ofThing.map(({ id }) => id) })
    for (const { id, line_hash } of rows) if (line_hash !== null) found.set(`${thing}/${id}`, line_hash)
  }
  return found
}

type Lines = { feed: Feed; thing: ChangeThing; ids: readonly string[] }
type Line = { id: string; line_hash: string | null }

const findLines = keptQuery<Lines, Line>((db, { feed, thing, ids }) =>
  dialectOf(db) === 'sqlite'
    ? db
        .selectFrom('change')
        .select(['id', 'line_hash'])
        .where('feed', '=', feed)
        .where('thing', '=', thing)
        .where(amongst(db, 'id', ids))
    : // One by one: PostgreSQL would rather go through the whole feed, and believes that it is short.
      sql<Line>`
        select asked.id, found.line_hash from unnest(${ids}::text[]) as asked (id) cross join lateral (
          select line_hash from change where feed = ${feed} and thing = ${thing} and id = asked.id limit 1
        ) as found`,
)

/**
 * Takes a feed's counter row until the transaction ends, without changing it: nobody else changes the feed meanwhile.
 * @returns where the feed stands; 0 for one that has never had a change.
 */
export async function lockFeed(trx: Trx, feed: Feed): Promise<number> {
  const { seq } = await takeCounter(trx, feed, 0)
  return seq
}
