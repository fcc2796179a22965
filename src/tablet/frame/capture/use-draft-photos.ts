import { useCallback, useState } from 'react'
import type { PhotoRole } from '../../../domain/paper.ts'
import type { RecordPhoto } from '../../../protocol/record.ts'
import { addPhoto } from '../../actions/add-photo.ts'
import { removePhoto } from '../../actions/remove-photo.ts'
import type { Draft } from '../../actions/session.ts'
import { useSession } from '../session-context.tsx'
import type { NewPhoto } from './draft-photos-context.tsx'

/** The photos of a draft: each is sealed on disk before it is shown. */
export function useDraftPhotos(draft: Pick<Draft, 'id' | 'photos'>) {
  const session = useSession()
  const [photos, setPhotos] = useState(draft.photos)

  const dropPhoto = useCallback(
    async (photo: RecordPhoto) => {
      await removePhoto(session, draft.id, photo)
      setPhotos((before) => before.filter(({ sha256, role }) => sha256 !== photo.sha256 || role !== photo.role))
    },
    [session, draft.id],
  )

  const keepPhoto = useCallback(
    async (role: PhotoRole, { bytes, type }: NewPhoto) => {
      const result = await addPhoto(session, draft.id, { role, bytes, type })
      if (result.kind !== 'added') return result.kind
      const { photo } = result
      // The old one goes only now that the new one is safe.
      const isOld = (one: RecordPhoto) => role !== 'other' && one.role === role && one.sha256 !== photo.sha256
      for (const old of photos.filter(isOld)) await removePhoto(session, draft.id, old)
      setPhotos((before) => [
        ...before.filter((one) => !isOld(one) && (one.sha256 !== photo.sha256 || one.role !== role)),
        photo,
      ])
      return result.kind
    },
    [session, draft.id, photos],
  )

  return { photos, keepPhoto, dropPhoto }
}
