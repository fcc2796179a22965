import { useDeferredValue, useMemo, useRef } from 'react'
import { indexPeople, type SearchIndex } from '../../../domain/search/search-index.ts'
import { findPeople, latestRegistrations } from '../../actions/find-people.ts'
import { listRecords } from '../../actions/list-records.ts'
import type { ListedRecord, Person } from '../../actions/session.ts'
import { usePeople } from '../../frame/use-people.ts'
import { useStored } from '../../frame/use-stored.ts'
import type { Asked } from './use-asked.ts'

const none: ReadonlyMap<string, ListedRecord> = new Map()

/** The index of the list; people that did not change keep their keys when a page of changes comes in. */
function useIndex(people: readonly Person[]): SearchIndex<Person> {
  const before = useRef<SearchIndex<Person>>(undefined)
  return useMemo(() => {
    before.current = indexPeople(people, before.current)
    return before.current
  }, [people])
}

/** Everybody, and those who answer what was asked for. Typing stays ahead of the results. */
export function useFound(asked: Asked) {
  const people = usePeople()
  const index = useIndex(people)
  const records = useStored(listRecords)
  const latest = useMemo(() => (records === null ? none : latestRegistrations(records)), [records])
  const text = useDeferredValue(asked.text)
  const { filter, order } = asked
  const found = useMemo(() => findPeople(index, { text, filter, order, latest }), [index, text, filter, order, latest])
  return { people, found, latest, text }
}
