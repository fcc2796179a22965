// Turns what a camera or a file gives into the photo that is kept: upright, reduced, without EXIF, within the budget.
import { fitPhoto, jpegQualities, photoBudget } from './fit-photo.ts'
import { measuredEdge, measureSharpness } from './measure-sharpness.ts'

export type PhotoAnswer =
  | { kind: 'prepared'; bytes: Uint8Array<ArrayBuffer>; width: number; height: number; sharpness: number }
  | { kind: 'notAPicture' }

function draw(bitmap: ImageBitmap, width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error('no canvas to draw on')
  context.imageSmoothingQuality = 'high'
  // What is see-through in a PNG would turn black in a JPEG.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(bitmap, 0, 0, width, height)
  return canvas
}

function sharpnessOf(bitmap: ImageBitmap): number {
  const scale = Math.min(1, measuredEdge / Math.max(bitmap.width, bitmap.height))
  const width = Math.max(3, Math.round(bitmap.width * scale))
  const height = Math.max(3, Math.round(bitmap.height * scale))
  const context = draw(bitmap, width, height).getContext('2d')
  return context ? measureSharpness(context.getImageData(0, 0, width, height).data, width, height) : 0
}

async function encode(canvas: OffscreenCanvas): Promise<Blob> {
  let smallest: Blob | null = null
  for (const quality of jpegQualities) {
    smallest = await canvas.convertToBlob({ type: 'image/jpeg', quality })
    if (smallest.size <= photoBudget.bytes) return smallest
  }
  if (smallest === null) throw new Error('no quality to encode with')
  return smallest
}

async function decode(source: Blob | ImageBitmap): Promise<ImageBitmap | null> {
  if (source instanceof ImageBitmap) return source
  return createImageBitmap(source, { imageOrientation: 'from-image' }).catch(() => null)
}

async function prepare(source: Blob | ImageBitmap): Promise<PhotoAnswer> {
  const bitmap = await decode(source)
  if (bitmap === null) return { kind: 'notAPicture' }
  try {
    const { width, height } = fitPhoto(bitmap.width, bitmap.height)
    const sharpness = sharpnessOf(bitmap)
    const jpeg = await encode(draw(bitmap, width, height))
    return { kind: 'prepared', bytes: new Uint8Array(await jpeg.arrayBuffer()), width, height, sharpness }
  } finally {
    bitmap.close()
  }
}

addEventListener('message', (event: MessageEvent<Blob | ImageBitmap>) => {
  void prepare(event.data).then((answer) => {
    postMessage(answer, { transfer: answer.kind === 'prepared' ? [answer.bytes.buffer] : [] })
  })
})
