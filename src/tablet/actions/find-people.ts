// Looking people up: the words that were typed, and what the list of results is narrowed to.
import type { EntitlementState, Programme } from '../../domain/entitlement.ts'
import type { PaymentKind } from '../../domain/payment-method.ts'
import { hamletUnknown } from '../store/list-facets.ts'
import type { ListedRecord } from './session.ts'

/** Where the registration of a person stands, as far as this tablet knows. */
export type RegistrationState = 'none' | 'waiting' | 'sent' | 'quarantined' | 'accepted' | 'needsPapers' | 'rejected'

/** The hamlet of those for whom the list names none. */
export const noHamlet = hamletUnknown

/** Empty: not narrowed. */
export type PeopleFilter = {
  /** A hamlet's name, or noHamlet. */
  hamlet: string
  programme: Programme | ''
  method: PaymentKind | 'unknown' | ''
  state: RegistrationState | EntitlementState | ''
}

export const noFilter: PeopleFilter = { hamlet: '', programme: '', method: '', state: '' }

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
