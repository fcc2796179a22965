// Readers of QR codes on the same pictures: ours as the tablet's worker runs it, and the libraries that it is measured against.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { scanRGBABuffer, ZBarConfigType, ZBarScanner, ZBarSymbolType } from '@undecaf/zbar-wasm'
import readWithJsQr from 'jsqr'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { lookOnce, looksAt } from '../../src/tablet/actions/look-for-codes.ts'
import { qrReaderOptions } from '../../src/tablet/actions/qr-reader-options.ts'
import type { Picture } from './card-picture.ts'

/** The bytes of the first code that is found, or null. */
export type CodeReader = (picture: Picture) => Promise<Uint8Array | null>

const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
let loading: Promise<unknown> | null = null
const zxing = async (...[input, options]: Parameters<typeof readBarcodes>) => {
  loading ??= prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true })
  await loading
  return readBarcodes(input, options)
}
const imageOf = ({ width, height, data }: Pick<Picture, 'width' | 'height'> & { data: Uint8ClampedArray }) =>
  ({ width, height, data, colorSpace: 'srgb' }) as ImageData

/** Every look that a photo of this size gets, until one finds something. */
export const ours: CodeReader = async (picture) => {
  for (const look of looksAt(picture)) {
    const [code] = await lookOnce(picture, look, async (pixels, thorough) =>
      (await zxing(imageOf(pixels), qrReaderOptions(thorough))).map(({ bytes }) => bytes),
    )
    if (code !== undefined) return code
  }
  return null
}

async function zbarScanner(): Promise<ZBarScanner> {
  const scanner = await ZBarScanner.create()
  scanner.setConfig(ZBarSymbolType.ZBAR_NONE, ZBarConfigType.ZBAR_CFG_ENABLE, 0)
  scanner.setConfig(ZBarSymbolType.ZBAR_QRCODE, ZBarConfigType.ZBAR_CFG_ENABLE, 1)
  // Otherwise it guesses at letters, and guesses wrongly: at its best it hands out the bytes.
  scanner.setConfig(ZBarSymbolType.ZBAR_QRCODE, ZBarConfigType.ZBAR_CFG_BINARY, 1)
  return scanner
}
let zbar: Promise<ZBarScanner> | null = null

/** The libraries as they are, each at its best. */
export const peers: Readonly<Record<string, CodeReader>> = {
  jsQR: async ({ data, width, height }) => {
    const found = readWithJsQr(data, width, height)
    return found === null ? null : Uint8Array.from(found.binaryData)
  },
  'zxing-wasm': async (picture) => (await zxing(imageOf(picture), {}))[0]?.bytes ?? null,
  ZBar: async ({ data, width, height }) => {
    zbar ??= zbarScanner()
    const [found] = await scanRGBABuffer(data.slice().buffer, width, height, await zbar)
    return found === undefined ? null : Uint8Array.from(found.data, (byte) => byte & 0xff)
  },
}

/** Whether a reader found the code and has every byte of it right; `wrong` is worse than `missed`. */
export async function judgeReader(
  read: CodeReader,
  picture: Picture,
  text: string,
): Promise<'right' | 'wrong' | 'missed'> {
  // jsQR throws on some pictures instead of finding nothing.
  const bytes = await read(picture).catch(() => null)
  if (bytes === null || bytes.length === 0) return 'missed'
  return Buffer.from(bytes).equals(Buffer.from(text)) ? 'right' : 'wrong'
}
