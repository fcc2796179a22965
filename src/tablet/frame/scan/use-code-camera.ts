// The camera, looking for QR codes for as long as it is on; and pictures, looked at harder.
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { openQrReader, type QrReader, type QrReading } from '../../actions/read-qr-code.ts'
import { useCamera } from '../capture/use-camera.ts'

/** Between two frames, so that a slow tablet paints, too. */
const pauseMs = 60

/** A reader for as long as the piece is on screen; opened when it is first needed. */
function useQrReader(): () => QrReader {
  const opened = useRef<QrReader | null>(null)
  useEffect(
    () => () => {
      opened.current?.close()
      opened.current = null
    },
    [],
  )
  return useCallback(() => (opened.current ??= openQrReader()), [])
}

/** The frame that is shown now, or null while there is none. */
async function frameOf(video: RefObject<HTMLVideoElement | null>): Promise<ImageBitmap | null> {
  const element = video.current
  if (!element || element.videoWidth === 0) return null
  // A camera that stops this very moment has no frame to give.
  return createImageBitmap(element).catch(() => null)
}

type Wanted = {
  /** No frame is taken while false, but the camera stays on. */
  isLooking: boolean
  /** Told of every frame with codes in it: the bytes of each. */
  onCodes: (codes: Uint8Array[]) => void
}

/** The rear camera with an eye on QR codes. It stops when the piece leaves the screen, and while the page is not seen. */
export function useCodeCamera({ isLooking, onCodes }: Wanted) {
  const camera = useCamera(true)
  const reader = useQrReader()
  const [hasFailed, setFailed] = useState(false)
  const latest = useRef(onCodes)
  useEffect(() => {
    latest.current = onCodes
  })
  const { video } = camera
  const isOn = isLooking && camera.state.kind === 'live' && !hasFailed

  useEffect(() => {
    if (!isOn) return
    let stopped = false
    const look = async () => {
      while (!stopped) {
        const frame = await frameOf(video)
        if (frame !== null && !stopped) {
          const reading = await reader().read(frame, 'frame')
          if (!stopped && reading.kind === 'looked' && reading.codes.length > 0) latest.current(reading.codes)
        }
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    }
    void look().catch(() => setFailed(true))
    return () => {
      stopped = true
    }
  }, [isOn, video, reader])

  /** Looks at a picture for some seconds. */
  const readPicture = useCallback(
    async (picture: Blob): Promise<QrReading | { kind: 'failed' }> =>
      reader()
        .read(picture, 'photo')
        .catch(() => ({ kind: 'failed' as const })),
    [reader],
  )
  return { video, state: camera.state, setTorch: camera.setTorch, hasFailed, readPicture }
}
