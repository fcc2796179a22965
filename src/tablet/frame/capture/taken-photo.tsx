import { useMemo } from 'react'
import { cameraWords } from '../../../text/tablet/camera.ts'
import { Banner } from '../../../ui/banner.tsx'
import { useWords } from '../../../ui/language.tsx'
import { PhotoFrame } from '../../../ui/photo-frame.tsx'
import type { PreparedPhoto } from '../../actions/prepare-photo.ts'

/** The photo just taken, as it would be kept, and whether its print can be read. */
export function TakenPhoto({ photo }: { photo: PreparedPhoto }) {
  const t = useWords(cameraWords)
  const picture = useMemo(() => new Blob([photo.bytes], { type: photo.type }), [photo])
  return (
    <>
      <Banner tone={photo.blurred ? 'warn' : 'good'} announce={photo.blurred}>
        {photo.blurred ? t.blurred : t.sharp}
      </Banner>
      <div className="camera__view">
        <PhotoFrame photo={picture} alt={t.preview} />
      </div>
    </>
  )
}
