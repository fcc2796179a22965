import { useCallback, useEffect, useRef, useState } from 'react'
import { photoBudget } from '../../actions/fit-photo.ts'
import { useIsShown } from './use-is-shown.ts'

export type CameraState = { kind: 'starting' | 'denied' | 'none' } | { kind: 'live'; hasTorch: boolean }

const wanted: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: { ideal: 'environment' }, width: { ideal: 2560 }, height: { ideal: 1920 } },
}

/** What browsers with a torch add to the standard. */
type TorchCapabilities = MediaTrackCapabilities & { torch?: boolean }

/** The rear camera while it is wanted and the page can be seen; `video` is the element to show it in. */
export function useCamera(isWanted: boolean) {
  const isShown = useIsShown()
  const isOn = isWanted && isShown
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<CameraState>({ kind: 'starting' })
  const [track, setTrack] = useState<MediaStreamTrack | null>(null)

  useEffect(() => {
    if (!isOn) return
    let stream: MediaStream | null = null
    let stopped = false
    const start = async () => {
      setState({ kind: 'starting' })
      try {
        stream = await navigator.mediaDevices.getUserMedia(wanted)
      } catch (problem) {
        const denied = problem instanceof DOMException && problem.name === 'NotAllowedError'
        if (!stopped) setState({ kind: denied ? 'denied' : 'none' })
        return
      }
      const [first] = stream.getVideoTracks()
      if (stopped || !first || !video.current) {
        stream.getTracks().forEach((one) => one.stop())
        return
      }
      first.addEventListener('ended', () => setState({ kind: 'none' }))
      video.current.srcObject = stream
      await video.current.play().catch(() => undefined)
      const capabilities: TorchCapabilities = first.getCapabilities?.() ?? {}
      setTrack(first)
      setState({ kind: 'live', hasTorch: capabilities.torch === true })
    }
    // Without a secure context there is no mediaDevices at all.
    if ('mediaDevices' in navigator) void start()
    else setState({ kind: 'none' })
    return () => {
      stopped = true
      setTrack(null)
      stream?.getTracks().forEach((one) => one.stop())
    }
  }, [isOn])

  /** The picture of this moment, or null while there is none. Its taker closes it. */
  const shoot = useCallback(async (): Promise<ImageBitmap | Blob | null> => {
    const frame = video.current
    if (!frame || frame.videoWidth === 0) return null
    const isSmall = Math.max(frame.videoWidth, frame.videoHeight) < photoBudget.longEdge
    // A still is sharper than a frame of a small video, but not every camera gives one.
    if (isSmall && track !== null && 'ImageCapture' in globalThis) {
      const still = await new ImageCapture(track).takePhoto().catch(() => null)
      if (still !== null) return still
    }
    return createImageBitmap(frame)
  }, [track])

  const setTorch = useCallback(
    async (on: boolean) => {
      const constraints: MediaTrackConstraints = { advanced: [{ torch: on } as MediaTrackConstraintSet] }
      await track?.applyConstraints(constraints).catch(() => undefined)
    },
    [track],
  )

  return { video, state, shoot, setTorch }
}
