// How sharp a picture is: the variance of its Laplacian. Blurred edges change slowly, so that it falls.

/** Long edge, in pixels, of the picture that is measured: the figure means something only at one size. */
export const measuredEdge = 640

/** Below it small print is likely to be unreadable. Tried with cards in and out of focus; a warning, never a refusal. */
export const blurBelow = 90

/** @param pixels RGBA, row by row. @returns variance of the Laplacian over the middle of the picture, where the card is. */
export function measureSharpness(pixels: Uint8ClampedArray, width: number, height: number): number {
  const grey = new Float32Array(width * height)
  for (let at = 0; at < grey.length; at += 1) {
    const from = at * 4
    grey[at] = 0.299 * (pixels[from] ?? 0) + 0.587 * (pixels[from + 1] ?? 0) + 0.114 * (pixels[from + 2] ?? 0)
  }
  const marginX = Math.max(1, Math.floor(width * 0.1))
  const marginY = Math.max(1, Math.floor(height * 0.1))
  let sum = 0
  let squares = 0
  let count = 0
  for (let y = marginY; y < height - marginY; y += 1) {
    for (let x = marginX; x < width - marginX; x += 1) {
      const at = y * width + x
      const around = (grey[at - 1] ?? 0) + (grey[at + 1] ?? 0) + (grey[at - width] ?? 0) + (grey[at + width] ?? 0)
      const laplacian = around - 4 * (grey[at] ?? 0)
      sum += laplacian
      squares += laplacian * laplacian
      count += 1
    }
  }
  if (count === 0) return 0
  const mean = sum / count
  return squares / count - mean * mean
}
