// What must not be interrupted: an open form, a camera, a running upload. An update waits for it, and it is told when
// the page has to be reloaded, so that it can save itself first.
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'

type Save = () => Promise<unknown>

export type OpenWork = {
  /** @returns how to say that the work is over. */
  begin: (save?: Save) => () => void
  isOpen: () => boolean
  subscribe: (listener: () => void) => () => void
  /** Lets all open work save itself; waits at most `ms`. */
  saveAll: (ms: number) => Promise<void>
}

/** An empty register of open work. */
export function makeOpenWork(): OpenWork {
  const open = new Set<{ save: Save | undefined }>()
  const listeners = new Set<() => void>()
  const changed = () => listeners.forEach((listener) => listener())
  return {
    begin(save) {
      const entry = { save }
      open.add(entry)
      changed()
      return () => {
        open.delete(entry)
        changed()
      }
    },
    isOpen: () => open.size > 0,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async saveAll(ms) {
      const saving = Promise.allSettled([...open].map(({ save }) => save?.()))
      await Promise.race([saving, new Promise((resolve) => setTimeout(resolve, ms))])
    },
  }
}

const OpenWorkContext = createContext<OpenWork>(makeOpenWork())

export function OpenWorkProvider({ work, children }: { work: OpenWork; children: ReactNode }) {
  return <OpenWorkContext value={work}>{children}</OpenWorkContext>
}

/**
 * While the calling component is on screen, no update is offered for pressing.
 * @param save called before a reload that cannot be avoided.
 */
export function useOpenWork(save?: Save): void {
  const work = useContext(OpenWorkContext)
  const [latest] = useState<{ save: Save | undefined }>({ save })
  useEffect(() => {
    latest.save = save
  })
  useEffect(() => work.begin(async () => latest.save?.()), [work, latest])
}

/** Whether any work is open now. */
export function useHasOpenWork(): boolean {
  const work = useContext(OpenWorkContext)
  return useSyncExternalStore(work.subscribe, work.isOpen)
}
