import type { PhotoHash } from '../../domain/ids.ts'
import type { PhotoRole } from '../../domain/paper.ts'
import type { Session } from './session.ts'

/** Takes a photo of this role out of a draft; its bytes go when nothing else uses them. */
export async function removePhoto(
  _session: Session,
  _draftId: string,
  _photo: { sha256: PhotoHash; role: PhotoRole },
): Promise<void> {
  throw new Error('body follows')
}
