// Who works here. Every request goes through `ask`: when the session has ended it opens the door in front of the screen,
// so that what was being typed is still there after signing in again.
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { may, type Permission } from '../../domain/permissions.ts'
import type { Session } from '../../protocol/office/session.ts'
import type { Answer } from '../actions/ask-server.ts'
import { readSession, signOut } from '../actions/sign-in.ts'

type SessionContext = {
  session: Session
  /** True while the person has to sign in again. */
  ended: boolean
  /** Runs a request and notices when the session has ended. */
  ask: <T>(request: Promise<Answer<T>>) => Promise<Answer<T>>
  /** Reads anew who is signed in: after signing in again. */
  renew: () => Promise<void>
  leave: () => Promise<void>
}

const Context = createContext<SessionContext | null>(null)

type Props = { initial: Session; onLeft: () => void; children: ReactNode }

/** Everything inside works for the one who is signed in. */
export function SessionProvider({ initial, onLeft, children }: Props) {
  const [session, setSession] = useState(initial)
  const [ended, setEnded] = useState(false)

  const ask = useCallback(async <T,>(request: Promise<Answer<T>>) => {
    const answer = await request
    if (answer.kind === 'problem' && answer.code === 'signed_out') setEnded(true)
    return answer
  }, [])
  const renew = useCallback(async () => {
    const answer = await readSession()
    if (answer.kind !== 'ok') return
    setSession(answer.value)
    setEnded(false)
  }, [])
  const leave = useCallback(async () => {
    await signOut()
    onLeft()
  }, [onLeft])

  const value = useMemo(() => ({ session, ended, ask, renew, leave }), [session, ended, ask, renew, leave])
  return <Context value={value}>{children}</Context>
}

/** The session, and how to ask the server within it. */
export function useSession(): SessionContext {
  const context = useContext(Context)
  if (!context) throw new Error('used outside of a session')
  return context
}

/** Whether the one who is signed in holds a permission: what is not held is not shown. */
export function useMay(permission: Permission): boolean {
  return may(useSession().session.staff.role, permission)
}
