import type { RecordPhoto } from '../../protocol/record.ts'
import { type NewPhoto, storePhoto } from '../store/store-photo.ts'
import { refusalOf } from './refusal-of.ts'
import type { Session } from './session.ts'

export type AddPhotoResult =
  { kind: 'added'; photo: RecordPhoto } | { kind: 'storageFull' | 'storeGone' | 'outdatedApp' }

/** Stores a photo for a draft, sealed, on disk when this returns. At most 5 MiB. */
export async function addPhoto({ store }: Session, draftId: string, photo: NewPhoto): Promise<AddPhotoResult> {
  try {
    const stored = await storePhoto(store, draftId, photo)
    if (stored.kind !== 'stored') return stored
    const { role, type, bytes } = photo
    return { kind: 'added', photo: { sha256: stored.sha256, role, type, bytes: bytes.length } }
  } catch (error) {
    return refusalOf(error)
  }
}
