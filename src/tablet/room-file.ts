// Whether a disk has room, found out by writing into a file and taking it back.
import { incompressible } from './store/incompressible.ts'

/** A file of the origin's own that is written at once, as only a worker has it. */
export type RoomFile = {
  /** @returns how many bytes were written: fewer than given when the disk is full in the middle. */
  write: (bytes: Uint8Array<ArrayBuffer>, place: { at: number }) => number
  truncate: (size: number) => void
}

/** Found beside what was asked for: the database writes more than it is given. */
export const spareBytes = 256 * 1024
/** A text counts as so much. */
const textBytes = 64 * 1024
/**
 * Stays in the file while there is room, and is given back with the answer that there is none: what makes room then, like taking the
 * ballast out of the database, has to write a little itself.
 */
export const stepBytes = 64 * 1024

/** What is written, again and again; made when it is first needed. */
let block: Uint8Array<ArrayBuffer> | null = null

/**
 * Whether so many bytes fit on the disk, and some more. Of what was written only the step stays, and nothing when they do not fit.
 * @throws what the file throws, other than that there is no room.
 */
export function fitsInto(file: RoomFile, bytes: number): boolean {
  block ??= incompressible(256 * 1024)
  const end = Math.max(bytes, textBytes) + spareBytes
  let fits = false
  try {
    // What lies there already would prove nothing.
    file.truncate(0)
    for (let at = 0; at < end; at += block.length) {
      const part = block.subarray(0, Math.min(end - at, block.length))
      if (file.write(part, { at }) < part.length) return false
    }
    fits = true
    return fits
  } catch (error) {
    if (isNamed(error, 'QuotaExceededError')) return false
    throw error
  } finally {
    file.truncate(0)
    if (fits) file.write(block.subarray(0, stepBytes), { at: 0 })
  }
}

/** Whether it is the browser's error of this name. */
export function isNamed(error: unknown, name: string): boolean {
  return error instanceof DOMException && error.name === name
}
