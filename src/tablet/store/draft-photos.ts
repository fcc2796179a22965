// Who needs a photo: drafts that use it, records that name it. Its bytes go when nobody does. Everything here runs inside a
// transaction of its caller.
import type { PhotoHash } from '../../domain/ids.ts'
import type { PhotoRole } from '../../domain/paper.ts'
import type { RecordPhoto } from '../../protocol/record.ts'
import { deleteChunks } from './photo-chunks.ts'
import type { PhotoRow, TabletDatabase } from './tablet-database.ts'

/**
 * A record names these photos, and the draft that became the record uses its own no more. One that is not there any longer is
 * entered as lost: the record goes without it.
 */
export async function movePhotos(
  db: TabletDatabase,
  { seq, photos, draft }: { seq: number; photos: readonly RecordPhoto[]; draft: string | null },
  now: number,
): Promise<void> {
  const [named, drafted] = await Promise.all([
    photos.length === 0 ? [] : db.photos.bulkGet(photos.map(({ sha256 }) => sha256)),
    draft === null ? [] : db.photos.where('draftIds').equals(draft).toArray(),
  ])
  const rows = new Map(drafted.map((row) => [row.sha256, withoutDraft(row, draft)]))
  for (const [index, photo] of photos.entries()) {
    const row = rows.get(photo.sha256) ?? named[index] ?? lostPhoto(photo, now)
    if (!row.seqs.includes(seq)) rows.set(photo.sha256, { ...row, seqs: [...row.seqs, seq] })
  }
  await Promise.all([...rows.values()].map((row) => keepOrDelete(db, row)))
}

/** The draft uses none of its photos any more. */
export async function releaseDraftPhotos(db: TabletDatabase, draft: string): Promise<void> {
  const rows = await db.photos.where('draftIds').equals(draft).toArray()
  await Promise.all(rows.map((row) => keepOrDelete(db, withoutDraft(row, draft))))
}

/** The draft no longer uses this photo as this. */
export async function releasePhoto(
  db: TabletDatabase,
  draft: string,
  sha256: PhotoHash,
  role: PhotoRole,
): Promise<void> {
  const row = await db.photos.get(sha256)
  if (!row) return
  await keepOrDelete(
    db,
    withUses(
      row,
      row.uses.filter((use) => use.draft !== draft || use.role !== role),
    ),
  )
}

/** The same photo with other uses. */
export function withUses(row: PhotoRow, uses: PhotoRow['uses']): PhotoRow {
  return { ...row, uses, draftIds: [...new Set(uses.map(({ draft }) => draft))] }
}

function withoutDraft(row: PhotoRow, draft: string | null): PhotoRow {
  return withUses(
    row,
    row.uses.filter((use) => use.draft !== draft),
  )
}

async function keepOrDelete(db: TabletDatabase, row: PhotoRow): Promise<void> {
  if (row.uses.length > 0 || row.seqs.length > 0) {
    await db.photos.put(row)
    return
  }
  await db.photos.delete(row.sha256)
  await deleteChunks(db, row.sha256)
}

function lostPhoto({ sha256, type, bytes }: RecordPhoto, addedAt: number): PhotoRow {
  return {
    sha256,
    type,
    bytes,
    state: 'lost',
    sent: 0,
    chunks: 0,
    addedAt,
    completeAt: 0,
    uses: [],
    draftIds: [],
    seqs: [],
  }
}
