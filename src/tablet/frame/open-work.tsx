// What must not be interrupted: an open form, a running upload. An update waits for it, and it is told when the page has
// to be reloaded, so that it can save itself first.
import { createContext, type ReactNode, useContext, useEffect, useRef, useSyncExternalStore } from 'react'

type Kind = 'form' | 'upload'
type Work = { kind: Kind; save: () => unknown }

export type OpenWork = {
  /** @returns how to say that the work is over. */
  begin: (work: Work) => () => void
  isOpen: () => boolean
  isFormOpen: () => boolean
  subscribe: (listener: () => void) => () => void
  /** Lets all open work save itself; waits at most `ms`. */
  saveAll: (ms: number) => Promise<void>
}

/** An empty register of open work. */
export function makeOpenWork(): OpenWork {
  const open = new Set<Work>()
  const listeners = new Set<() => void>()
  const changed = () => listeners.forEach((listener) => listener())
  return {
    begin(work) {
      // A copy: the same work begun twice must be ended twice.
      const entry = { ...work }
      open.add(entry)
      changed()
      return () => {
        open.delete(entry)
        changed()
      }
    },
    isOpen: () => open.size > 0,
    isFormOpen: () => [...open].some(({ kind }) => kind === 'form'),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async saveAll(ms) {
      const saving = Promise.allSettled([...open].map(async ({ save }) => save()))
      await Promise.race([saving, new Promise((resolve) => setTimeout(resolve, ms))])
    },
  }
}

const OpenWorkContext = createContext<OpenWork>(makeOpenWork())

/** Hands down the register that the start made. */
export function OpenWorkProvider({ work, children }: { work: OpenWork; children: ReactNode }) {
  return <OpenWorkContext value={work}>{children}</OpenWorkContext>
}

/**
 * While `isOpen` and on screen, no update is offered for pressing.
 * @param save called before a reload that cannot be avoided.
 */
export function useOpenWork(kind: Kind, isOpen = true, save: () => unknown = () => undefined): void {
  const work = useContext(OpenWorkContext)
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => (isOpen ? work.begin({ kind, save: () => latest.current() }) : undefined), [work, kind, isOpen])
}

/** Whether anything is open now that an update would interrupt. */
export function useHasOpenWork(): boolean {
  const work = useContext(OpenWorkContext)
  return useSyncExternalStore(work.subscribe, work.isOpen)
}

/** Whether a form is open now. */
export function useIsFormOpen(): boolean {
  const work = useContext(OpenWorkContext)
  return useSyncExternalStore(work.subscribe, work.isFormOpen)
}
