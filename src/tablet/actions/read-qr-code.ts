// The reader of QR codes. With its .wasm it is almost a megabyte, so it comes when a camera is first pointed at a code; both
// are our own files, kept with the app, and never fetched from anywhere else.
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { ownScript } from '../../ui/trusted-script.ts'
import workerUrl from './read-qr-code.worker.ts?worker&url'
import type { QrAnswer, QrQuestion } from './read-qr-code.worker.ts'

/** A frame of a camera is followed by another, so it gets little time; a photo is all there is. */
const budgetMs = { frame: 250, photo: 9000 }

/** A file larger than this is no photo of a card; decoding it could take the tablet's memory. */
const largestFile = 40 * 1024 * 1024

export type QrReading = Exclude<QrAnswer, { kind: 'failed' }> | { kind: 'tooLarge' }

export type QrReader = {
  /**
   * The bytes of the QR codes in a picture, one picture at a time.
   * @param picture a file of any kind, or a frame, which is used up.
   * @throws when the reader could not be loaded or broke.
   */
  read: (picture: Blob | ImageBitmap, as: keyof typeof budgetMs) => Promise<QrReading>
  /** Gives its memory back; what is being read is never answered. */
  close: () => void
}

/** Opens a reader with a worker of its own, so that looking hard never holds up the page. */
export function openQrReader(): QrReader {
  const worker = new Worker(ownScript(workerUrl), { type: 'module', name: 'read-qr-code' })
  let last: Promise<unknown> = Promise.resolve()
  const ask = async (picture: Blob | ImageBitmap, as: keyof typeof budgetMs) => {
    const question: QrQuestion = { wasmUrl, picture, budgetMs: budgetMs[as], goesOn: as === 'frame' }
    const answer = await new Promise<QrAnswer>((resolve) => {
      worker.onmessage = (event: MessageEvent<QrAnswer>) => resolve(event.data)
      // The script itself could not be loaded.
      worker.onerror = (event) => resolve({ kind: 'failed', message: event.message })
      worker.postMessage(question, picture instanceof Blob ? [] : [picture])
    })
    if (answer.kind === 'failed') throw new Error(`codes can not be read: ${answer.message}`)
    return answer
  }
  return {
    async read(picture, as) {
      if (picture instanceof Blob && picture.size > largestFile) return { kind: 'tooLarge' }
      const before = last
      const answer = before.then(() => ask(picture, as))
      last = answer.catch(() => undefined)
      return answer
    },
    close: () => worker.terminate(),
  }
}
