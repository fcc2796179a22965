// One page of what a tablet has to be told: the lists of its communes and the outcomes of its staff's records.
import { createHash } from 'node:crypto'
import type { BeginLine, ChangeLine, EndLine } from '../../protocol/changes.ts'
import type { TabletActor } from '../actor.ts'
import { communesByCode } from '../store/communes.ts'
import { communeFeed, deliveriesFeed, type Feed, staffFeed } from '../store/feed.ts'
import { hasForgottenSince } from '../store/forget-tombstones.ts'
import { getEpoch } from '../store/meta.ts'
import { nextSeq, noteHeard } from '../store/profiles.ts'
import { endsOf, type FeedRow, liveElsewhere, readFeed } from '../store/read-feed.ts'
import { inSnapshot, type Trx } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { type ChangeCursor, readCursor, writeCursor } from './change-cursor.ts'

export type ChangesSinceResult = { kind: 'page'; text: string } | { kind: 'badCursor' }

/** @param cursor as handed out earlier, null for the beginning. @param limit how many lines at most. */
export async function changesSince(
  tools: ServerTools,
  actor: TabletActor,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<ChangesSinceResult> {
  const asked = cursor === null ? null : readCursor(cursor)
  if (cursor !== null && asked === null) return { kind: 'badCursor' }
  await noteHeard(tools.db, actor.profileId, tools.now())
  const text = await inSnapshot(tools.db, (trx) => writePage(trx, tools, actor, asked, limit))
  return text === null ? { kind: 'badCursor' } : { kind: 'page', text }
}

/** @returns null for a cursor from before what has been forgotten: its owner would never hear of those deletions. */
async function writePage(
  trx: Trx,
  tools: ServerTools,
  actor: TabletActor,
  asked: ChangeCursor | null,
  limit: number,
): Promise<string | null> {
  const epoch = await getEpoch(trx)
  const from: ChangeCursor = asked?.e === epoch ? asked : { e: epoch, f: {}, h: 0 }
  const feeds = [
    ...actor.communes.map(communeFeed),
    ...actor.communes.map((commune) => deliveriesFeed(actor.staffId, commune)),
    staffFeed(actor.staffId),
  ]
  if (await hasForgottenSince(trx, feeds, from.f)) return null
  const page = await readFeeds(trx, feeds, from, limit)
  const now = tools.now()
  const tellsHoldings = !page.more && now - from.h >= tools.settings.limits.holdingsEveryMs
  const holdings = tellsHoldings ? await endsOf(trx, actor.communes.map(communeFeed)) : null
  const communes = await communesByCode(trx, actor.communes)
  const begin: BeginLine = {
    type: 'begin',
    epoch,
    journal: { next: await nextSeq(trx, actor.profileId) },
    communes: communes.map((commune) => ({ ...commune, ...(holdings && { holds: heldOf(holdings, commune.code) }) })),
    time: new Date(now).toISOString(),
  }
  const lines = page.lines.map((line) => `${line}\n`).join('')
  const end: EndLine = {
    type: 'end',
    cursor: writeCursor({ e: epoch, f: page.positions, h: tellsHoldings ? now : from.h }),
    more: page.more,
    count: page.lines.length,
    sha256: createHash('sha256').update(lines, 'utf8').digest('hex'),
  }
  return `${JSON.stringify(begin)}\n${lines}${JSON.stringify(end)}\n`
}

type FeedPage = { lines: string[]; positions: Record<Feed, number>; more: boolean }

async function readFeeds(trx: Trx, feeds: readonly Feed[], from: ChangeCursor, limit: number): Promise<FeedPage> {
  const positions: Record<Feed, number> = {}
  const rows: FeedRow[] = []
  let more = false
  for (const feed of feeds) {
    const after = from.f[feed] ?? 0
    const found = await readFeed(trx, feed, after, limit - rows.length + 1)
    const fitting = found.slice(0, limit - rows.length)
    if (fitting.length < found.length) more = true
    positions[feed] = fitting.at(-1)?.seq ?? after
    rows.push(...fitting)
  }
  const gone = rows.filter((row) => row.line === null)
  const moved = await liveElsewhere(trx, feeds, gone)
  const lines = rows.flatMap((row) => {
    if (row.line !== null) return [row.line]
    if (moved.has(`${row.thing}/${row.id}`)) return []
    const drop: ChangeLine = { type: 'drop', of: row.thing, id: row.id }
    return [JSON.stringify(drop)]
  })
  return { lines, positions, more }
}

function heldOf(ends: Awaited<ReturnType<typeof endsOf>>, feed: Feed): { count: number; digest: string } {
  const end = ends.get(feed)
  return { count: end?.count ?? 0, digest: end?.digest ?? '0'.repeat(64) }
}
