// Bringing a photo to disk, for a draft.
import type { PhotoHash } from '../../domain/ids.ts'
import type { PhotoRole } from '../../domain/paper.ts'
import type { Bytes } from '../../protocol/bytes.ts'
import type { PhotoType } from '../../protocol/photos.ts'
import { layBallast } from './ballast.ts'
import { withUses } from './draft-photos.ts'
import { readPiece, sealPhoto } from './photo-chunks.ts'
import type { PhotoRow } from './tablet-database.ts'
import { type UnlockedStore, whileOpen } from './unlocked-store.ts'
import { type WriteFailure, writeStrictly } from './write-strictly.ts'

export type NewPhoto = { role: PhotoRole; type: PhotoType; bytes: Bytes }

/** Seals the photo and stores it with the draft's claim on it, in one strict transaction. */
export async function storePhoto(
  store: UnlockedStore,
  draft: string,
  photo: NewPhoto,
): Promise<{ kind: 'stored'; sha256: PhotoHash } | { kind: WriteFailure }> {
  if (store.missing !== null) return { kind: 'storeGone' }
  const { db, tools } = store
  // A signature belongs to the text of its record and may take the space that is kept for texts.
  const isSignature = photo.role === 'signature' || photo.role === 'witnessSignature'
  const { sha256, chunks } = await sealPhoto(store, photo.bytes)
  /** @returns false, and nothing is written, while there is no ballast: this photo would take what the next text needs. */
  const work = async () => {
    const [known, ballast] = await Promise.all([db.photos.get(sha256), db.ballast.count()])
    if (ballast === 0 && !isSignature) return false
    const row = known ?? freshRow(sha256, photo, tools.now())
    const uses = [
      ...row.uses.filter((use) => use.draft !== draft || use.role !== photo.role),
      { draft, role: photo.role },
    ]
    const state = row.state === 'lost' ? 'held' : row.state
    // The same picture again: what is on the disk already may be cut, what we hold is not.
    const isWhole = row.chunks === chunks.length && row.state !== 'lost'
    await Promise.all([
      isWhole || db.photoChunks.bulkPut(chunks),
      db.photos.put({ ...withUses(row, uses), state, chunks: chunks.length }),
    ])
    return true
  }
  const write = () =>
    writeStrictly(store, [db.photos, db.photoChunks, db.ballast], work, {
      bytes: photo.bytes.length,
      mayUseBallast: isSignature,
    })
  let written = await write()
  if (written.kind === 'done' && !written.value) {
    if (!(await layBallast(store))) return { kind: 'storageFull' }
    written = await write()
  }
  if (written.kind !== 'done') return { kind: written.kind }
  if (!written.value) return { kind: 'storageFull' }
  store.tell()
  return { kind: 'stored', sha256 }
}

function freshRow(sha256: PhotoHash, { type, bytes }: NewPhoto, addedAt: number): PhotoRow {
  const state = 'held' as const
  return {
    sha256,
    type,
    bytes: bytes.length,
    state,
    sent: 0,
    chunks: 0,
    addedAt,
    completeAt: 0,
    uses: [],
    draftIds: [],
    seqs: [],
  }
}

/** The whole photo, or null when it is lost or no longer kept. */
export function readWholePhoto(
  store: UnlockedStore,
  sha256: PhotoHash,
): Promise<{ type: PhotoType; bytes: Bytes } | null> {
  return whileOpen(store, async () => {
    const row = await store.db.photos.get(sha256)
    const bytes = row && (await readPiece(store, row, 0, row.bytes))
    return row && bytes ? { type: row.type, bytes } : null
  })
}
