// Space that is kept so that a text can still be saved when a photo no longer fits. Chromium remembers for half a minute how much room
// IndexedDB has, and counts what goes into caches meanwhile only afterwards: while the app's own files (2.2 MiB) are fetched, for the
// first time or for a new release, photos may take that much more than there is. So the ballast is as large as all of them and a text.
import { incompressible } from './incompressible.ts'
import type { StoreTools } from './store-tools.ts'
import type { TabletDatabase } from './tablet-database.ts'

type Holder = { db: TabletDatabase; tools: Pick<StoreTools, 'roomFor'> }

/** So many bytes. */
export const ballastBytes = 3 * 1024 * 1024
/** The row of the whole ballast; the first releases kept a third of it, in row 1. */
const whole = 2

/**
 * Lays the ballast in when it is not whole and there is room. Its bytes are random, so that no compression shrinks it.
 * @returns whether it is whole now. Where there is none, there is no room for photos: they would take what the next text needs.
 */
export async function layBallast({ db, tools }: Holder): Promise<boolean> {
  // Counted and never read: a file that a page holds keeps its room when its row goes.
  if ((await db.ballast.where('id').equals(whole).count()) > 0) return true
  if (!(await tools.roomFor(ballastBytes))) return false
  // A file of its own beside the log: clearing it gives its room back at once, and losing it harms nobody.
  const weight = new Blob([incompressible(ballastBytes)])
  return db
    .transaction('rw', db.ballast, async () => {
      await db.ballast.clear()
      await db.ballast.put({ id: whole, weight })
    })
    .then(
      () => true,
      () => false,
    )
}

/** Gives the space back. @returns whether there was any. */
export async function freeBallast(db: TabletDatabase): Promise<boolean> {
  try {
    const held = await db.ballast.count()
    await db.ballast.clear()
    return held > 0
  } catch {
    return false
  }
}
