// Photos on their way to the server.
import type { PhotoHash } from '../../domain/ids.ts'
import type { Bytes } from '../../protocol/bytes.ts'
import type { PhotoType } from '../../protocol/photos.ts'
import type { UnlockedStore } from './unlocked-store.ts'

export type WaitingPhoto = {
  sha256: PhotoHash
  type: PhotoType
  /** Length in bytes. */
  bytes: number
  /** Where the server stood when we last heard: bytes from 0. */
  sent: number
}

/** Photos of saved records that the server does not have whole; those of the oldest record first. */
export async function photosToSend(_store: UnlockedStore): Promise<WaitingPhoto[]> {
  throw new Error('body follows')
}

/** Bytes of a photo from `offset`, at most `length`. Null: a stored piece is gone or damaged, the photo is lost. */
export async function readPhotoPiece(
  _store: UnlockedStore,
  _sha256: PhotoHash,
  _offset: number,
  _length: number,
): Promise<Bytes | null> {
  throw new Error('body follows')
}

/** The server has the photo's first `sent` bytes. */
export async function notePhotoProgress(_store: UnlockedStore, _sha256: PhotoHash, _sent: number): Promise<void> {
  throw new Error('body follows')
}

/** The server has the photo whole and its hash was right. */
export async function notePhotoComplete(_store: UnlockedStore, _sha256: PhotoHash): Promise<void> {
  throw new Error('body follows')
}

/** The photo can not be sent any more; its records stay and say so. */
export async function notePhotoLost(_store: UnlockedStore, _sha256: PhotoHash): Promise<void> {
  throw new Error('body follows')
}
