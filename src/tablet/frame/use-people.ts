import { useSyncExternalStore } from 'react'
import type { ListedPerson } from '../actions/session.ts'
import { useSession } from './session-context.tsx'

/** Everybody on the list of this tablet; follows it. The same array until something changes. */
export function usePeople(): readonly ListedPerson[] {
  const { list } = useSession()
  return useSyncExternalStore(list.subscribe, list.people)
}
