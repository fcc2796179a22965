// Photos on their way to the server.
import type { PhotoHash } from '../../domain/ids.ts'
import type { Bytes } from '../../protocol/bytes.ts'
import type { PhotoType } from '../../protocol/photos.ts'
import { serverClock } from './contact-notes.ts'
import { readPiece } from './photo-chunks.ts'
import type { PhotoRow, TabletDatabase } from './tablet-database.ts'
import { type UnlockedStore, whileOpen } from './unlocked-store.ts'
import { mustWrite } from './write-strictly.ts'

export type WaitingPhoto = {
  sha256: PhotoHash
  type: PhotoType
  /** Length in bytes. */
  bytes: number
  /** Where the server stood when we last heard: bytes from 0. */
  sent: number
}

/** Photos of saved records that the server does not have whole; those of the oldest record first. */
export async function photosToSend({ db, closed }: UnlockedStore): Promise<WaitingPhoto[]> {
  const held = await whileOpen({ closed }, () => db.photos.where('state').equals('held').toArray())
  return held
    .filter(({ seqs }) => seqs.length > 0)
    .toSorted((a, b) => Math.min(...a.seqs) - Math.min(...b.seqs))
    .map(({ sha256, type, bytes, sent }) => ({ sha256, type, bytes, sent }))
}

/** Bytes of a photo from `offset`, at most `length`. Null: a stored piece is gone or damaged, the photo is lost. */
export function readPhotoPiece(
  store: UnlockedStore,
  sha256: PhotoHash,
  offset: number,
  length: number,
): Promise<Bytes | null> {
  return whileOpen(store, async () => {
    const row = await store.db.photos.get(sha256)
    return row === undefined ? null : readPiece(store, row, offset, length)
  })
}

/** The server has the photo's first `sent` bytes. */
export function notePhotoProgress(store: UnlockedStore, sha256: PhotoHash, sent: number): Promise<void> {
  return changePhoto(store, sha256, (row) => (row.state === 'held' ? { ...row, sent: Math.min(sent, row.bytes) } : row))
}

/** The server has the photo whole and its hash was right. */
export async function notePhotoComplete(store: UnlockedStore, sha256: PhotoHash): Promise<void> {
  const completeAt = await whileOpen(store, () => serverClock(store))
  await changePhoto(store, sha256, (row) => completed(row, completeAt))
}

/** The photo can not be sent any more; its records stay and say so. */
export function notePhotoLost(store: UnlockedStore, sha256: PhotoHash): Promise<void> {
  return changePhoto(store, sha256, (row) => (row.state === 'complete' ? row : { ...row, state: 'lost' }))
}

/** What a push's answer says of a record's photos; inside a transaction. `missing`: those that the server lacks. */
export async function noteMissingPhotos(
  db: TabletDatabase,
  seq: number,
  missing: readonly PhotoHash[],
  now: number,
): Promise<void> {
  const there = (await db.photos.where('seqs').equals(seq).toArray()).filter(({ sha256 }) => !missing.includes(sha256))
  await db.photos.bulkPut(there.map((row) => completed(row, now)))
}

/**
 * The server says that it lacks these after all (it was restored from a backup): they are sent again where they are kept.
 * @returns those that were thought to be there.
 */
export async function requeuePhotos(store: UnlockedStore, hashes: readonly PhotoHash[]): Promise<PhotoHash[]> {
  const { photos } = store.db
  const requeued = await mustWrite(store, [photos], async () => {
    const rows = await photos.bulkGet([...hashes])
    return requeueHeld(
      store.db,
      rows.flatMap((row) => row ?? []),
    )
  })
  if (requeued.length > 0) store.tell()
  return requeued
}

/** Photos back into the queue whose bytes are still here; inside a transaction. */
export async function requeueHeld(db: TabletDatabase, rows: readonly PhotoRow[]): Promise<PhotoHash[]> {
  const held = rows.filter(({ state, chunks }) => state === 'complete' && chunks > 0)
  await db.photos.bulkPut(held.map((row) => ({ ...row, state: 'held', sent: 0, completeAt: 0 })))
  return held.map(({ sha256 }) => sha256)
}

function completed(row: PhotoRow, at: number): PhotoRow {
  return row.state === 'complete' ? row : { ...row, state: 'complete', sent: row.bytes, completeAt: at }
}

async function changePhoto(
  store: UnlockedStore,
  sha256: PhotoHash,
  change: (row: PhotoRow) => PhotoRow,
): Promise<void> {
  const { photos } = store.db
  await mustWrite(store, [photos], async () => {
    const row = await photos.get(sha256)
    if (row !== undefined) await photos.put(change(row))
  })
  store.tell()
}
