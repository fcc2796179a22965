// What every screen behind the lock stands in: the open session, its sync, and the way out.
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import type { Session } from '../actions/session.ts'
import type { SyncHandle, SyncStatus } from '../actions/start-sync.ts'

export type OpenSession = {
  session: Session
  sync: SyncHandle
  /** Locks at once. Drafts are on disk already. */
  lock: () => void
}

const SessionContext = createContext<OpenSession | null>(null)

export function SessionProvider({ open, children }: { open: OpenSession; children: ReactNode }) {
  return <SessionContext value={open}>{children}</SessionContext>
}

function useOpenSession(): OpenSession {
  const open = useContext(SessionContext)
  if (!open) throw new Error('no vault is open here')
  return open
}

/** The session between unlocking and locking. */
export function useSession(): Session {
  return useOpenSession().session
}

/** Locks the tablet. */
export function useLock(): () => void {
  return useOpenSession().lock
}

/** The sync of this session: to start it by hand. */
export function useSync(): SyncHandle {
  return useOpenSession().sync
}

/** Where the sync stands; follows it. */
export function useSyncStatus(): SyncStatus {
  const { sync } = useOpenSession()
  return useSyncExternalStore(sync.subscribe, sync.status)
}
