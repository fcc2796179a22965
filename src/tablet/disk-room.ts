// Whether the disk has room, found out by writing. Chromium promises more than there is, and when IndexedDB meets the end of
// the disk in the middle of a record, it closes the database, goes on behind the torn record, and at its next start takes the
// whole database for damaged and deletes it: what was saved since is lost. A file of the origin's own may fail without harm.
import type { StoreTools } from './store/store-tools.ts'

export type RoomOrder = { ask: number; bytes: number }
export type RoomAnswer = { ask: number; fits: boolean }

/** A save never waits longer to be told whether there is room: a disk that does not answer that soon is a worse trouble than a full one. */
export const patienceMs = 3_000

type RoomWorker = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>

/**
 * @param startWorker starts `disk-room.worker.ts`: done when the disk is first asked, because a cold start does not.
 * @returns says whether so many bytes fit on the disk, and some more; where the browser can not be asked or does not
 * answer, that they do.
 */
export function startRoomKeeper(startWorker: () => RoomWorker): StoreTools['roomFor'] {
  let worker: RoomWorker | null = null
  let asked = 0
  const waiting = new Map<number, (fits: boolean) => void>()
  const giveUp = () => {
    worker?.terminate()
    worker = null
    for (const answer of waiting.values()) answer(true)
    waiting.clear()
  }
  const start = () => {
    const started = startWorker()
    started.addEventListener('message', ({ data: { ask, fits } }: MessageEvent<RoomAnswer>) => {
      waiting.get(ask)?.(fits)
      waiting.delete(ask)
    })
    started.addEventListener('error', giveUp)
    return started
  }
  return (bytes) =>
    new Promise((resolve) => {
      try {
        worker ??= start()
      } catch {
        return resolve(true)
      }
      asked += 1
      const patience = setTimeout(giveUp, patienceMs)
      waiting.set(asked, (fits) => {
        clearTimeout(patience)
        resolve(fits)
      })
      worker.postMessage({ ask: asked, bytes } satisfies RoomOrder)
    })
}
