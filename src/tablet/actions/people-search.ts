// The search over the list of a session: made once when the vault opens, following the list from then on, a little at a time so
// that the screen lives on.
import { type Found, startSearchIndex } from '../../domain/search/search-index.ts'
import { breath, letPageBreathe, letPageRest } from '../store/let-page-breathe.ts'
import { listFacets, noRegistration } from '../store/list-facets.ts'
import { startListeners } from '../store/listeners.ts'
import { latestRegistrations, type PeopleFilter, registrationStateOf } from './find-people.ts'
import type { PeopleParts } from '../store/people-list.ts'
import type { ListedPerson, ListedRecord, PeopleList, Session } from './session.ts'

export type PeopleQuestion = {
  text: string
  filter: PeopleFilter
  order: 'name' | 'hamlet'
}

export type FoundPeople = Found<ListedPerson, keyof PeopleFilter>

export type PeopleSearch = {
  /** Exactly the people who answer every word and every filter, of those taken in so far. */
  find: (question: PeopleQuestion) => FoundPeople
  /** Goes up with every change of what would be found. */
  version: () => number
  /** Called when the version went up. @returns how to stop being called. */
  subscribe: (listener: () => void) => () => void
  /** Whether everybody on the list is taken in. */
  isComplete: () => boolean
  /** Resolves when everybody is. */
  whenComplete: () => Promise<void>
  /** What this tablet recorded, the newest first: where each registration stands can be filtered by. */
  noteRecords: (records: readonly ListedRecord[]) => void
  latest: () => ReadonlyMap<string, ListedRecord>
}

type SearchedList = Pick<PeopleList, 'parts' | 'listed' | 'subscribe' | 'isComing'>

/** While a download goes on, following it rests, for so many times as long as it worked: it would hold up what it follows. */
const restShare = 19
const [shortestRestMs, longestRestMs] = [2_000, 10_000]

/** Among so few the first keys are quick. */
const fewPeople = 10_000

/** Starts the search over a list. @param uptime a clock that only goes forward, in milliseconds. */
export function startPeopleSearch(
  list: SearchedList,
  uptime: () => number,
  breathe: () => Promise<void> = letPageBreathe,
): PeopleSearch {
  let latest: ReadonlyMap<string, ListedRecord> = new Map()
  const index = startSearchIndex(
    listFacets(({ beneficiary }) => {
      const record = latest.get(beneficiary.id)
      return record === undefined ? noRegistration : registrationStateOf(record)
    }),
  )
  const rehearsal = index.rehearse()
  const listeners = startListeners()
  let version = 0
  let followed: PeopleParts | null = null
  let isFollowing = false
  let running = Promise.resolve()
  let wake = () => {}
  let isWaitedFor = false

  function tell(): void {
    version += 1
    listeners.tell()
  }

  function refile(ids: Iterable<string>): void {
    index.refile([...ids].flatMap((id) => list.listed(id as ListedPerson['beneficiary']['id']) ?? []))
  }

  function rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.min(Math.max(ms, shortestRestMs), longestRestMs))
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  /** Once, and only where a key has much to do. Nobody waits for it; while the list changes it rests, and the end of that goes on with it. */
  async function rehearse(): Promise<void> {
    if (index.size() < fewPeople) return
    do await letPageRest()
    while (!isFollowing && rehearsal.next().done !== true)
  }

  /** Follows until the list stands still. */
  async function follow(): Promise<void> {
    isFollowing = true
    let wasComing = false
    try {
      for (let parts = list.parts(); parts !== followed; parts = list.parts()) {
        const began = uptime()
        let since = began
        // What ends the download goes first: nobody waits for the last of it here.
        const isLast = wasComing && !list.isComing()
        wasComing ||= list.isComing()
        for (const _ of index.follow(parts.others, parts.blocks)) {
          if (uptime() - since < breath) continue
          await (isLast && !isWaitedFor ? letPageRest() : breathe())
          since = uptime()
        }
        // Those who were kept in blocks stand there as people without a registration.
        if (parts.blocks.some((block) => followed?.blocks.includes(block) !== true)) refile(latest.keys())
        followed = parts
        tell()
        if (list.isComing()) await rest(restShare * (uptime() - began))
      }
      void rehearse()
    } finally {
      isFollowing = false
      isWaitedFor = false
    }
  }

  function keepFollowing(): Promise<void> {
    if (!isFollowing) running = follow()
    return running
  }

  list.subscribe(() => {
    if (!list.isComing()) wake()
    void keepFollowing()
  })
  void keepFollowing()
  return {
    find: ({ text, filter, order }) => index.search({ text, order, narrowing: filter }),
    version: () => version,
    subscribe: listeners.add,
    isComplete: () => followed === list.parts(),
    whenComplete() {
      isWaitedFor = true
      wake()
      return keepFollowing()
    },
    noteRecords(records) {
      const before = latest
      latest = latestRegistrations(records)
      const stateIn = (of: ReadonlyMap<string, ListedRecord>, id: string) => {
        const record = of.get(id)
        return record === undefined ? 'none' : registrationStateOf(record)
      }
      const moved = [...new Set([...before.keys(), ...latest.keys()])].filter(
        (id) => stateIn(before, id) !== stateIn(latest, id),
      )
      refile(moved)
      if (moved.length > 0) tell()
    },
    latest: () => latest,
  }
}

const searches = new WeakMap<Session, PeopleSearch>()

/** The search of a session; the first to ask starts it. */
export function searchOf(session: Session): PeopleSearch {
  const known = searches.get(session)
  if (known) return known
  const search = startPeopleSearch(session.list, session.tools.uptime)
  searches.set(session, search)
  return search
}
