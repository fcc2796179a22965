import { keepInSync, type SyncHandle } from '../sync/keep-in-sync.ts'
import { type SyncWorld, theBrowser } from '../sync/the-browser.ts'
import { reportStorage } from './report-storage.ts'
import type { Session } from './session.ts'

export type { SyncHandle } from '../sync/keep-in-sync.ts'
export type { SyncProblem, SyncStatus } from '../sync/sync-status.ts'

/**
 * Keeps a session in step with the server until `stop` or until its vault is locked.
 * @param world timers, chance and wake-up calls; the browser's own unless a test hands in others.
 */
export function startSync(session: Session, world: SyncWorld = theBrowser): SyncHandle {
  const storageState = async () => {
    const { persisted, used, quota } = await reportStorage(session.tools)
    const storeTrouble = session.missing === null ? null : ('shortened' as const)
    return { persisted, storageUsed: used, storageQuota: quota, storeTrouble }
  }
  return keepInSync(session.store, { ...session.tools, storageState }, world)
}
