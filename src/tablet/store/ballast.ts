// Space that is kept so that a text can still be saved when a photo no longer fits.
import type { TabletDatabase } from './tablet-database.ts'

const ballastBytes = 1024 * 1024

/** Lays the ballast in when there is none and there is room. Its bytes are random, so that no compression shrinks it. */
export async function layBallast(db: TabletDatabase): Promise<void> {
  if ((await db.ballast.count()) > 0) return
  const bytes = new Uint8Array(ballastBytes)
  for (let start = 0; start < bytes.length; start += 65_536) {
    crypto.getRandomValues(bytes.subarray(start, start + 65_536))
  }
  // A file of its own beside the log: clearing it gives its room back at once, and losing it harms nobody.
  await db.ballast.put({ id: 1, weight: new Blob([bytes]) }).catch(() => {})
}

/**
 * Whether the space for texts is kept, laying it in again when it was given back. Where it cannot be, there is no room for
 * photos: they would take what the next text needs.
 */
export async function hasBallast(db: TabletDatabase): Promise<boolean> {
  await layBallast(db)
  return (await db.ballast.count()) > 0
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
