// What was asked for, kept while the vault is open: back from a person's page the results stand as they were. Never in the
// address: the browser writes addresses to disk in the clear.
import { useCallback, useState } from 'react'
import type { BeneficiaryId } from '../../../domain/ids.ts'
import { noFilter, type PeopleFilter } from '../../actions/find-people.ts'
import type { Session } from '../../actions/session.ts'

export type Asked = {
  text: string
  filter: PeopleFilter
  order: 'name' | 'hamlet'
  /** The person whose details stand beside the list. */
  chosen: BeneficiaryId | null
}

const nothing: Asked = { text: '', filter: noFilter, order: 'name', chosen: null }
const askedIn = new WeakMap<Session, Asked>()

/** The question of this session, and how to change it. */
export function useAsked(session: Session): [Asked, (change: Partial<Asked>) => void] {
  const [asked, setAsked] = useState(() => askedIn.get(session) ?? nothing)
  const ask = useCallback(
    (change: Partial<Asked>) => {
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
