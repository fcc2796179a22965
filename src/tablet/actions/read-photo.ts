import type { PhotoHash } from '../../domain/ids.ts'
import { readWholePhoto } from '../store/store-photo.ts'
import type { Session } from './session.ts'

/** A photo's picture, or null when it is lost or no longer kept. @throws StoreClosed */
export async function readPhoto({ store }: Session, sha256: PhotoHash): Promise<Blob | null> {
  const photo = await readWholePhoto(store, sha256)
  return photo && new Blob([photo.bytes], { type: photo.type })
}
