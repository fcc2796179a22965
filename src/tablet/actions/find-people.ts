// Looking people up: the words that were typed, and what the list of results is narrowed to.
import type { EntitlementState, Programme } from '../../domain/entitlement.ts'
import type { PaymentKind } from '../../domain/payment-method.ts'
import { type SearchIndex, searchPeople } from '../../domain/search/search-index.ts'
import type { ListedRecord, Person } from './session.ts'

/** Where the registration of a person stands, as far as this tablet knows. */
export type RegistrationState = 'none' | 'waiting' | 'sent' | 'quarantined' | 'accepted' | 'needsPapers' | 'rejected'

/** Empty: not narrowed. */
export type PeopleFilter = {
  hamlet: string
  programme: Programme | ''
  method: PaymentKind | 'unknown' | ''
  state: RegistrationState | EntitlementState | ''
}

export const noFilter: PeopleFilter = { hamlet: '', programme: '', method: '', state: '' }

const entitlementStates: readonly string[] = ['active', 'suspended', 'ceased'] satisfies EntitlementState[]

/** What a record says of its registration. */
export function registrationStateOf({ state, outcome }: Pick<ListedRecord, 'state' | 'outcome'>): RegistrationState {
  if (state === 'quarantined') return 'quarantined'
  if (outcome?.review === 'accepted' || outcome?.review === 'needsPapers' || outcome?.review === 'rejected') {
    return outcome.review
  }
  return state
}

/** The latest registration of each person on this tablet, by the person's id. `records`: the newest first. */
export function latestRegistrations(records: readonly ListedRecord[]): Map<string, ListedRecord> {
  const latest = new Map<string, ListedRecord>()
  for (const record of records) {
    const about = record.subject ?? record.outcome?.beneficiary ?? null
    if (record.kind === 'registration' && about !== null && !latest.has(about)) latest.set(about, record)
  }
  return latest
}

function isKept(
  { beneficiary, entitlements }: Person,
  { hamlet, programme, method, state }: PeopleFilter,
  latest: ReadonlyMap<string, ListedRecord>,
): boolean {
  if (hamlet !== '' && (beneficiary.hamlet ?? '') !== hamlet) return false
  if (programme !== '' && !entitlements.some((one) => one.programme === programme)) return false
  if (method !== '' && (beneficiary.method?.kind ?? 'unknown') !== method) return false
  if (state === '') return true
  if (entitlementStates.includes(state)) return entitlements.some((one) => one.state === state)
  const record = latest.get(beneficiary.id)
  return (record === undefined ? 'none' : registrationStateOf(record)) === state
}

export type PeopleQuestion = {
  text: string
  filter: PeopleFilter
  order: 'name' | 'hamlet'
  /** From latestRegistrations. */
  latest: ReadonlyMap<string, ListedRecord>
}

/** Exactly the people who answer every word and every filter. */
export function findPeople(index: SearchIndex<Person>, { text, filter, order, latest }: PeopleQuestion): Person[] {
  const narrowed = Object.values(filter).some((value) => value !== '')
  return searchPeople(index, text, {
    order,
    keep: narrowed ? (person) => isKept(person, filter, latest) : undefined,
  })
}
