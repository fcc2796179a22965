// The reader for QR codes. It is almost a megabyte, so it comes when a camera is first pointed at a code; its .wasm is
// one of our own files, kept with the app, and never fetched from anywhere else.
import type { ReaderOptions } from 'zxing-wasm/reader'

const options: ReaderOptions = { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 }

let reader: Promise<(image: ImageData) => Promise<string | null>> | null = null

async function loadReader() {
  const [{ prepareZXingModule, readBarcodes }, { default: wasmUrl }] = await Promise.all([
    import('zxing-wasm/reader'),
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ])
  await prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true })
  return async (image: ImageData) => (await readBarcodes(image, options))[0]?.text ?? null
}

/** The text of the QR code in a picture, or null when there is none to be seen. */
export async function readQrCode(image: ImageData): Promise<string | null> {
  reader ??= loadReader()
  return (await reader)(image)
}
