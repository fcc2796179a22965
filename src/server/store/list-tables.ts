// Tables of the people on the list, and of what tablets are told about them.
import type { BeneficiaryId, CommuneCode, EntitlementId } from '../../domain/ids.ts'
import type { PaymentKind } from '../../domain/payment-method.ts'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { Generated } from 'kysely'

type Flag = 0 | 1

export type BeneficiaryTable = {
  commune: CommuneCode
  id: BeneficiaryId
  name: string
  name_key: string
  id_number: string | null
  old_id_number: string | null
  file_code: string | null
  hamlet: string | null
  /** nameSortKey(name): byte order is the order of Vietnamese lists. */
  sort_key: string
  /** Kind of the payment method, or `unknown`. */
  method: PaymentKind | 'unknown'
  /** The whole Beneficiary as JSON. */
  data: string
  /** False once it left the list. */
  listed: Flag
  /** Day of death; the month of death is the last one owed. */
  died: Generated<CalendarDate | null>
  created_at: number
  updated_at: number
}

export type EntitlementTable = {
  commune: CommuneCode
  id: EntitlementId
  beneficiary_id: BeneficiaryId
  programme: string
  category: string | null
  monthly: number
  arrears: number
  state: string
  /** The whole Entitlement as JSON. */
  data: string
  listed: Flag
  created_at: number
  updated_at: number
}

/**
 * The counter row of a feed: whoever changes the feed holds this row until commit, so that order is order of commit.
 * A feed is a commune's list (its code), what one member of staff is told (`staff:<id>`), or has to deliver in a commune
 * (`staff:<id>@<commune>`).
 */
export type FeedTable = {
  feed: string
  seq: number
  /** How many lines a tablet holds of it, and the XOR of their SHA-256 (64 hex digits). */
  held_count: number
  held_digest: string
  /** Tombstones up to here were forgotten: a cursor from before must start anew. */
  horizon: Generated<number>
}

export type ChangeThing = 'beneficiary' | 'entitlement' | 'outcome' | 'delivery'

/** One row for each thing; a newer change replaces it under a new seq; a tombstone stays. */
export type ChangeTable = {
  feed: string
  thing: ChangeThing
  id: string
  seq: number
  /** The exact line of the feed without its line feed; null for a tombstone. */
  line: string | null
  /** SHA-256 of the line in hex; null for a tombstone. */
  line_hash: string | null
}
