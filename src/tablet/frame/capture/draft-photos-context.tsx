// What the pieces that take pictures need of the form they stand in: its photos, and its draft kept first.
import { createContext, useContext } from 'react'
import type { PhotoRole } from '../../../domain/paper.ts'
import type { RecordPhoto } from '../../../protocol/record.ts'
import type { AddPhotoResult } from '../../actions/add-photo.ts'

export type NewPhoto = { bytes: Uint8Array<ArrayBuffer>; type: RecordPhoto['type'] }

export type DraftPhotos = {
  photos: readonly RecordPhoto[]
  /** Keeps the draft before a camera or a picker opens: the browser may be killed behind it. */
  keepDraft: () => Promise<void>
  /** Stores a photo; of every role but `other` there is one, and the new takes the place of the old. */
  keepPhoto: (role: PhotoRole, photo: NewPhoto) => Promise<AddPhotoResult['kind']>
  dropPhoto: (photo: RecordPhoto) => Promise<void>
  /** Work that must be over before the record is saved, such as a signature that is still being written. */
  beforeSave: (finish: () => Promise<unknown>) => () => void
}

const DraftPhotosContext = createContext<DraftPhotos | null>(null)
export const DraftPhotosProvider = DraftPhotosContext.Provider

/** The photos of the form that is open here. */
export function useFormPhotos(): DraftPhotos {
  const open = useContext(DraftPhotosContext)
  if (!open) throw new Error('no form with photos is open here')
  return open
}
