import type { PhotoHash } from '../../domain/ids.ts'
import type { Session } from './session.ts'

/** A photo's picture, or null when it is lost or no longer kept. */
export async function readPhoto(_session: Session, _sha256: PhotoHash): Promise<Blob | null> {
  throw new Error('body follows')
}
