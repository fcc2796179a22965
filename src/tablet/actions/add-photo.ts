import type { PhotoRole } from '../../domain/paper.ts'
import type { Bytes } from '../../protocol/bytes.ts'
import type { PhotoType } from '../../protocol/photos.ts'
import type { RecordPhoto } from '../../protocol/record.ts'
import type { Session } from './session.ts'

export type AddPhotoResult =
  { kind: 'added'; photo: RecordPhoto } | { kind: 'storageFull' | 'storeGone' | 'outdatedApp' }

/** Stores a photo for a draft, sealed, on disk when this returns. At most 5 MiB. */
export async function addPhoto(
  _session: Session,
  _draftId: string,
  _photo: { role: PhotoRole; bytes: Bytes; type: PhotoType },
): Promise<AddPhotoResult> {
  throw new Error('body follows')
}
