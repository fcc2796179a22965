// Destroying a profile: keys first, then the database, then the traces outside it. Whatever is cut off in between leaves
// sealed rows that nothing opens.
import type { ProfileId } from '../../domain/ids.ts'
import { isWipeOrderFor } from '../../protocol/wipe-order.ts'
import { strikeProfile } from './profile-directory.ts'
import type { StoreTools } from './store-tools.ts'
import { databaseName, type TabletDatabase } from './tablet-database.ts'
import type { UnlockedStore } from './unlocked-store.ts'

/**
 * Wipes the profile if, and only if, the server's own key signed this order for it.
 * @param answer the body of a 403 `revoked`.
 * @returns whether it was a true order.
 */
export async function obeyWipeOrder(store: UnlockedStore, answer: unknown): Promise<boolean> {
  const { profileId, server } = store.profile
  if (!(await isWipeOrderFor(profileId, answer, server.verify))) return false
  // Locked meanwhile: the database goes all the same.
  await store.db.vault.clear().catch(() => {})
  store.close('wiped')
  await wipeProfile(store.tools, profileId, null)
  return true
}

/** @param db open, to take the keys out first; null when that was done or it does not open. It is closed here. */
export async function wipeProfile(tools: StoreTools, profileId: ProfileId, db: TabletDatabase | null): Promise<void> {
  await db?.vault.clear()
  db?.close()
  await deleteDatabase(tools, databaseName(profileId))
  await strikeProfile(tools, profileId)
}

function deleteDatabase({ indexedDB }: StoreTools, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve()
    // A frozen tab holds it open: the keys are gone, and the browser deletes the rest when that tab lets go.
    request.onblocked = () => resolve()
    request.onerror = () => reject(request.error ?? new Error('the database could not be deleted'))
  })
}
