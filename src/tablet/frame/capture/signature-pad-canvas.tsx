import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { confirmationWords } from '../../../text/tablet/confirmation.ts'
import { cameraWords } from '../../../text/tablet/camera.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { AddPhotoResult } from '../../actions/add-photo.ts'
import './camera.css'
import { useFormPhotos } from './draft-photos-context.tsx'
import { type SignaturePen, startSignaturePen } from './signature-pen.ts'

type Props = { of: 'signature' | 'witnessSignature'; label: string; hint: string }

/** The pen rests this long before a signature counts as finished, in milliseconds. */
const restMs = 700

function toPng(canvas: HTMLCanvasElement): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

/** A frame to sign in. What is drawn is stored as soon as the pen rests, and at the latest before the record is saved. */
export function SignaturePadCanvas({ of: role, label, hint }: Props) {
  const t = useWords(confirmationWords)
  const troubles = useWords(cameraWords)
  const { keepPhoto, dropPhoto, photos, beforeSave } = useFormPhotos()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [pen, setPen] = useState<SignaturePen | null>(null)
  const [trouble, setTrouble] = useState<Exclude<AddPhotoResult['kind'], 'added'> | null>(null)
  const unsaved = useRef(false)
  const photo = photos.find((one) => one.role === role) ?? null

  const store = useCallback(async () => {
    const drawn = canvas.current
    if (!unsaved.current || !drawn) return
    unsaved.current = false
    const png = await toPng(drawn)
    if (png === null) return
    const kept = await keepPhoto(role, { bytes: new Uint8Array(await png.arrayBuffer()), type: 'image/png' })
    setTrouble(kept === 'added' ? null : kept)
  }, [keepPhoto, role])

  const latestStore = useRef(store)
  useEffect(() => {
    latestStore.current = store
  })

  // In the same step that shows the frame: one that can be seen can be signed in.
  useLayoutEffect(() => {
    const element = canvas.current
    if (!element) return
    let rest: ReturnType<typeof setTimeout> | undefined
    const made = startSignaturePen(element, {
      onBegin: () => clearTimeout(rest),
      onEnd: () => {
        unsaved.current = true
        rest = setTimeout(() => void latestStore.current(), restMs)
      },
    })
    made.fit()
    setPen(made)
    const watcher = new ResizeObserver(made.fit)
    watcher.observe(element)
    const forget = beforeSave(() => latestStore.current())
    return () => {
      clearTimeout(rest)
      watcher.disconnect()
      forget()
      // The step is left before the pen has rested: the canvas is still there to be read.
      void latestStore.current()
      made.stop()
    }
  }, [beforeSave])

  const clear = () => {
    unsaved.current = false
    pen?.clear()
    if (photo !== null) void dropPhoto(photo)
  }
  return (
    <>
      <p>{hint}</p>
      <canvas ref={canvas} className="signature" role="img" aria-label={label} />
      {trouble !== null && <Banner tone="bad">{troubles[trouble]}</Banner>}
      <div>
        <Button icon="trash" onClick={clear}>
          {t.signAgain}
        </Button>
      </div>
    </>
  )
}
