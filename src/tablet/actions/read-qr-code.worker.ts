// Looks for QR codes beside the page, so that it stays alive. The reader's .wasm is one of our own files, kept with the app.
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { lookOnce, looksAt, type ReadCodes } from './look-for-codes.ts'
import { qrReaderOptions } from './qr-reader-options.ts'

export type QrQuestion = {
  /** Sent with the first question. */
  wasmUrl: string
  picture: Blob | ImageBitmap
  /** No new look is begun after so many milliseconds. */
  budgetMs: number
  /** Another frame of what was seen a moment ago: other looks are tried than the last time. */
  goesOn: boolean
}

/** `codes`: the bytes of those that were read; none is an answer, too. `failed` is a bug, or a reader that did not load. */
export type QrAnswer =
  { kind: 'looked'; codes: Uint8Array[] } | { kind: 'notAPicture' } | { kind: 'failed'; message: string }

const read: ReadCodes = async (pixels, thorough) => {
  const image = new ImageData(new Uint8ClampedArray(pixels.data), pixels.width, pixels.height)
  const found = await readBarcodes(image, qrReaderOptions(thorough))
  return found.map(({ bytes }) => bytes)
}

let loading: Promise<unknown> | null = null
/** Where the last frame's time ended. */
let next = 0

async function pixelsOf(source: Blob | ImageBitmap): Promise<ImageData | null> {
  const bitmap =
    source instanceof ImageBitmap
      ? source
      : await createImageBitmap(source, { imageOrientation: 'from-image' }).catch(() => null)
  if (bitmap === null) return null
  const { width, height } = bitmap
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas to look at')
  context.drawImage(bitmap, 0, 0)
  bitmap.close()
  return context.getImageData(0, 0, width, height)
}

async function look({ wasmUrl, picture, budgetMs, goesOn }: QrQuestion): Promise<QrAnswer> {
  loading ??= prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true })
  await loading
  const pixels = await pixelsOf(picture)
  if (pixels === null) return { kind: 'notAPicture' }
  const [first, ...others] = looksAt(pixels)
  const start = performance.now()
  let codes = first === undefined ? [] : await lookOnce(pixels, first, read)
  for (let looked = 0; looked < others.length && codes.length === 0; looked += 1) {
    if (performance.now() - start > budgetMs) break
    const way = others[(goesOn ? next++ : looked) % others.length]
    if (way !== undefined) codes = await lookOnce(pixels, way, read)
  }
  return { kind: 'looked', codes }
}

addEventListener('message', ({ data }: MessageEvent<QrQuestion>) => {
  // A rejection that nobody takes would be heard of nowhere: the page is told.
  const failed = (problem: unknown): QrAnswer => ({ kind: 'failed', message: String(problem) })
  void look(data)
    .catch(failed)
    .then((answer) => postMessage(answer))
})
