// What was asked for of the day's list, kept while the vault is open: back from a door the list stands as it was. Never in the
// address: the browser writes addresses to disk in the clear.
import { useCallback, useState } from 'react'
import type { DeliveryId } from '../../../domain/payment/delivery.ts'
import type { Period } from '../../../domain/payment/period.ts'
import type { VisitFilter } from '../../actions/list-visits.ts'
import type { Session } from '../../actions/session.ts'

export type VisitsAsked = {
  text: string
  filter: VisitFilter
  /** Null: the latest. */
  period: Period | null
  /** Whose payment stands beside the list. */
  chosen: DeliveryId | null
}

const atFirst: VisitsAsked = { text: '', filter: 'due', period: null, chosen: null }
const askedIn = new WeakMap<Session, VisitsAsked>()

/** The question of this session, and how to change it. */
export function useVisitsAsked(session: Session): [VisitsAsked, (change: Partial<VisitsAsked>) => void] {
  const [asked, setAsked] = useState(() => askedIn.get(session) ?? atFirst)
  const ask = useCallback(
    (change: Partial<VisitsAsked>) => {
      setAsked((before) => {
        const next = { ...before, ...change }
        askedIn.set(session, next)
        return next
      })
    },
    [session],
  )
  return [asked, ask]
}
