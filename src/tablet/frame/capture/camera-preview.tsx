import type { RefObject } from 'react'
import type { PhotoRole } from '../../../domain/paper.ts'
import { cameraWords } from '../../../text/tablet/camera.ts'
import { Banner } from '../../../ui/banner.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { CameraState } from './use-camera.ts'

type Props = { video: RefObject<HTMLVideoElement | null>; state: CameraState; of: PhotoRole }

/** What the camera sees, with a frame to fit a card into. */
export function CameraPreview({ video, state, of: role }: Props) {
  const t = useWords(cameraWords)
  const isCard = role === 'cardFront' || role === 'cardBack'
  const hint = isCard ? t.cardHint : role === 'person' ? t.personHint : t.paperHint
  if (state.kind === 'denied' || state.kind === 'none') return <Banner tone="warn">{t[state.kind]}</Banner>
  return (
    <>
      <p className="camera__hint">{state.kind === 'starting' ? t.starting : hint}</p>
      <div className="camera__view">
        <video ref={video} className="camera__video" playsInline muted aria-label={hint} />
        {isCard && state.kind === 'live' && <div className="camera__frame" aria-hidden="true" />}
      </div>
    </>
  )
}
