// How everything is written: one strict transaction, never by a build that is too old for the database, and what the
// browser may answer as a value.
import type { Table } from 'dexie'
import { freeBallast } from './ballast.ts'
import type { StoreTools } from './store-tools.ts'
import { readMeta, type TabletDatabase, writerVersion } from './tablet-database.ts'
import { type ClosedReason, StoreClosed } from './unlocked-store.ts'

export type WriteFailure = 'storageFull' | 'outdatedApp' | 'storeGone'

type Writable = { db: TabletDatabase; tools: Pick<StoreTools, 'roomFor'>; closed: () => ClosedReason | null }

type Size = {
  /** Of what is written; left out for a text. */
  bytes?: number
  /** Whether the ballast is given back for it: for texts, never for photos. */
  mayUseBallast?: boolean
}

class OutdatedApp extends Error {}

/** Thrown where a full disk is nobody's to answer at once: the work is done again later. */
export class StorageFull extends Error {
  constructor() {
    super('the browser has no room left')
    this.name = 'StorageFull'
  }
}

/**
 * Runs `work` in one transaction over `tables`; when this says `done` it is on the disk. Every await inside must be of the
 * database. Nothing is begun that finds no room on the disk. When there is none the ballast is given back, once, and the work is
 * done again.
 * @throws whatever `work` throws of its own; nothing is written then.
 */
export async function writeStrictly<Value>(
  store: Writable,
  tables: Table[],
  work: () => Promise<Value>,
  { bytes = 0, mayUseBallast = true }: Size = {},
): Promise<{ kind: 'done'; value: Value } | { kind: WriteFailure }> {
  const closed = store.closed()
  if (closed !== null) return { kind: closed === 'outdated' ? 'outdatedApp' : 'storeGone' }
  const fits = await store.tools.roomFor(bytes)
  if (!fits && !(mayUseBallast && (await freeBallast(store.db)))) return { kind: 'storageFull' }
  try {
    return { kind: 'done', value: await inTransaction(store.db, tables, work) }
  } catch (error) {
    const failure = failureOf(error, store)
    if (failure !== 'storageFull' || !mayUseBallast || !(await freeBallast(store.db))) return { kind: failure }
  }
  try {
    return { kind: 'done', value: await inTransaction(store.db, tables, work) }
  } catch (error) {
    return { kind: failureOf(error, store) }
  }
}

/**
 * As above, for work that has no officer waiting for it.
 * @throws StoreClosed or StorageFull.
 */
export async function mustWrite<Value>(
  store: Writable,
  tables: Table[],
  work: () => Promise<Value>,
  size?: Size,
): Promise<Value> {
  const written = await writeStrictly(store, tables, work, size)
  switch (written.kind) {
    case 'done':
      return written.value
    case 'storageFull':
      throw new StorageFull()
    case 'outdatedApp':
      throw new StoreClosed('outdated')
    case 'storeGone':
      throw new StoreClosed(store.closed() ?? 'gone')
  }
}

function inTransaction<Value>(db: TabletDatabase, tables: Table[], work: () => Promise<Value>): Promise<Value> {
  return db.transaction('rw', [...tables, db.meta], async () => {
    const schema = await readMeta(db, 'schema')
    if (schema === undefined || schema.minWriter > writerVersion) throw new OutdatedApp()
    if (schema.minWriter < writerVersion) await db.meta.put({ key: 'schema', value: { minWriter: writerVersion } })
    return work()
  })
}

/** Chromium says `UnknownError` for a disk that is full or failing: in both cases nothing was written and there is a way on. */
const full = new Set(['QuotaExceededError', 'UnknownError', 'DataError'])
const gone = new Set(['DatabaseClosedError', 'InvalidStateError', 'MissingAPIError', 'NotFoundError'])

function failureOf(error: unknown, store: Writable): WriteFailure {
  if (error instanceof OutdatedApp || store.closed() === 'outdated') return 'outdatedApp'
  const names = namesOf(error)
  if (names.some((name) => full.has(name))) return 'storageFull'
  if (store.closed() !== null || error instanceof StoreClosed || names.some((name) => gone.has(name)))
    return 'storeGone'
  throw error
}

/** Dexie wraps: the browser's own word may be the inner one. */
function namesOf(error: unknown): string[] {
  if (!(error instanceof Error) && !(error instanceof DOMException)) return []
  const inner = 'inner' in error ? namesOf(error.inner) : []
  return [error.name, ...inner]
}
