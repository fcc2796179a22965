// Pictures as files: what a camera shows to Chromium, and what a person picks.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import type { Picture } from './card-picture.ts'

/** The same picture again and again, as a YUV4MPEG2 film; grey, so the colour planes are empty. */
function filmBytes({ width, height, data }: Picture): Buffer {
  const frame = Buffer.alloc(width * height * 1.5, 128)
  // Films keep light between 16 and 235.
  for (let at = 0; at < width * height; at += 1) frame[at] = 16 + Math.round(((data[4 * at] ?? 0) * 219) / 255)
  const one = Buffer.concat([Buffer.from('FRAME\n'), frame])
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F30:1 Ip A1:1 C420jpeg\n`), one, one])
}

/** A film for the fake camera whose picture can be changed; a camera that is opened anew shows the new one. */
export function openFilm(first: Picture): { path: string; show: (picture: Picture) => void } {
  const path = join(mkdtempSync(join(tmpdir(), 'tan-nha-camera-')), 'card.y4m')
  const show = (picture: Picture) => writeFileSync(path, filmBytes(picture))
  show(first)
  return { path, show }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

/** A grey picture as a PNG. */
export function pngOf({ width, height, data }: Picture): Buffer {
  const lines = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) lines[y * (width + 1) + 1 + x] = data[4 * (y * width + x)] ?? 0
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
