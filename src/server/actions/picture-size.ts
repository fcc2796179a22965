// How many pixels a picture claims to have, from its header alone: a bomb is never decoded here.
import type { PhotoType } from '../../protocol/photos.ts'

export type PictureSize = { width: number; height: number }

/** Null when the header does not say. @param bytes the whole picture. */
export function pictureSize(type: PhotoType, bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    switch (type) {
      case 'image/png':
        return { width: view.getUint32(16), height: view.getUint32(20) }
      case 'image/jpeg':
        return jpegSize(view)
      case 'image/webp':
        return webpSize(view)
    }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Walks the segments to the frame header (SOF0 … SOF15 without DHT, JPG and DAC). */
function jpegSize(view: DataView): PictureSize | null {
  let offset = 2
  while (view.getUint8(offset) === 0xff) {
    const marker = view.getUint8(offset + 1)
    if (marker === 0xff) {
      offset += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: view.getUint16(offset + 5), width: view.getUint16(offset + 7) }
    if (marker === 0xda || marker === 0xd9) return null
    offset += 2 + view.getUint16(offset + 2)
  }
  return null
}

const fourLetters = (view: DataView, offset: number) =>
  String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(offset + index)))

function webpSize(view: DataView): PictureSize | null {
  switch (fourLetters(view, 12)) {
    case 'VP8X':
      return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) }
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) }
    }
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    default:
      return null
  }
}

function uint24(view: DataView, offset: number): number {
  return view.getUint16(offset, true) | (view.getUint8(offset + 2) << 16)
}
