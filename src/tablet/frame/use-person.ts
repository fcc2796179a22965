import { useEffect, useState, useSyncExternalStore } from 'react'
import type { BeneficiaryId } from '../../domain/ids.ts'
import { readPerson } from '../actions/read-person.ts'
import type { ListedPerson, Person } from '../actions/session.ts'
import { useSession } from './session-context.tsx'
import { unlessClosed } from './unless-closed.ts'

type Read = { of: ListedPerson; person: Person | null }

/**
 * All of a person, read when the screen opens and again whenever something of the person has changed; what was read before
 * stays meanwhile. `reading`: not yet there. `nobody`: not on the list.
 */
export function usePerson(id: BeneficiaryId | null): Person | 'reading' | 'nobody' {
  const session = useSession()
  const { list } = session
  const listed = useSyncExternalStore(list.subscribe, () => (id === null ? undefined : list.listed(id)))
  const [read, setRead] = useState<Read | null>(null)
  useEffect(() => {
    if (listed === undefined) return
    let wanted = true
    const show = (person: Person | null) => wanted && setRead({ of: listed, person })
    readPerson(session, listed.beneficiary.id).then(show, unlessClosed(session))
    return () => {
      wanted = false
    }
  }, [session, listed])
  if (listed === undefined) return 'nobody'
  if (read === null || read.of.beneficiary.id !== id) return 'reading'
  return read.person ?? 'nobody'
}
