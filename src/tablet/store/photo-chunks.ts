// A photo on disk: sealed pieces, each small enough to stay inside the database. Chromium makes loose files of larger
// values, and one such file gone makes the read fail for good.
import { PhotoHash } from '../../domain/ids.ts'
import { type Bytes, concatBytes, sha256 as hashOf, toHex } from '../../protocol/bytes.ts'
import { openRow, sealRow } from './sealed-rows.ts'
import type { PhotoRow, TabletDatabase } from './tablet-database.ts'
import type { UnlockedStore } from './unlocked-store.ts'

/** Plain bytes in a piece; sealed it stays below 60 KiB. */
export const chunkBytes = 56 * 1024

export type SealedChunk = { sha256: PhotoHash; index: number; version: number; sealed: Bytes }

/** Where a piece belongs, for its seal. The sealed file relies on it too. */
export function chunkId(sha256: PhotoHash, index: number): string {
  return `${sha256}/${index}`
}

/** Cuts and seals a photo. */
export async function sealPhoto(
  { sealer }: Pick<UnlockedStore, 'sealer'>,
  bytes: Bytes,
): Promise<{ sha256: PhotoHash; chunks: SealedChunk[] }> {
  const sha256 = PhotoHash.parse(toHex(await hashOf(bytes)))
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunkBytes) }, async (_, index) => {
    const plain = bytes.subarray(index * chunkBytes, (index + 1) * chunkBytes)
    return { sha256, index, ...(await sealRow(sealer(), 'photoChunks', chunkId(sha256, index), plain)) }
  })
  return { sha256, chunks: await Promise.all(chunks) }
}

/** Bytes from `offset`, at most `length`, or null when a piece of it is gone or damaged. */
export async function readPiece(
  { db, sealer }: Pick<UnlockedStore, 'db' | 'sealer'>,
  { sha256, bytes, chunks }: PhotoRow,
  offset: number,
  length: number,
): Promise<Bytes | null> {
  const end = Math.min(offset + length, bytes)
  const first = Math.floor(offset / chunkBytes)
  const last = Math.ceil(end / chunkBytes)
  if (chunks < last) return null
  const keys = Array.from({ length: last - first }, (_, step): [string, number] => [sha256, first + step])
  const read = () => db.photoChunks.bulkGet(keys)
  // A piece that the disk no longer gives makes the whole read fail, again and again: one lost photo, not an error.
  const rows = await read().catch(read).catch(noneOf)
  const pieces: Bytes[] = []
  for (const row of rows) {
    const piece = row && (await openRow(sealer(), 'photoChunks', chunkId(sha256, row.index), row))
    if (!piece) return null
    pieces.push(piece)
  }
  const start = offset - first * chunkBytes
  return concatBytes(...pieces).slice(start, start + end - offset)
}

const unreadable = new Set(['NotReadableError', 'DataError', 'UnknownError'])

function noneOf(error: unknown): undefined[] {
  if (error instanceof Error && unreadable.has(error.name)) return [undefined]
  throw error
}

/** Takes a photo's pieces off the disk; inside a transaction. */
export async function deleteChunks(db: TabletDatabase, sha256: PhotoHash): Promise<void> {
  await db.photoChunks.where('[sha256+index]').between([sha256, 0], [sha256, Infinity]).delete()
}
