import { once } from 'node:events'
import { createBrotliCompress, createBrotliDecompress, createGunzip, createGzip } from 'node:zlib'
import { expect, it } from 'vitest'
import { compressionByPiece } from '../../src/server/http/compression.ts'

const { brotliOptions, zlibOptions } = compressionByPiece

it.each([
  ['brotli', () => createBrotliCompress(brotliOptions), createBrotliDecompress],
  ['gzip', () => createGzip(zlibOptions), createGunzip],
] as const)('%s gives each piece on before the next one comes', async (_, compress, inflate) => {
  const [there, here] = [compress(), inflate()]
  there.pipe(here)
  for (const piece of ['một trang\n'.repeat(50), 'trang nữa\n']) {
    there.write(piece)
    const [read] = (await once(here, 'data')) as [Buffer]
    expect(read.toString()).toBe(piece)
  }
})
