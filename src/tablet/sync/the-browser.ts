// What the scheduler needs of the world around it, and the browser's own.
import type { Timers } from './patience.ts'

/** `reconnected`, `returned`: hints that a try may be worth while; nothing depends on them. */
export type WakeUp = 'reconnected' | 'returned'

export type SyncWorld = Timers & {
  /** In [0, 1). */
  random: () => number
  /** @returns how to stop being called. */
  onWakeUp: (listener: (why: WakeUp) => void) => () => void
  /** What an empty request may take until its answer begins, in ms. */
  patienceMs: number
  /** A fault of the app itself: shown where developers look, never swallowed. */
  report: (error: unknown) => void
}

export const theBrowser: SyncWorld = {
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  random: Math.random,
  patienceMs: 20_000,
  onWakeUp(listener) {
    const online = () => listener('reconnected')
    const visible = () => {
      if (document.visibilityState === 'visible') listener('returned')
    }
    window.addEventListener('online', online)
    document.addEventListener('visibilitychange', visible)
    return () => {
      window.removeEventListener('online', online)
      document.removeEventListener('visibilitychange', visible)
    }
  },
  report: (error) => reportError(error),
}
