// Pictures as one number of light a pixel, and what can be done to them so that a code in them can be read.

/** Row by row, 0 black to 255 white; between steps values may lie outside. */
export type Grey = { readonly width: number; readonly height: number; readonly light: Float32Array }

export type Area = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** Opaque pixels as a canvas has them. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }

/** Luminance of an area of a picture. */
export function greyOf({ width, data }: Pixels, { left, top, width: across, height }: Area): Grey {
  const light = new Float32Array(across * height)
  for (let y = 0; y < height; y += 1) {
    let from = 4 * ((top + y) * width + left)
    for (let to = y * across; to < (y + 1) * across; to += 1, from += 4) {
      light[to] = 0.299 * (data[from] ?? 0) + 0.587 * (data[from + 1] ?? 0) + 0.114 * (data[from + 2] ?? 0)
    }
  }
  return { width: across, height, light }
}

/** As opaque grey pixels. */
export function pixelsOf({ width, height, light }: Grey): Pixels {
  const grey = Uint8ClampedArray.from(light)
  const data = new Uint8ClampedArray(4 * grey.length)
  const words = new Uint32Array(data.buffer)
  // The same value three times; opacity is the highest byte on every machine that browsers run on.
  for (let at = 0; at < grey.length; at += 1) words[at] = 0xff000000 | ((grey[at] ?? 0) * 0x010101)
  return { width, height, data }
}

/** Four neighbours' weights of the Catmull-Rom curve at `t` between the middle two. */
function weightsAt(t: number): [number, number, number, number] {
  const t2 = t * t
  const t3 = t2 * t
  return [-t3 / 2 + t2 - t / 2, 1.5 * t3 - 2.5 * t2 + 1, -1.5 * t3 + 2 * t2 + t / 2, t3 / 2 - t2 / 2]
}

/** Stretches every line by `scale` and turns the picture on its side, so that doing it twice scales both ways. */
function enlargeAndTurn({ width, height, light }: Grey, scale: number): Grey {
  const across = Math.round(width * scale)
  const turned = new Float32Array(across * height)
  for (let to = 0; to < across; to += 1) {
    const place = (to + 0.5) / scale - 0.5
    const first = Math.floor(place)
    const [a, b, c, d] = weightsAt(place - first)
    const [p, q, r, s] = [first - 1, first, first + 1, first + 2].map((at) => Math.min(width - 1, Math.max(0, at)))
    for (let y = 0; y < height; y += 1) {
      const line = y * width
      turned[to * height + y] =
        a * (light[line + (p ?? 0)] ?? 0) +
        b * (light[line + (q ?? 0)] ?? 0) +
        c * (light[line + (r ?? 0)] ?? 0) +
        d * (light[line + (s ?? 0)] ?? 0)
    }
  }
  return { width: height, height: across, light: turned }
}

/** Averages blocks of `by` × `by` pixels; what is left over at the edges is cut off. */
function reduce({ width, height, light }: Grey, by: number): Grey {
  const [across, down] = [Math.floor(width / by), Math.floor(height / by)]
  const small = new Float32Array(across * down)
  for (let y = 0; y < down * by; y += 1) {
    const line = Math.floor(y / by) * across
    for (let x = 0; x < across * by; x += 1) {
      const to = line + Math.floor(x / by)
      small[to] = (small[to] ?? 0) + (light[y * width + x] ?? 0)
    }
  }
  return { width: across, height: down, light: small.map((sum) => sum / (by * by)) }
}

/** @param scale above 1 enlarges smoothly; a half, a third, … reduces by averaging. */
export function scaled(grey: Grey, scale: number): Grey {
  if (scale === 1) return grey
  if (scale < 1) return reduce(grey, Math.round(1 / scale))
  return enlargeAndTurn(enlargeAndTurn(grey, scale), scale)
}

/** Mean over `2 × reach + 1` pixels along every line, turned on its side. */
function averageAndTurn({ width, height, light }: Grey, reach: number): Grey {
  const turned = new Float32Array(light.length)
  const whole = 2 * reach + 1
  for (let y = 0; y < height; y += 1) {
    const line = y * width
    const [first, last] = [light[line] ?? 0, light[line + width - 1] ?? 0]
    let sum = first * reach
    for (let x = 0; x < reach; x += 1) sum += light[line + Math.min(x, width - 1)] ?? 0
    for (let x = 0; x < width; x += 1) {
      sum += x + reach < width ? (light[line + x + reach] ?? 0) : last
      turned[x * height + y] = sum / whole
      sum -= x - reach >= 0 ? (light[line + x - reach] ?? 0) : first
    }
  }
  return { width: height, height: width, light: turned }
}

/** Gaussian blur as three means one after the other, close enough from a sigma of 1 on. */
function blurred(grey: Grey, sigma: number): Grey {
  let picture = grey
  // Three means of this reach have the variance asked for.
  const reach = Math.max(1, Math.round((Math.sqrt(4 * sigma * sigma + 1) - 1) / 2))
  for (let time = 0; time < 3; time += 1) picture = averageAndTurn(averageAndTurn(picture, reach), reach)
  return picture
}

/** Adds `amount` times what a blur of `sigma` pixels takes away: edges come back. */
export function sharpened(grey: Grey, sigma: number, amount: number): Grey {
  const soft = blurred(grey, sigma).light
  return { ...grey, light: grey.light.map((value, at) => value + amount * (value - (soft[at] ?? 0))) }
}

/** Noise goes, edges of more than a pixel stay. */
export function calmed({ width, height, light }: Grey): Grey {
  const along = (from: Float32Array, step: number) =>
    from.map((value, at) => 0.25 * (from[at - step] ?? value) + 0.5 * value + 0.25 * (from[at + step] ?? value))
  return { width, height, light: along(along(light, 1), width) }
}

/** Spreads the values between the darkest and the brightest hundredth over the whole range. */
export function stretched(grey: Grey): Grey {
  const counts = new Uint32Array(256)
  for (const value of grey.light) {
    const step = Math.min(255, Math.max(0, Math.round(value)))
    counts[step] = (counts[step] ?? 0) + 1
  }
  const hundredth = grey.light.length / 100
  const reaches = (steps: Iterable<number>) => {
    let sum = 0
    for (const step of steps) {
      sum += counts[step] ?? 0
      if (sum > hundredth) return step
    }
    return 0
  }
  const dark = reaches(Array.from(counts.keys()))
  const bright = reaches(Array.from(counts.keys()).toReversed())
  if (bright <= dark) return grey
  const gain = 255 / (bright - dark)
  return { ...grey, light: grey.light.map((value) => (value - dark) * gain) }
}
