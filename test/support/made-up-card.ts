// A made-up citizen ID card, drawn by the browser: fine print, so that a picture of it can be judged legible.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { bytesOf } from './page-blob.ts'

export type CardText = {
  readonly title: string
  readonly name: string
  readonly idNumber: string
  readonly line: string
}

const front: CardText = {
  title: 'CĂN CƯỚC CÔNG DÂN (MẪU THỬ)',
  name: 'NGUYỄN THỊ THỬ NGHIỆM',
  idNumber: '092145990123',
  line: 'Khu vực 5, phường Tân An, thành phố Cần Thơ',
}

/**
 * Draws a card as a JPEG of `width` × `height` pixels.
 * @param context any browser; a page is opened and closed again.
 */
export async function drawCard(
  context: BrowserContext,
  { width, height }: { width: number; height: number },
  text: CardText = front,
): Promise<Buffer> {
  const page = await context.newPage()
  const picture = await page.evaluateHandle(
    async ({ width: w, height: h, text: card }) => {
      const canvas = new OffscreenCanvas(w, h)
      const pen = canvas.getContext('2d')
      if (!pen) throw new Error('no canvas')
      pen.fillStyle = '#6b5a48'
      pen.fillRect(0, 0, w, h)
      const left = w * 0.08
      const top = h * 0.12
      pen.fillStyle = '#e8f2ea'
      pen.fillRect(left, top, w * 0.84, h * 0.76)
      // A guilloche, as cards have one: a picture without texture compresses unlike a real one.
      pen.strokeStyle = '#b9d4c4'
      for (let wave = 0; wave < 60; wave += 1) {
        pen.beginPath()
        for (let x = left; x < w * 0.92; x += 8)
          pen.lineTo(x, top + (h * 0.76 * wave) / 60 + 10 * Math.sin(x / 40 + wave))
        pen.stroke()
      }
      pen.fillStyle = '#14324a'
      pen.font = `bold ${Math.round(h / 22)}px sans-serif`
      pen.fillText(card.title, left + w * 0.05, top + h * 0.1)
      pen.font = `${Math.round(h / 18)}px monospace`
      pen.fillText(card.idNumber, left + w * 0.3, top + h * 0.25)
      pen.font = `bold ${Math.round(h / 26)}px sans-serif`
      pen.fillText(card.name, left + w * 0.3, top + h * 0.38)
      pen.font = `${Math.round(h / 40)}px sans-serif`
      for (let row = 0; row < 6; row += 1)
        pen.fillText(`${card.line} · ${row}`, left + w * 0.3, top + h * (0.48 + row * 0.045))
      pen.fillStyle = '#caa88f'
      pen.fillRect(left + w * 0.04, top + h * 0.2, w * 0.2, h * 0.4)
      return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 })
    },
    { width, height, text },
  )
  const bytes = await bytesOf(picture)
  await page.close()
  return bytes
}

/** Writes a JPEG as the film that a fake camera shows. @returns its path, in a folder of the system's for such things. */
export function filmOf(jpeg: Buffer): string {
  const path = join(mkdtempSync(join(tmpdir(), 'tan-nha-camera-')), 'card.mjpeg')
  writeFileSync(path, Buffer.concat(Array.from({ length: 4 }, () => jpeg)))
  return path
}
