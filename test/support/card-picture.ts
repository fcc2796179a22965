// Pictures of made-up cards with a QR code, as a camera takes them: turned, tilted, out of focus, small, dim, noisy, squeezed
// by JPEG. Everything follows from the shot and its seed, so a picture that was not read can be made again.
import { encode } from 'uqr'
import { chanceFrom } from './chance.ts'
import { squeeze } from './squeeze-picture.ts'

export type Shot = {
  /** What the code says, UTF-8. */
  readonly text: string
  readonly ecc: 'L' | 'M' | 'Q'
  readonly width: number
  readonly height: number
  /** Pixels from one module of the code to the next, where the camera looks at it straight. */
  readonly module: number
  /** Degrees around the line of sight. */
  readonly turn: number
  /** Degrees that the card leans away, and towards where. */
  readonly tilt: number
  readonly tiltTowards: number
  /** Sigma of the blur, in pixels. */
  readonly blur: number
  /** Brightness of the white of the card and of the black of the code, 0 to 255. */
  readonly white: number
  readonly black: number
  /** How much of the light is lost from one side of the picture to the other, 0 to 1. */
  readonly shade: number
  /** Sigma of the sensor's noise. */
  readonly noise: number
  /** JPEG quality, 1 to 100, or null. */
  readonly jpeg: number | null
  readonly seed: number
}

export type Picture = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray<ArrayBuffer> }

/** A picture that every reader of codes should read. */
export const plainShot: Shot = {
  text: '092145990123|361990123|Nguyễn Thị Thử Nghiệm|03021945|Nữ|Khu vực 5, Tân An, Cần Thơ|10052021',
  ecc: 'M',
  width: 480,
  height: 360,
  module: 4,
  turn: 0,
  tilt: 0,
  tiltTowards: 0,
  blur: 0,
  white: 225,
  black: 35,
  shade: 0,
  noise: 0,
  jpeg: null,
  seed: 1,
}

/** Light that a place of the card gives back, 0 black to 1 white; in modules from the middle of the code. */
type Face = (x: number, y: number) => number

function cardFace(modules: readonly (readonly boolean[])[], seed: number): Face {
  const chance = chanceFrom(seed)
  const side = modules.length
  const half = side / 2
  // On a card of 86 × 54 mm the code is about 14 mm wide and stands at the upper right.
  const mm = side / 14
  const [left, right, top, bottom] = [-66 * mm, 16 * mm, -12 * mm, 40 * mm]
  const print = Array.from({ length: 4096 }, () => chance.next() < 0.45)
  const wood = Array.from({ length: 512 }, () => chance.next())
  return (x, y) => {
    const [column, row] = [Math.floor(x + half), Math.floor(y + half)]
    if (column >= 0 && column < side && row >= 0 && row < side) return modules[row]?.[column] ? 0 : 1
    if (x < left || x > right || y < top || y > bottom) return 0.35 + 0.2 * (wood[Math.floor(y * 3) & 511] ?? 0)
    if (Math.max(Math.abs(x), Math.abs(y)) < half + 2.5) return 1
    // Lines of print below and beside the code, and the wavy ground that every card has.
    const line = Math.floor(y / 6)
    const isPrint = y > half + 6 && ((y % 6) + 6) % 6 > 3 && x > left + 20 && x < right - 8
    if (isPrint && print[(line * 97 + Math.floor(x * 1.5)) & 4095]) return 0.15
    return 0.88 + 0.08 * Math.sin(x / 1.7 + 3 * Math.sin(y / 9))
  }
}

/** Where a pinhole camera stands before the card: the card's axes and its normal as the camera sees them. */
function look({ width, height, module, turn, tilt, tiltTowards, seed }: Shot) {
  const chance = chanceFrom(seed ^ 0x5eed)
  const [middleX, middleY] = [width * (0.5 + 0.1 * (chance.next() - 0.5)), height * (0.5 + 0.1 * (chance.next() - 0.5))]
  const focal = 1.1 * width
  const distance = focal / module
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const [spin, lean, towards] = [radians(turn), radians(tilt), radians(tiltTowards)]
  // The card's axes in the camera's space: leaned about an axis in the picture plane, after being turned in it.
  const axis = { x: Math.cos(towards), y: Math.sin(towards) }
  const rotate = (x: number, y: number) => {
    const along = x * axis.x + y * axis.y
    const across = -x * axis.y + y * axis.x
    const flat = across * Math.cos(lean)
    return {
      x: along * axis.x - flat * axis.y,
      y: along * axis.y + flat * axis.x,
      z: across * Math.sin(lean),
    }
  }
  const right = rotate(Math.cos(spin), Math.sin(spin))
  const down = rotate(-Math.sin(spin), Math.cos(spin))
  const normal = {
    x: right.y * down.z - right.z * down.y,
    y: right.z * down.x - right.x * down.z,
    z: right.x * down.y - right.y * down.x,
  }
  return { middleX, middleY, focal, distance, right, down, normal }
}

function expose(shot: Shot): Float32Array {
  const { text, ecc, width, height, module, white, black, shade, seed } = shot
  const face = cardFace(encode(text, { ecc, border: 0, boostEcc: false }).data, seed)
  const { middleX, middleY, focal, distance, right, down, normal } = look(shot)
  const samples = module < 2.5 ? 4 : 3
  const light = new Float32Array(width * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0
      for (let part = 0; part < samples * samples; part += 1) {
        const rayX = (x + ((part % samples) + 0.5) / samples - middleX) / focal
        const rayY = (y + (Math.floor(part / samples) + 0.5) / samples - middleY) / focal
        const along = (distance * normal.z) / (rayX * normal.x + rayY * normal.y + normal.z)
        sum += face(
          along * (rayX * right.x + rayY * right.y + right.z) - distance * right.z,
          along * (rayX * down.x + rayY * down.y + down.z) - distance * down.z,
        )
      }
      const lit = 1 - (shade * x) / width
      light[y * width + x] = (black + ((white - black) * sum) / (samples * samples)) * lit
    }
  }
  return light
}

/** Gaussian blur along one axis; `step` from one pixel to the next along it. */
function blurAlong(from: Float32Array, count: number, step: number, lines: number, lineStep: number, sigma: number) {
  const reach = Math.ceil(sigma * 3)
  const weights = Array.from({ length: 2 * reach + 1 }, (_, n) => Math.exp(-((n - reach) ** 2) / (2 * sigma * sigma)))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const to = new Float32Array(from.length)
  for (let line = 0; line < lines; line += 1) {
    for (let at = 0; at < count; at += 1) {
      let sum = 0
      for (let n = -reach; n <= reach; n += 1) {
        const other = Math.min(count - 1, Math.max(0, at + n))
        sum += (weights[n + reach] ?? 0) * (from[line * lineStep + other * step] ?? 0)
      }
      to[line * lineStep + at * step] = sum / whole
    }
  }
  return to
}

/** Takes the picture: opaque grey RGBA. */
export function takeShot(shot: Shot): Picture {
  const { width, height, blur, noise, jpeg, seed } = shot
  const chance = chanceFrom(seed ^ 0xa015e)
  let light = expose(shot)
  if (blur > 0) {
    light = blurAlong(light, width, 1, height, width, blur)
    light = blurAlong(light, height, width, width, 1, blur)
  }
  const grey = Uint8ClampedArray.from(light, (value) => {
    const scatter =
      noise === 0 ? 0 : Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next())
    return value + noise * scatter
  })
  if (jpeg !== null) squeeze(grey, width, height, jpeg)
  const data = new Uint8ClampedArray(4 * width * height)
  grey.forEach((value, at) => data.fill(value, 4 * at, 4 * at + 3).fill(255, 4 * at + 3, 4 * at + 4))
  return { width, height, data }
}
