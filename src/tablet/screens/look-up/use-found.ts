import { useDeferredValue, useEffect, useMemo, useSyncExternalStore } from 'react'
import { listRecords } from '../../actions/list-records.ts'
import { searchOf } from '../../actions/people-search.ts'
import { useSession } from '../../frame/session-context.tsx'
import { useStored } from '../../frame/use-stored.ts'
import type { Asked } from './use-asked.ts'

/** Who answers what was asked for, of how many, and where their registrations stand. Typing stays ahead of the results. */
export function useFound(asked: Asked) {
  const session = useSession()
  const search = searchOf(session)
  const records = useStored(listRecords)
  useEffect(() => {
    if (records !== null) search.noteRecords(records)
  }, [search, records])
  const version = useSyncExternalStore(search.subscribe, search.version)
  const text = useDeferredValue(asked.text)
  const { filter, order } = asked
  const found = useMemo(
    () => ({ ...search.find({ text, filter, order }), version }),
    [search, version, text, filter, order],
  )
  return { found, all: session.list.count(), isComplete: search.isComplete(), latest: search.latest(), text }
}
