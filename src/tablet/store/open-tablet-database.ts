// The guard at the door. Chromium hands out an empty or shortened database without an error when files were evicted or
// damaged; opening one the ordinary way would make a new empty one of it. Here nothing is ever created or deleted.
import type { ProfileId } from '../../domain/ids.ts'
import { lookAt } from './look-at-database.ts'
import type { StoreTools } from './store-tools.ts'
import { databaseName, readMeta, storeVersion, TabletDatabase, writerVersion } from './tablet-database.ts'
import { readTestimony } from './witness.ts'

/** Both ends included. */
export type SeqRange = { from: number; to: number }
export type StoreTrouble = {
  kind: 'storeTrouble'
  trouble: 'empty' | 'shortened' | 'damaged'
  /** Records that were on this tablet and are no longer; null when that is not known or nothing is missing. */
  missing: SeqRange | null
}
export type OpenedDatabase =
  | {
      kind: 'open'
      db: TabletDatabase
      /** Set when a shortened one was opened on purpose. */ missing: SeqRange | null
    }
  | { kind: 'outdatedApp' }
  | StoreTrouble

/**
 * Opens a profile's database if it is there and whole.
 * @param options.rescue opens a shortened one too.
 */
export async function openTabletDatabase(
  tools: StoreTools,
  profileId: ProfileId,
  options: { rescue?: boolean } = {},
): Promise<OpenedDatabase> {
  const witnessed = readTestimony(tools, profileId)?.head ?? 0
  const found = await lookAt(tools, databaseName(profileId))
  if (found.kind === 'absent') return trouble('empty', rangeOf(1, witnessed))
  if (found.kind === 'damaged') return trouble('damaged', null)
  if (found.version > storeVersion * 10) return { kind: 'outdatedApp' }

  // The browser may take it away between the look and the opening: Dexie refuses to make it anew.
  const db = new TabletDatabase(tools, profileId)
  try {
    await db.open()
    const [head, schema] = await Promise.all([readMeta(db, 'head'), readMeta(db, 'schema')])
    if (head === undefined || schema === undefined) return closing(db, trouble('damaged', rangeOf(1, witnessed)))
    if (schema.minWriter > writerVersion) return closing(db, { kind: 'outdatedApp' })
    const missing = rangeOf(head.seq + 1, witnessed) ?? (await missingFromOutbox(db))
    if (missing !== null && options.rescue !== true) return closing(db, trouble('shortened', missing))
    return { kind: 'open', db, missing }
  } catch {
    return closing(db, trouble('damaged', null))
  }
}

/** Entries of the outbox whose record is not there: the transaction wrote both, so something was lost since. */
async function missingFromOutbox(db: TabletDatabase): Promise<SeqRange | null> {
  const [waiting, kept] = await Promise.all([
    db.outbox.toCollection().primaryKeys(),
    db.records.toCollection().primaryKeys(),
  ])
  const there = new Set(kept)
  const lost = waiting.filter((seq) => !there.has(seq))
  return lost.length === 0 ? null : { from: Math.min(...lost), to: Math.max(...lost) }
}

function rangeOf(from: number, to: number): SeqRange | null {
  return to >= from ? { from, to } : null
}

function trouble(kind: StoreTrouble['trouble'], missing: SeqRange | null): StoreTrouble {
  return { kind: 'storeTrouble', trouble: kind, missing }
}

function closing<Result>(db: TabletDatabase, result: Result): Result {
  db.close()
  return result
}
