// What a tablet has to be told, in pages: the lists of its communes and the outcomes of its staff's records.
import { createHash } from 'node:crypto'
import type { BeginLine, ChangeLine, EndLine } from '../../protocol/changes.ts'
import type { TabletActor } from '../actor.ts'
import { communesByCode } from '../store/communes.ts'
import { communeFeed, deliveriesFeed, type Feed, staffFeed } from '../store/feed.ts'
import { hasForgottenSince } from '../store/forget-tombstones.ts'
import { getEpoch } from '../store/meta.ts'
import { nextSeq, noteHeard } from '../store/profiles.ts'
import { endsOf, type FeedRow, isMoreBehind, liveElsewhere, readFeed, readFeedText } from '../store/read-feed.ts'
import { inSnapshot, type Trx } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { type ChangeCursor, readCursor, writeCursor } from './change-cursor.ts'

export type ChangesSinceResult =
  { kind: 'pages'; first: Buffer; more: () => AsyncGenerator<Buffer, void> } | { kind: 'badCursor' }

type Asked = { cursor: string | null; limit: number; pages: number }

/**
 * @param cursor as handed out earlier, null for the beginning. @param limit how many lines a page has at most.
 * @param pages how many pages at most.
 * @returns the first page, and those behind it as they are asked for; each is as the feed stood when it was made.
 */
export async function changesSince(
  tools: ServerTools,
  actor: TabletActor,
  { cursor, limit, pages }: Asked,
): Promise<ChangesSinceResult> {
  const asked = cursor === null ? null : readCursor(cursor)
  if (cursor !== null && asked === null) return { kind: 'badCursor' }
  await noteHeard(tools.db, actor.profileId, tools.now())
  const pageAfter = (at: ChangeCursor | null) => inSnapshot(tools.db, (trx) => writePage(trx, tools, actor, at, limit))
  const first = await pageAfter(asked)
  if (first === null) return { kind: 'badCursor' }
  return {
    kind: 'pages',
    first: first.text,
    async *more() {
      let last = first
      for (let told = 1; told < pages && last.more; told += 1) {
        const next = await pageAfter(last.cursor)
        // Deletions were forgotten meanwhile: the tablet asks again, and is told so.
        if (next === null) return
        yield next.text
        last = next
      }
    },
  }
}

type Page = { text: Buffer; cursor: ChangeCursor; more: boolean }

/** @returns null for a cursor from before what has been forgotten: its owner would never hear of those deletions. */
async function writePage(
  trx: Trx,
  tools: ServerTools,
  actor: TabletActor,
  asked: ChangeCursor | null,
  limit: number,
): Promise<Page | null> {
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
  const cursor: ChangeCursor = { e: epoch, f: page.positions, h: tellsHoldings ? now : from.h }
  const end: EndLine = {
    type: 'end',
    cursor: writeCursor(cursor),
    more: page.more,
    count: page.count,
    sha256: createHash('sha256').update(page.lines).digest('hex'),
  }
  return { text: Buffer.concat([lineOf(begin), page.lines, lineOf(end)]), cursor, more: page.more }
}

type FeedPage = {
  /** Each with its line feed. */
  lines: Buffer
  count: number
  positions: Record<Feed, number>
  more: boolean
}

async function readFeeds(trx: Trx, feeds: readonly Feed[], from: ChangeCursor, limit: number): Promise<FeedPage> {
  const positions: Record<Feed, number> = {}
  const parts: Buffer[] = []
  let [told, count, more] = [0, 0, false]
  for (const feed of feeds) {
    const place = { feed, after: from.f[feed] ?? 0 }
    const room = limit - told
    const part = room === 0 ? null : await readFeedText(trx, place, room)
    positions[feed] = part?.seq ?? place.after
    if (part === null || part.changes === room) {
      more ||= await isMoreBehind(trx, { feed, after: positions[feed] })
    }
    if (part === null) continue
    told += part.changes
    const lines = part.lines === part.changes ? null : await withDrops(trx, feeds, await readFeed(trx, place, room))
    count += lines?.length ?? part.lines
    parts.push(...(lines?.map(lineOfText) ?? [part.text]))
  }
  return { lines: Buffer.concat(parts), count, positions, more }
}

/** Changes of which some are tombstones, as lines. */
async function withDrops(trx: Trx, feeds: readonly Feed[], rows: readonly FeedRow[]): Promise<string[]> {
  const gone = rows.filter((row) => row.line === null)
  const moved = await liveElsewhere(trx, feeds, gone)
  return rows.flatMap((row) => {
    if (row.line !== null) return [row.line]
    if (moved.has(`${row.thing}/${row.id}`)) return []
    const drop: ChangeLine = { type: 'drop', of: row.thing, id: row.id }
    return [JSON.stringify(drop)]
  })
}

function lineOfText(line: string): Buffer {
  return Buffer.from(`${line}\n`, 'utf8')
}

function lineOf(line: BeginLine | EndLine): Buffer {
  return lineOfText(JSON.stringify(line))
}

function heldOf(ends: Awaited<ReturnType<typeof endsOf>>, feed: Feed): { count: number; digest: string } {
  const end = ends.get(feed)
  return { count: end?.count ?? 0, digest: end?.digest ?? '0'.repeat(64) }
}
