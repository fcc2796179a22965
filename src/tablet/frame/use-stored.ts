// What a screen shows out of the store, read again whenever the store has written something.
import { useEffect, useState } from 'react'
import type { Session } from '../actions/session.ts'
import { useSession } from './session-context.tsx'

/**
 * Reads from the store, now and after every write. Null until the first answer.
 * @param read must be the same function from painting to painting (an action, or a memoised one).
 */
export function useStored<T>(read: (session: Session) => Promise<T>): T | null {
  const session = useSession()
  const [value, setValue] = useState<T | null>(null)
  useEffect(() => {
    let wanted = 1
    let running = false
    let stopped = false
    const run = async () => {
      if (running) return
      running = true
      while (wanted > 0 && !stopped) {
        wanted = 0
        try {
          const next = await read(session)
          if (!stopped) setValue(next)
        } catch (problem) {
          // A closed store has a screen of its own.
          if (session.store.closed() === null && !stopped) throw problem
        }
      }
      running = false
    }
    void run()
    const unsubscribe = session.store.subscribe(() => {
      wanted += 1
      void run()
    })
    return () => {
      stopped = true
      unsubscribe()
    }
  }, [session, read])
  return value
}
