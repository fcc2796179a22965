import type { RecordPhoto } from '../../protocol/record.ts'
import { takePhotoOut } from '../store/drafts.ts'
import type { Session } from './session.ts'

/** Takes a photo of this role out of a draft; its bytes go when nothing else uses them. @throws StoreClosed */
export function removePhoto(
  { store }: Session,
  draftId: string,
  photo: Pick<RecordPhoto, 'sha256' | 'role'>,
): Promise<void> {
  return takePhotoOut(store, draftId, photo)
}
