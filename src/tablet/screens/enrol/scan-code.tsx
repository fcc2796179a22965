import { useEffect, useRef, useState } from 'react'
import { readEnrolmentLink } from '../../../protocol/enrolment-code.ts'
import { enrolWords } from '../../../text/tablet/enrol.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { readQrCode } from '../../actions/read-qr-code.ts'

const pauseMs = 120
/** More does not make a code on a desk any easier to read. */
const longestEdge = 960

type State = 'starting' | 'looking' | 'other' | 'refused' | 'missing'

/** The camera, until it sees the office's code. */
export function ScanCode({ onCode, onClose }: { onCode: (code: string) => void; onClose: () => void }) {
  const t = useWords(enrolWords)
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<State>('starting')
  const found = useRef(onCode)
  useEffect(() => {
    found.current = onCode
  })

  useEffect(() => {
    const ending = new AbortController()
    const { signal } = ending
    const look = async () => {
      const element = video.current
      if (!element) return
      const stream = await openCamera()
      if (typeof stream === 'string') return setState(stream)
      const close = () => stream.getTracks().forEach((track) => track.stop())
      if (signal.aborted) return close()
      signal.addEventListener('abort', close)
      element.srcObject = stream
      await element.play().catch(() => undefined)
      setState('looking')
      while (!signal.aborted) {
        const text = await readFrame(element)
        if (signal.aborted) return
        const code = text === null ? null : readEnrolmentLink(text)
        if (code !== null) return found.current(code)
        if (text !== null) setState('other')
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    }
    void look()
    return () => ending.abort()
  }, [])

  return (
    <Dialog
      open
      title={t.scanTitle}
      onClose={onClose}
      actions={
        <Button icon="cross" onClick={onClose}>
          {t.scanClose}
        </Button>
      }
    >
      <div className="stack">
        {state === 'refused' || state === 'missing' ? (
          <Banner tone="bad">{state === 'refused' ? t.cameraRefused : t.cameraMissing}</Banner>
        ) : (
          <>
            <p>{state === 'starting' ? t.scanStarting : t.scanHint}</p>
            {state === 'other' && <Banner tone="warn">{t.scanOther}</Banner>}
            <video ref={video} className="enrol__camera" muted playsInline />
          </>
        )}
      </div>
    </Dialog>
  )
}

async function openCamera(): Promise<MediaStream | 'refused' | 'missing'> {
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
    })
  } catch (problem) {
    return problem instanceof DOMException && problem.name === 'NotAllowedError' ? 'refused' : 'missing'
  }
}

function readFrame(video: HTMLVideoElement): Promise<string | null> {
  const { videoWidth, videoHeight } = video
  if (videoWidth === 0) return Promise.resolve(null)
  const scale = Math.min(1, longestEdge / Math.max(videoWidth, videoHeight))
  const canvas = new OffscreenCanvas(Math.round(videoWidth * scale), Math.round(videoHeight * scale))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return Promise.resolve(null)
  context.drawImage(video, 0, 0, canvas.width, canvas.height)
  return readQrCode(context.getImageData(0, 0, canvas.width, canvas.height))
}
