// What JPEG takes from a grey picture: each block of 8 × 8 through the cosine transform, rounded as the quality says, and back.

/** Annex K of the standard, luminance. */
const rounding = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
  87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
  72, 92, 95, 98, 112, 100, 103, 99,
]

const cosine = Array.from({ length: 64 }, (_, at) => {
  const [frequency, place] = [Math.floor(at / 8), at % 8]
  const scale = frequency === 0 ? Math.sqrt(1 / 8) : 0.5
  return scale * Math.cos(((2 * place + 1) * frequency * Math.PI) / 16)
})

/** One row or column after the other; `back` inverts. */
function transform(block: Float64Array, back: boolean): Float64Array {
  const half = new Float64Array(64)
  const whole = new Float64Array(64)
  const weight = (a: number, b: number) => cosine[back ? b * 8 + a : a * 8 + b] ?? 0
  for (let row = 0; row < 8; row += 1)
    for (let to = 0; to < 8; to += 1)
      for (let from = 0; from < 8; from += 1)
        half[row * 8 + to] = (half[row * 8 + to] ?? 0) + weight(to, from) * (block[row * 8 + from] ?? 0)
  for (let column = 0; column < 8; column += 1)
    for (let to = 0; to < 8; to += 1)
      for (let from = 0; from < 8; from += 1)
        whole[to * 8 + column] = (whole[to * 8 + column] ?? 0) + weight(to, from) * (half[from * 8 + column] ?? 0)
  return whole
}

/** Changes a grey picture in place as a JPEG of this quality (1 to 100) would. */
export function squeeze(grey: Uint8ClampedArray, width: number, height: number, quality: number): void {
  const strength = quality < 50 ? 50 / quality : 2 - quality / 50
  const steps = rounding.map((step) => Math.max(1, Math.round(step * strength)))
  for (let top = 0; top < height; top += 8) {
    for (let left = 0; left < width; left += 8) {
      const at = (n: number) =>
        Math.min(height - 1, top + Math.floor(n / 8)) * width + Math.min(width - 1, left + (n % 8))
      const block = Float64Array.from({ length: 64 }, (_, n) => (grey[at(n)] ?? 0) - 128)
      const kept = transform(block, false).map((value, n) => Math.round(value / (steps[n] ?? 1)) * (steps[n] ?? 1))
      transform(kept, true).forEach((value, n) => (grey[at(n)] = value + 128))
    }
  }
}
