import type { ProfileId } from '../../domain/ids.ts'
import { areExhausted, remainingWait } from '../store/attempts.ts'
import { openTabletDatabase } from '../store/open-tablet-database.ts'
import { openVault } from '../store/open-vault.ts'
import { readMeta, type TabletDatabase } from '../store/tablet-database.ts'
import type { UnlockedStore } from '../store/unlocked-store.ts'
import { readTestimony, testify } from '../store/witness.ts'
import { openSession } from './open-session.ts'
import type { Session, StoreTrouble, Tools } from './session.ts'
import { type TriedPin, tryPin } from './try-pin.ts'

export type UnlockResult =
  { kind: 'unlocked'; session: Session } | Exclude<TriedPin, { kind: 'right' }> | { kind: 'outdatedApp' } | StoreTrouble

/**
 * Opens a profile's vault.
 * @param options.rescue opens a shortened store all the same, to send and export what is left; nothing new can be saved in it.
 */
export async function unlockVault(
  tools: Tools,
  profileId: ProfileId,
  pin: string,
  options: { rescue?: boolean } = {},
): Promise<UnlockResult> {
  const opened = await openTabletDatabase(tools, profileId, options)
  if (opened.kind !== 'open') return opened
  const { db, missing } = opened
  // Whoever asks the disk first waits until what asks it has started: that goes on beside the derivation of the key.
  void tools.roomFor(0)
  let store: UnlockedStore | null = null
  try {
    const tried = await tryPin(tools, db, profileId, pin)
    if (tried.kind !== 'right') return tried
    store = await openVault(tools, db, profileId, tried.dataKey, missing)
    if (store === null) return { kind: 'storeTrouble', trouble: 'damaged', missing: null }
    await renewTestimony(store)
    return { kind: 'unlocked', session: await openSession(tools, store) }
  } finally {
    if (store === null) db.close()
  }
}

/**
 * How long the lock screen must wait before the next try, in milliseconds of the app being open; 0: not at all. Asked again
 * every few seconds it also notes on disk what has passed.
 */
export function waitBeforeUnlock(tools: Tools, profileId: ProfileId): Promise<number> {
  return inClosedVault(tools, profileId, 0, (db) => remainingWait(tools, db))
}

/** Whether no PIN opens this vault any more and the office has to help. */
export function needsRecovery(tools: Tools, profileId: ProfileId): Promise<boolean> {
  return inClosedVault(tools, profileId, false, areExhausted)
}

async function inClosedVault<Value>(
  tools: Tools,
  profileId: ProfileId,
  otherwise: Value,
  work: (db: TabletDatabase) => Promise<Value>,
): Promise<Value> {
  const opened = await openTabletDatabase(tools, profileId, { rescue: true })
  if (opened.kind !== 'open') return otherwise
  try {
    return await work(opened.db)
  } catch (error) {
    // Removed or taken over while it was being looked at: the browser closed it.
    if (!opened.db.isOpen()) return otherwise
    throw error
  } finally {
    opened.db.close()
  }
}

/** The witness may be younger than the database, or gone; it is never set back. */
async function renewTestimony({ tools, db, profile, communes }: UnlockedStore): Promise<void> {
  const head = (await readMeta(db, 'head'))?.seq ?? 0
  const known = readTestimony(tools, profile.profileId)
  const place = communes()
    .map(({ name }) => name)
    .join(', ')
  testify(tools, profile.profileId, {
    head: Math.max(head, known?.head ?? 0),
    staffName: profile.staff.name,
    place: place === '' ? (known?.place ?? '') : place,
  })
}
