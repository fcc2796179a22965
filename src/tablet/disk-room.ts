// Whether the disk has room, found out by writing. Chromium promises more than there is, and when IndexedDB meets the end of
// the disk in the middle of a record, it closes the database, goes on behind the torn record, and at its next start takes the
// whole database for damaged and deletes it: what was saved since is lost. A file of the origin's own may fail without harm.
import { incompressible } from './store/incompressible.ts'
import type { StoreTools } from './store/store-tools.ts'

/** Found beside what was asked for, and used up by what is written without asking. */
const spareBytes = { now: 256 * 1024, seldom: 1024 * 1024 } as const
/** So long, room that was found counts as still there. */
const freshMs = 60_000
/** A text counts as so much. */
const textBytes = 64 * 1024

/** What is written, again and again; made when it is first needed, because a cold start waits for this file. */
let block: Uint8Array<ArrayBuffer> | null = null

type Disk = Pick<StorageManager, 'getDirectory'>

/**
 * @param uptime milliseconds that never jump.
 * @returns says whether so many bytes fit on the disk, and some more; where the browser can not be asked, that they do. `seldom`
 * relies on what was found a little while ago.
 */
export function startRoomKeeper(disk: Disk, uptime: () => number): StoreTools['roomFor'] {
  let found = { at: 0, spare: 0 }
  return async (bytes, asks) => {
    const counted = Math.max(bytes, textBytes)
    if (asks === 'seldom' && counted <= found.spare && uptime() - found.at < freshMs) {
      found.spare -= counted
      return true
    }
    const spare = spareBytes[asks]
    const fits = await canWrite(disk, bytes + spare)
    found = { at: uptime(), spare: fits ? spare : 0 }
    return fits
  }
}

async function canWrite(disk: Disk, bytes: number): Promise<boolean> {
  try {
    const folder = await disk.getDirectory()
    const file = await folder.getFileHandle('room', { create: true })
    const writing = await file.createWritable()
    try {
      block ??= incompressible(256 * 1024)
      for (let left = bytes; left > 0; left -= block.length) {
        await writing.write(block.subarray(0, Math.min(left, block.length)))
      }
    } finally {
      // Never closed, so the file stays empty and what was written is gone.
      await writing.abort().catch(() => undefined)
    }
    return true
  } catch (error) {
    return !(error instanceof DOMException && error.name === 'QuotaExceededError')
  }
}
