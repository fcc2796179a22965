// What an officer's work stands on: the tools handed in at the start, and the session between unlocking and locking.
import type { CommuneCode, BeneficiaryId, PhotoHash, ProfileId, RecordId } from '../../domain/ids.ts'
import type { PhotoRole } from '../../domain/paper.ts'
import type { Outcome } from '../../protocol/changes.ts'
import type { CommuneRef, EnrolmentResponse, TabletInfo } from '../../protocol/enrolment.ts'
import type { QuarantineReason } from '../../protocol/push.ts'
import type { RecordKind, RecordPhoto } from '../../protocol/record.ts'
import type { ProfileEntry as EntryInStore } from '../store/list-entries.ts'
import type { SeqRange as StoredSeqRange, StoreTrouble as TroubleOfStore } from '../store/open-tablet-database.ts'
import type { ListedPerson as ListedInStore } from '../store/held-people.ts'
import type { PeopleList as ListInStore } from '../store/people-list.ts'
import type { Person as PersonInStore } from '../store/read-person.ts'
import type { StoreTools } from '../store/store-tools.ts'
import type { ClosedReason as ReasonOfStore, UnlockedStore } from '../store/unlocked-store.ts'

// Screens know actions only, so what they need of the store has its name here.
export type Person = PersonInStore
export type ListedPerson = ListedInStore
export type PeopleList = ListInStore
export type ProfileEntry = EntryInStore
/** Both ends included. */
export type SeqRange = StoredSeqRange
export type StoreTrouble = TroubleOfStore
export type ClosedReason = ReasonOfStore

export type Tools = StoreTools & {
  /** Like fetch, for a path of the server (`/api/v1/…`); rejects when there is no connection. */
  send: (path: string, init: RequestInit) => Promise<Response>
  /** navigator.locks or its like. */
  locks: Pick<LockManager, 'request'>
  /** navigator.storage or its like. */
  storage: Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>
  tablet: TabletInfo
}

export type Session = {
  readonly profileId: ProfileId
  readonly staff: EnrolmentResponse['staff']
  /** In the profile's scope; follows the feed. */
  readonly communes: readonly CommuneRef[]
  readonly tools: Tools
  readonly store: UnlockedStore
  readonly list: PeopleList
  /**
   * `expired`: nothing was heard from the server for too long and the list was taken away; the outbox is kept.
   * `damaged`: part of it was changed or can not be read; people are missing until the next sync.
   */
  readonly listState: 'held' | 'never' | 'expired' | 'damaged'
  /** Set when a shortened store was opened to rescue what is left: nothing new can be saved. */
  readonly missing: SeqRange | null
}

/** A form as far as it was filled. */
export type Draft = {
  /** A UUID; of a payment or settlement what it is about, so that there is one. */
  id: string
  kind: 'registration' | 'payment' | 'settlement'
  commune: CommuneCode
  subject: BeneficiaryId | null
  /** Name of the step that is open. */
  step: string
  /** Wall clock, milliseconds. */
  savedAt: number
  /** Photos that were added to it, oldest first; the store knows them even when the draft was saved before. */
  photos: readonly RecordPhoto[]
  /** JSON; the form's own shape. */
  content: unknown
}

export type ListedPhoto = {
  sha256: PhotoHash
  role: PhotoRole
  bytes: number
  /** Bytes that the server has. */
  sent: number
  state: 'waiting' | 'sent' | 'complete' | 'lost'
}

/** A record as the officer sees it: what waits, what was sent, what the office answered. */
export type ListedRecord = {
  seq: number
  id: RecordId
  kind: RecordKind
  /** Moment it was done, RFC 3339. */
  at: string
  subject: BeneficiaryId | null
  /** The earlier record that this one completes. */
  amends: RecordId | null
  /** Whom it is about, as far as the tablet knows. */
  name: string | null
  state: 'waiting' | 'sent' | 'quarantined'
  reasons: readonly QuarantineReason[]
  photos: readonly ListedPhoto[]
  outcome: Outcome | null
}
