import { useDeferredValue, useMemo, useState } from 'react'
import { makeIndexer } from '../../../domain/search/search-index.ts'
import { findPeople, latestRegistrations } from '../../actions/find-people.ts'
import { listRecords } from '../../actions/list-records.ts'
import type { ListedRecord, Person } from '../../actions/session.ts'
import { usePeople } from '../../frame/use-people.ts'
import { useStored } from '../../frame/use-stored.ts'
import type { Asked } from './use-asked.ts'

const none: ReadonlyMap<string, ListedRecord> = new Map()

/** Everybody, and those who answer what was asked for. Typing stays ahead of the results. */
export function useFound(asked: Asked) {
  const people = usePeople()
  const [indexer] = useState(() => makeIndexer<Person>())
  const index = useMemo(() => indexer(people), [indexer, people])
  const records = useStored(listRecords)
  const latest = useMemo(() => (records === null ? none : latestRegistrations(records)), [records])
  const text = useDeferredValue(asked.text)
  const { filter, order } = asked
  const found = useMemo(() => findPeople(index, { text, filter, order, latest }), [index, text, filter, order, latest])
  return { people, found, latest, text }
}
