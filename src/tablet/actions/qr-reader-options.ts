import type { ReaderOptions } from 'zxing-wasm/reader'

/** @param thorough looks also at smaller and inverted copies: for pictures as they came, not for those made from them. */
export function qrReaderOptions(thorough: boolean): ReaderOptions {
  return {
    formats: ['QRCodeModel2'],
    tryHarder: true,
    tryRotate: true,
    tryInvert: thorough,
    tryDownscale: thorough,
    maxNumberOfSymbols: 4,
  }
}
