// Whether the disk has room, found out by writing. Chromium promises more than there is, and when IndexedDB meets the end of
// the disk in the middle of a record, it closes the database, goes on behind the torn record, and at its next start takes the
// whole database for damaged and deletes it: what was saved since is lost. A file of the origin's own may fail without harm.

/** Beside what was asked for: texts are written without asking each time. */
const spareBytes = 1024 * 1024
/** So long, and for so many writes of a text or a page of the list, room that was found counts as still there. */
const freshMs = 60_000
const freshWrites = 16

type Disk = Pick<StorageManager, 'getDirectory'>

/**
 * @param uptime milliseconds that never jump.
 * @returns says whether so many bytes fit on the disk, and some more; where the browser can not be asked, that they do. Without a number it
 * is about a text, and seldom asks the disk.
 */
export function startRoomKeeper(disk: Disk, uptime: () => number): (bytes?: number) => Promise<boolean> {
  let found: { at: number; writesLeft: number } | null = null
  return async (bytes = 0) => {
    if (bytes === 0 && found !== null && uptime() - found.at < freshMs && found.writesLeft > 0) {
      found.writesLeft -= 1
      return true
    }
    const fits = await canWrite(disk, bytes + spareBytes)
    found = fits ? { at: uptime(), writesLeft: freshWrites } : null
    return fits
  }
}

async function canWrite(disk: Disk, bytes: number): Promise<boolean> {
  try {
    const folder = await disk.getDirectory()
    const file = await folder.getFileHandle('room', { create: true })
    const writing = await file.createWritable()
    try {
      await writing.write(incompressible(bytes))
    } finally {
      // Never closed, so the file stays empty and what was written is gone.
      await writing.abort().catch(() => undefined)
    }
    return true
  } catch (error) {
    return !(error instanceof DOMException && error.name === 'QuotaExceededError')
  }
}

function incompressible(bytes: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(bytes)
  for (let start = 0; start < bytes; start += 65_536) crypto.getRandomValues(all.subarray(start, start + 65_536))
  return all
}
