// Asks the disk. In a worker, because only there a file can be written at once: asking takes half a millisecond instead of ten.
import type { RoomAnswer, RoomOrder } from './disk-room.ts'
import { fitsInto, isNamed } from './room-file.ts'

/** Chromium counts the room that an open file once grew to as used: one that grew further than this is closed. */
const keptOpenBytes = 512 * 1024
/** More tabs than anybody has. */
const mostFiles = 16

let open: FileSystemSyncAccessHandle | null = null
let earlier = Promise.resolve()

self.onmessage = ({ data: { ask, bytes } }: MessageEvent<RoomOrder>) => {
  earlier = earlier.then(async () => {
    const fits = await roomFor(bytes).catch(() => true)
    self.postMessage({ ask, fits } satisfies RoomAnswer)
  })
}

/** @throws where the browser can not be asked. */
async function roomFor(bytes: number): Promise<boolean> {
  let isWell = false
  try {
    open ??= await openFile()
    const fits = fitsInto(open, bytes)
    isWell = bytes <= keptOpenBytes
    return fits
  } catch (error) {
    if (isNamed(error, 'QuotaExceededError')) return false
    throw error
  } finally {
    if (!isWell) {
      open?.close()
      open = null
    }
  }
}

/** A file belongs to the tab that has it open, so each tab takes the first that is free. */
async function openFile(): Promise<FileSystemSyncAccessHandle> {
  const folder = await navigator.storage.getDirectory()
  for (let number = 1; ; number += 1) {
    const file = await folder.getFileHandle(`room-${number}`, { create: true })
    try {
      return await file.createSyncAccessHandle()
    } catch (error) {
      if (number === mostFiles || !isNamed(error, 'NoModificationAllowedError')) throw error
    }
  }
}
