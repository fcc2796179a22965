// The worker that reduces photos, in a real browser: what it keeps, what it takes away, and what it calls blurred.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { JSHandle, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from 'vite'
import { photoTypeOf } from '../../../src/protocol/photos.ts'
import { photoBudget } from '../../../src/tablet/actions/fit-photo.ts'
import type { PhotoAnswer } from '../../../src/tablet/actions/prepare-photo.worker.ts'
import { blurBelow } from '../../../src/tablet/actions/measure-sharpness.ts'
import { type Browser, openBrowser, removeProfile } from '../../support/browser.ts'
import { drawCard } from '../../support/made-up-card.ts'
import { bytesOf } from '../../support/page-blob.ts'

let browser: Browser
let server: Server
let page: Page

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tan-nha-photo-worker-'))
  const entry = fileURLToPath(new URL('../../../src/tablet/actions/prepare-photo.worker.ts', import.meta.url))
  await build({
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, lib: { entry, formats: ['es'], fileName: () => 'worker.js' } },
  })
  const script = readFileSync(join(folder, 'worker.js'))
  rmSync(folder, { recursive: true })
  server = createServer(({ url }, response) => {
    response.writeHead(200, { 'content-type': url === '/worker.js' ? 'text/javascript' : 'text/html' })
    response.end(url === '/worker.js' ? script : '<!doctype html><title>photo</title>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  browser = await openBrowser()
  page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
})
afterAll(async () => {
  await browser.close()
  server.close()
  removeProfile(browser.profile)
})

type Prepared = { width: number; height: number; sharpness: number; bytes: number; jpeg: JSHandle<Blob> }

/** What the worker makes of a file that lies in the page; null when it is no picture. */
async function prepare(file: JSHandle<Blob>): Promise<Prepared | null> {
  const answer = await file.evaluateHandle(async (blob) => {
    const worker = new Worker('/worker.js', { type: 'module' })
    const told = await new Promise<PhotoAnswer>((resolve) => {
      worker.addEventListener('message', ({ data }) => resolve(data as PhotoAnswer))
      worker.postMessage(blob)
    })
    worker.terminate()
    return told
  })
  const told = await answer.evaluate((one) =>
    one.kind === 'prepared'
      ? { width: one.width, height: one.height, sharpness: one.sharpness, bytes: one.bytes.length }
      : null,
  )
  if (told === null) return null
  const jpeg = await answer.evaluateHandle((one) => new Blob(one.kind === 'prepared' ? [one.bytes] : []))
  return { ...told, jpeg }
}

type Drawing = { width: number; height: number; how: 'noise' | 'halves' | 'transparent'; type?: string }

/** A picture drawn in the page; `noise` is what compresses worst. */
function drawn(drawing: Drawing): Promise<JSHandle<Blob>> {
  return page.evaluateHandle(async ({ width, height, how, type = 'image/jpeg' }) => {
    const canvas = new OffscreenCanvas(width, height)
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    if (how === 'noise') {
      const picture = pen.createImageData(width, height)
      const words = new Uint32Array(picture.data.buffer)
      for (let at = 0; at < words.length; at += 1) words[at] = (Math.random() * 0xffffff) | 0xff000000
      pen.putImageData(picture, 0, 0)
    } else if (how === 'halves') {
      pen.fillStyle = '#ff0000'
      pen.fillRect(0, 0, width / 2, height)
      pen.fillStyle = '#0000ff'
      pen.fillRect(width / 2, 0, width / 2, height)
    }
    return canvas.convertToBlob({ type, quality: 0.9 })
  }, drawing)
}

/** A file of these bytes, in the page. */
function fileOf(bytes: Buffer, type = 'image/jpeg'): Promise<JSHandle<Blob>> {
  return page.evaluateHandle(
    ([base64, mime]) => new Blob([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], { type: mime }),
    [bytes.toString('base64'), type] as const,
  )
}

/** The colour in the middle of the upper edge of a picture. */
async function colourAtTop(file: JSHandle<Blob> | undefined): Promise<number[]> {
  if (!file) throw new Error('no picture')
  return file.evaluate(async (blob) => {
    const bitmap = await createImageBitmap(blob)
    const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    pen?.drawImage(bitmap, 0, 0)
    return [...(pen?.getImageData(bitmap.width / 2, 4, 1, 1).data ?? [])]
  })
}

/** EXIF as a phone writes it: held sideways (orientation 6), and where it was taken. */
function withExif(jpeg: Buffer): Buffer {
  const tiff = Buffer.from(
    '4d4d002a00000008' + // big endian, first directory at 8
      '0002' +
      '0112000300000001' +
      '00060000' + // orientation 6: turn right to see it upright
      '8825000400000001' +
      '00000026' + // GPS directory at 38
      '00000000' +
      '0001' +
      '0001000200000002' +
      '4e000000' + // north
      '00000000',
    'hex',
  )
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255])
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)])
}

describe('a photo that is kept', () => {
  it.each([
    [{ width: 4000, height: 3000, how: 'halves' }, [1600, 1200]],
    [{ width: 1500, height: 2000, how: 'noise' }, [1200, 1600]],
    [{ width: 900, height: 700, how: 'halves' }, [900, 700]],
  ] as const)('of %j is %j pixels and within the budget of bytes', async (drawing, [width, height]) => {
    const kept = await prepare(await drawn(drawing))
    expect(kept).toMatchObject({ width, height })
    expect(kept?.bytes).toBeLessThanOrEqual(photoBudget.bytes)
  })

  it('stands upright and has lost where it was taken (S33)', async () => {
    const sideways = withExif(await bytesOf(await drawn({ width: 400, height: 200, how: 'halves' })))
    expect(sideways.includes('Exif')).toBe(true)
    const kept = await prepare(await fileOf(sideways))
    expect(kept).toMatchObject({ width: 200, height: 400 })
    const bytes = await bytesOf(kept?.jpeg as JSHandle<Blob>)
    expect(photoTypeOf(bytes)).toBe('image/jpeg')
    expect(bytes.includes('Exif')).toBe(false)
    // Its left half was red; turned upright, red is at the top.
    const [red = 0, , blue = 0] = await colourAtTop(kept?.jpeg)
    expect(red).toBeGreaterThan(200)
    expect(blue).toBeLessThan(60)
  })

  it('is white where a PNG was see-through', async () => {
    const kept = await prepare(await drawn({ width: 400, height: 300, how: 'transparent', type: 'image/png' }))
    expect(await colourAtTop(kept?.jpeg)).toEqual([255, 255, 255, 255])
  })

  it('is refused when it is no picture', async () => {
    expect(await prepare(await fileOf(Buffer.from('GIF, says its name'), 'image/gif'))).toBeNull()
    expect(await prepare(await fileOf(Buffer.from('<script>alert(1)</script>')))).toBeNull()
  })

  it('is called blurred when the card was out of focus, and not when it was in focus', async () => {
    const card = await fileOf(await drawCard(browser.context, { width: 2000, height: 1500 }))
    const soft = await card.evaluateHandle(async (blob) => {
      const bitmap = await createImageBitmap(blob)
      const scaled = (from: CanvasImageSource, width: number, height: number) => {
        const canvas = new OffscreenCanvas(width, height)
        const pen = canvas.getContext('2d')
        if (!pen) throw new Error('no canvas')
        pen.imageSmoothingQuality = 'high'
        pen.drawImage(from, 0, 0, width, height)
        return canvas
      }
      const small = scaled(bitmap, bitmap.width / 16, bitmap.height / 16)
      const large = scaled(small, bitmap.width, bitmap.height)
      return large.convertToBlob({ type: 'image/jpeg' })
    })
    const [sharp, blurred] = [await prepare(card), await prepare(soft)]
    expect(sharp?.sharpness).toBeGreaterThan(blurBelow)
    expect(sharp?.bytes).toBeLessThanOrEqual(photoBudget.bytes)
    expect(blurred?.sharpness).toBeLessThan(blurBelow)
  })
})
