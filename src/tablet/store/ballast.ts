// Space that is kept so that a text can still be saved when a photo no longer fits.
import type { TabletDatabase } from './tablet-database.ts'

const ballastBytes = 1024 * 1024

/**
 * Lays the ballast in when there is none and there is room. Its bytes are random, so that no compression shrinks it.
 * @returns whether there is any now. Where there is none, there is no room for photos: they would take what the next text needs.
 */
export async function layBallast(db: TabletDatabase): Promise<boolean> {
  if ((await db.ballast.count()) > 0) return true
  const bytes = new Uint8Array(ballastBytes)
  for (let start = 0; start < bytes.length; start += 65_536) {
    crypto.getRandomValues(bytes.subarray(start, start + 65_536))
  }
  // A file of its own beside the log: clearing it gives its room back at once, and losing it harms nobody.
  return db.ballast.put({ id: 1, weight: new Blob([bytes]) }).then(
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
