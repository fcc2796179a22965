// How hard a code is looked for. A reader of codes finds a clean one by itself; blur, distance, dim light and slant take it
// away. So a picture is looked at again and again: as it is, enlarged and sharpened, calmed and stretched, in parts, until
// something is read or the time is over.
import {
  type Area,
  calmed,
  type Grey,
  greyOf,
  type Pixels,
  pixelsOf,
  scaled,
  sharpened,
  stretched,
} from './grey-picture.ts'

/** Reads what codes there are in a picture; `thorough` also tries smaller and inverted copies. */
export type ReadCodes = (pixels: Pixels, thorough: boolean) => Promise<Uint8Array[]>

type Pass = { readonly scale: number; readonly treat: (grey: Grey) => Grey }

/** More pixels than this at a time take too long, and more memory than a cheap tablet likes. */
const largestLook = 2_800_000

const untouched = (grey: Grey) => grey

/** In the order of what each finds that those before it do not, as the bench found. */
const passes: readonly Pass[] = [
  { scale: 3, treat: (grey) => sharpened(stretched(grey), 4, 3) },
  { scale: 3, treat: (grey) => stretched(calmed(grey)) },
  { scale: 3, treat: (grey) => sharpened(stretched(grey), 2.5, 3) },
  { scale: 1, treat: (grey) => sharpened(grey, 3, 3) },
  { scale: 1 / 2, treat: (grey) => sharpened(grey, 2, 3) },
  { scale: 2, treat: (grey) => stretched(calmed(calmed(grey))) },
  { scale: 1, treat: (grey) => stretched(calmed(grey)) },
  { scale: 1 / 3, treat: (grey) => sharpened(grey, 2, 2) },
  { scale: 2, treat: (grey) => sharpened(stretched(grey), 5, 4) },
]

export type Look = { readonly pass: Pass; readonly area: Area }

/** Parts of a picture, each small enough to be looked at, overlapping by a third; the middle one first. */
function partsOf({ width, height }: { width: number; height: number }, scale: number): Area[] {
  const largest = Math.max(1, Math.sqrt(largestLook) / scale)
  if (width * height <= largest * largest) return [{ left: 0, top: 0, width, height }]
  const along = (whole: number) => {
    const size = Math.min(whole, Math.floor(largest))
    const count = size === whole ? 1 : Math.ceil((whole - size) / ((size * 2) / 3)) + 1
    const starts = Array.from({ length: count }, (_, n) => Math.round(((whole - size) * n) / Math.max(1, count - 1)))
    return { size, starts }
  }
  const [across, down] = [along(width), along(height)]
  const fromMiddle = ({ left, top }: Area) =>
    Math.hypot(left + across.size / 2 - width / 2, top + down.size / 2 - height / 2)
  return down.starts
    .flatMap((top) => across.starts.map((left) => ({ left, top, width: across.size, height: down.size })))
    .toSorted((a, b) => fromMiddle(a) - fromMiddle(b))
}

/**
 * Every way to look at a picture of this size: as it is, whole and in parts; then the middle in every way; then the parts
 * around it.
 */
export function looksAt({ width, height }: { width: number; height: number }): Look[] {
  const size = { width, height }
  const fitting = Math.max(1, Math.ceil(Math.sqrt((width * height) / largestLook)))
  const whole = { pass: { scale: 1 / fitting, treat: untouched }, area: { left: 0, top: 0, ...size } }
  const parts = partsOf(size, 1).map((area) => ({ pass: { scale: 1, treat: untouched }, area }))
  const turns = passes.map((pass) => partsOf(size, pass.scale).map((area) => ({ pass, area })))
  const rounds = Math.max(...turns.map((looks) => looks.length))
  const inTurn = Array.from({ length: rounds }, (_, round) => turns.flatMap((looks) => looks.slice(round, round + 1)))
  return [whole, ...(fitting > 1 ? parts : []), ...inTurn.flat()]
}

/** Looks at a picture in one way. */
export function lookOnce(pixels: Pixels, { pass, area }: Look, read: ReadCodes): Promise<Uint8Array[]> {
  const isUntouched = pass.treat === untouched
  const isWhole = area.width === pixels.width && area.height === pixels.height
  if (isUntouched && isWhole && pass.scale === 1) return read(pixels, true)
  return read(pixelsOf(pass.treat(scaled(greyOf(pixels, area), pass.scale))), isUntouched)
}
