// Forms as far as they were filled.
import type { PhotoRole } from '../../domain/paper.ts'
import type { RecordPhoto } from '../../protocol/record.ts'
import { releaseDraftPhotos, releasePhoto } from './draft-photos.ts'
import { openJson, sealJson } from './sealed-rows.ts'
import type { PhotoRow, SealedValue, TabletDatabase } from './tablet-database.ts'
import { type UnlockedStore, whileOpen } from './unlocked-store.ts'
import { mustWrite, type WriteFailure, writeStrictly } from './write-strictly.ts'

export type StoredDraft<Content> = { content: Content; photos: RecordPhoto[] }

/** Keeps a draft under its id; the one before it is replaced. */
export async function putDraft(
  store: UnlockedStore,
  id: string,
  content: unknown,
): Promise<{ kind: 'done' } | { kind: WriteFailure }> {
  const row = { id, ...(await sealJson(store.sealer(), 'drafts', id, content)) }
  const written = await writeStrictly(store, [store.db.drafts], () => store.db.drafts.put(row))
  if (written.kind === 'done') store.tell()
  return { kind: written.kind }
}

/** A draft with its photos; null when there is none, or it can not be opened. */
export function findDraft<Content>(store: UnlockedStore, id: string): Promise<StoredDraft<Content> | null> {
  const { db } = store
  return whileOpen(store, async () => {
    const [row, photos] = await db.transaction('r', db.drafts, db.photos, () =>
      Promise.all([db.drafts.get(id), photosOf(db, id)]),
    )
    return row === undefined ? null : openDraft<Content>(store, row, photos)
  })
}

/** Every draft that can be opened. */
export function allDrafts<Content>(store: UnlockedStore): Promise<StoredDraft<Content>[]> {
  return whileOpen(store, async () => {
    const rows = await store.db.drafts.toArray()
    const drafts = await Promise.all(
      rows.map(async (row) => openDraft<Content>(store, row, await photosOf(store.db, row.id))),
    )
    return drafts.filter((draft) => draft !== null)
  })
}

/** @throws StoreClosed */
export async function deleteDraft(store: UnlockedStore, id: string): Promise<void> {
  const { db } = store
  await mustWrite(store, [db.drafts, db.photos, db.photoChunks], async () => {
    await releaseDraftPhotos(db, id)
    await db.drafts.delete(id)
  })
  store.tell()
}

/** @throws StoreClosed */
export async function takePhotoOut(
  store: UnlockedStore,
  draft: string,
  { sha256, role }: Pick<RecordPhoto, 'sha256' | 'role'>,
): Promise<void> {
  const { db } = store
  await mustWrite(store, [db.photos, db.photoChunks], () => releasePhoto(db, draft, sha256, role))
  store.tell()
}

function photosOf(db: TabletDatabase, draft: string): PromiseLike<PhotoRow[]> {
  return db.photos.where('draftIds').equals(draft).toArray()
}

async function openDraft<Content>(
  store: UnlockedStore,
  row: SealedValue & { id: string },
  photos: readonly PhotoRow[],
): Promise<StoredDraft<Content> | null> {
  const content = await openJson<Content>(store.sealer(), 'drafts', row.id, row)
  if (content === undefined) return null
  return { content, photos: photos.toSorted((a, b) => a.addedAt - b.addedAt).flatMap((photo) => asUsed(photo, row.id)) }
}

function asUsed({ sha256, type, bytes, uses }: PhotoRow, draft: string): RecordPhoto[] {
  const roles: PhotoRole[] = uses.filter((use) => use.draft === draft).map(({ role }) => role)
  return roles.map((role) => ({ sha256, role, type, bytes }))
}
