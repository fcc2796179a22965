import { useState } from 'react'
import { cameraWords } from '../../../text/tablet/camera.ts'
import { scanWords } from '../../../text/tablet/scan.ts'
import { Banner } from '../../../ui/banner.tsx'
import { useWords } from '../../../ui/language.tsx'
import { PickFile } from '../capture/pick-file.tsx'
import { TorchButton } from '../capture/torch-button.tsx'
import './scan.css'
import { useCodeCamera } from './use-code-camera.ts'

type Props = {
  /** What to hold before the camera, and how. */
  hint: string
  /** What is wrong with the code seen last, in words; announced. */
  trouble: string | null
  /** Without a camera: what to do instead. */
  denied: string
  none: string
  /** Told of every frame or picture with codes in it. */
  onCodes: (codes: Uint8Array[]) => void
  isLooking?: boolean
  /** With a picture as a way out; what is called is over before the picker opens. */
  picking?: { beforePicking: () => Promise<void> }
}

type PictureState = 'reading' | 'nothing' | 'notAPicture' | 'tooLarge' | 'failed'

/** The camera that looks for QR codes by itself: its picture, the torch where there is one, a photo instead. */
export function CodeCamera({ hint, trouble, denied, none, onCodes, isLooking = true, picking }: Props) {
  const t = useWords(scanWords)
  const words = useWords(cameraWords)
  const [picture, setPicture] = useState<PictureState | null>(null)
  const { video, state, setTorch, hasFailed, readPicture } = useCodeCamera({
    isLooking: isLooking && picture !== 'reading',
    onCodes: (codes) => {
      setPicture(null)
      onCodes(codes)
    },
  })

  const readFile = async (file: File) => {
    setPicture('reading')
    const reading = await readPicture(file)
    if (reading.kind !== 'looked') return setPicture(reading.kind)
    setPicture(reading.codes.length === 0 ? 'nothing' : null)
    if (reading.codes.length > 0) onCodes(reading.codes)
  }

  const live = state.kind === 'live' ? state : null
  return (
    <div className="code-camera stack stack--tight">
      {hasFailed && <Banner tone="bad">{t.readerFailed}</Banner>}
      {state.kind === 'denied' && <Banner tone="warn">{denied}</Banner>}
      {state.kind === 'none' && <Banner tone="warn">{none}</Banner>}
      {state.kind !== 'denied' && state.kind !== 'none' && (
        <>
          <p>{hint}</p>
          <div className="code-camera__view">
            <video ref={video} className="code-camera__video" playsInline muted aria-label={hint} />
            {live !== null && <div className="code-camera__frame" aria-hidden="true" />}
          </div>
          <p className="soft">{live === null ? t.starting : t.looking}</p>
        </>
      )}
      <div className="row">
        {live?.hasTorch === true && <TorchButton setTorch={setTorch} />}
        {picking !== undefined && (
          <PickFile beforePicking={picking.beforePicking} onPick={(file) => void readFile(file)} />
        )}
      </div>
      <div aria-live="polite">{picture === 'reading' && <p>{t.readingPhoto}</p>}</div>
      {picture === 'nothing' && <Banner tone="bad">{t.nothingInPhoto}</Banner>}
      {picture === 'failed' && <Banner tone="bad">{t.readerFailed}</Banner>}
      {(picture === 'notAPicture' || picture === 'tooLarge') && <Banner tone="bad">{words[picture]}</Banner>}
      {trouble !== null && picture === null && <Banner tone="bad">{trouble}</Banner>}
    </div>
  )
}
