import { useState } from 'react'
import type { PhotoRole } from '../../../domain/paper.ts'
import type { RecordPhoto } from '../../../protocol/record.ts'
import { registerWords } from '../../../text/tablet/register.ts'
import { termWords } from '../../../text/tablet/terms.ts'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { PhotoFrame } from '../../../ui/photo-frame.tsx'
import { useFormPhotos } from './draft-photos-context.tsx'
import { OpenCamera } from './open-camera.tsx'
import { usePicture } from './use-picture.ts'

type Props = {
  of: PhotoRole
  photo: RecordPhoto | null
  /** The office has one from the earlier record. */
  atOffice: boolean
}

/** One photo of the dossier: what is there, and how to take it or take it again. */
export function PhotoSlot({ of: role, photo, atOffice }: Props) {
  const t = useWords(registerWords)
  const name = useWords(termWords).photo[role]
  const { keepDraft, dropPhoto } = useFormPhotos()
  const [isOpen, setOpen] = useState(false)
  const picture = usePicture(photo)
  const openCamera = async () => {
    await keepDraft()
    setOpen(true)
  }
  const empty = picture === 'lost' ? t.photoLost : atOffice ? t.atOffice : role === 'other' ? t.optional : t.noPhoto
  return (
    <div className="photo-slot">
      <PhotoFrame
        photo={picture instanceof Blob ? picture : null}
        alt={name}
        caption={name}
        shape={role === 'person' && photo !== null ? 'portrait' : 'card'}
        empty={empty}
        actions={
          <>
            <Button icon="camera" variant={photo === null ? 'primary' : 'secondary'} onClick={() => void openCamera()}>
              {photo === null ? t.take(name) : t.retake(name)}
            </Button>
            {photo !== null && (
              <Button variant="quiet" icon="trash" onClick={() => void dropPhoto(photo)}>
                {t.removePhoto(name)}
              </Button>
            )}
          </>
        }
      />
      {isOpen && <OpenCamera of={role} onClose={() => setOpen(false)} />}
    </div>
  )
}
