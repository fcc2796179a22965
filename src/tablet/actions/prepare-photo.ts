import type { Bytes } from '../../protocol/bytes.ts'
import { ownScript } from '../../ui/trusted-script.ts'
import { blurBelow } from './measure-sharpness.ts'
import workerUrl from './prepare-photo.worker.ts?worker&url'
import type { PhotoAnswer } from './prepare-photo.worker.ts'

export type PreparedPhoto = {
  bytes: Bytes
  type: 'image/jpeg'
  width: number
  height: number
  /** Small print is likely to be unreadable. */
  blurred: boolean
}

export type PrepareResult = { kind: 'prepared'; photo: PreparedPhoto } | { kind: 'notAPicture' | 'tooLarge' }

/** A file larger than this is no photo of a card; decoding it could take the tablet's memory. */
const largestFile = 40 * 1024 * 1024

/**
 * Reduces a picture to what is kept, off the main thread. Each picture has a worker of its own, whose memory is given
 * back with it: thirty photos in a row cost no more than one.
 * @param source a file of any kind, or a frame of the camera, which is used up.
 */
export async function preparePhoto(source: Blob | ImageBitmap): Promise<PrepareResult> {
  if (source instanceof Blob && source.size > largestFile) return { kind: 'tooLarge' }
  const answer = await askWorker(source)
  if (answer.kind !== 'prepared') return answer
  const { bytes, width, height, sharpness } = answer
  return { kind: 'prepared', photo: { bytes, type: 'image/jpeg', width, height, blurred: sharpness < blurBelow } }
}

function askWorker(source: Blob | ImageBitmap): Promise<PhotoAnswer> {
  const worker = new Worker(ownScript(workerUrl), { type: 'module', name: 'prepare-photo' })
  return new Promise<PhotoAnswer>((resolve, reject) => {
    worker.addEventListener('message', (event: MessageEvent<PhotoAnswer>) => resolve(event.data))
    worker.addEventListener('error', (event) => reject(new Error(`a photo could not be prepared: ${event.message}`)))
    worker.postMessage(source, source instanceof Blob ? [] : [source])
  }).finally(() => worker.terminate())
}
