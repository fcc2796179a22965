// Tables of what became of people on the list.
import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { BeneficiaryId, CommuneCode, StaffId } from '../../domain/ids.ts'
import type { ListChangeKind, ListChangeSource } from '../../domain/list-history/list-change.ts'

/** Append only: triggers refuse to change or remove a row. */
export type ListChangeTable = {
  /** Where the person lived then. */
  commune: CommuneCode
  beneficiary_id: BeneficiaryId
  /** Counts the changes of a person from 1, also across communes: the last one is the person's version. */
  n: number
  thing: 'beneficiary' | 'entitlement'
  thing_id: string
  kind: ListChangeKind
  at: number
  /** Null for the server itself. */
  staff_id: StaffId | null
  source: ListChangeSource
  /** Id of the import or the registration. */
  source_id: string | null
  /** The days on which it is so, both included; null: without a beginning, without an end. */
  from_day: CalendarDate | null
  until_day: CalendarDate | null
  reason: string | null
  /** Number of the decision it rests on. */
  decision: string | null
  /** FieldChange[] as JSON. */
  fields: string
}

/** Somebody of whom something written down takes effect, or ends, on a later day. */
export type ComingChangeTable = { commune: CommuneCode; due: CalendarDate; beneficiary_id: BeneficiaryId }

/** Where a feed stood at a moment: by it, tombstones have an age. */
export type FeedMarkTable = { feed: string; at: number; seq: number }
