// Tables of the months' paying lists, and of what tablets and the office said about them. Everything here that repeats a
// record (`payment_fact`, `settlement`) can be made again from the envelopes; what people decided is only ever added to.
import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { NonDeliveryReason } from '../../domain/code-lists/non-delivery-reasons.ts'
import type { Programme } from '../../domain/entitlement.ts'
import type { BeneficiaryId, CommuneCode, EntitlementId, ProfileId, RecordId, StaffId } from '../../domain/ids.ts'
import type { Channel } from '../../domain/payment/channel.ts'
import type { PaymentDecision, PaymentRelated } from '../../domain/payment/fact.ts'
import type { ItemId, ItemKind } from '../../domain/payment/item.ts'
import type { Period } from '../../domain/payment/period.ts'
import type { PeriodState } from '../../domain/payment/period-state.ts'
import type { Standing } from '../../domain/payment/standing.ts'

type Flag = 0 | 1

/** A commune's list of a month. Whoever changes anything of the month takes this row first. */
export type PeriodTable = {
  commune: CommuneCode
  period: Period
  state: PeriodState
  /** Grows with everything that the office does to the list. */
  version: number
  drafted_at: number
  drafted_by: StaffId
  checked_at: number | null
  locked_at: number | null
  locked_by: StaffId | null
  paid_at: number | null
  closed_at: number | null
}

/** How a month's list differs from the month before. */
export type PeriodChangesTable = {
  commune: CommuneCode
  period: Period
  /** JSON of MonthChange[]. */
  changes: string
}

/** A person of a month's list, with where the money stands: `standingOf` of the domain, written down. */
export type PayeeTable = {
  commune: CommuneCode
  period: Period
  beneficiary_id: BeneficiaryId
  name: string
  /** nameSortKey(name). */
  sort_key: string
  /** searchKey(name), with a space before each word. */
  search_text: string
  hamlet: string | null
  channel: Channel
  /** Who has the delivery now; `assignment` has the history. */
  staff_id: StaffId | null
  state: Standing['state']
  reason: NonDeliveryReason | null
  /** Đồng, as in Standing. */
  due: number
  counted: number
  difference: number
  elsewhere: number
  unpaid: number
  handed: number
  doubled: number
  open_matters: number
  /** JSON of the Standing's items and records. */
  standing: string
}

/** One thing that is owed. The id is the same in every month that carries it. */
export type PaymentItemTable = {
  commune: CommuneCode
  period: Period
  id: ItemId
  beneficiary_id: BeneficiaryId
  entitlement_id: EntitlementId | null
  programme: Programme | null
  kind: ItemKind
  /** Đồng, as corrected until now. */
  amount: number
  from_period: Period | null
  from_kind: Exclude<ItemKind, 'carriedOver'> | null
  note: string | null
  withdrawn: Flag
  /** Somebody set the amount and wrote why. */
  corrected: Flag
  /** The month that took it over unpaid. */
  carried_to: Period | null
}

/** Why an item was added, changed or taken off; rows are only added. */
export type ItemCorrectionTable = {
  commune: CommuneCode
  id: string
  period: Period
  item_id: ItemId
  beneficiary_id: BeneficiaryId
  kind: 'add' | 'amount' | 'withdraw' | 'restore'
  /** Đồng. */
  amount_before: number | null
  amount_after: number | null
  reason: string
  at: number
  staff_id: StaffId
}

/** From `at` on the delivery was this officer's, or nobody's; rows are only added. */
export type AssignmentTable = {
  commune: CommuneCode
  id: string
  period: Period
  beneficiary_id: BeneficiaryId
  staff_id: StaffId | null
  at: number
  assigned_by: StaffId
}

/** A payment, a failed visit, or a void of one of them: what an accepted record says, in columns. */
export type PaymentFactTable = {
  commune: CommuneCode
  /** The record's id. */
  id: RecordId
  kind: PaymentRelated['kind']
  /** Null for a void. */
  period: Period | null
  beneficiary_id: BeneficiaryId | null
  staff_id: StaffId
  profile_id: ProfileId
  seq: number
  /** Put right by what the tablet knew of its clock. */
  moment: number
  /** The day in Viet Nam of that moment. */
  day: CalendarDate
  /** Đồng handed over; null for visits and voids. */
  amount: number | null
  reason: NonDeliveryReason | null
  /** What a void is about. */
  target: RecordId | null
  /** Đồng: the limit that was in force when the void came. */
  void_limit: number | null
  expired_authorisation: Flag
  /** It came after its month was closed. */
  after_close: Flag
  /** The record's data as JSON. */
  data: string
  received_at: number
  /** A payment or visit that a void took back. */
  voided: Flag
  /** PaymentOutcome as JSON: what its author is told. */
  outcome: string
}

/** Which items a payment names. */
export type PaymentFactItemTable = { commune: CommuneCode; item_id: ItemId; record_id: RecordId; amount: number }

/** What somebody at the office decided; rows are only added. */
export type PaymentDecisionTable = {
  commune: CommuneCode
  id: string
  period: Period
  beneficiary_id: BeneficiaryId
  kind: PaymentDecision['kind']
  record_id: RecordId | null
  /** JSON array of PaymentFlag. */
  flags: string
  reason: NonDeliveryReason | null
  note: string
  at: number
  staff_id: StaffId
}

/** An officer's day as settled on the tablet. */
export type SettlementTable = {
  commune: CommuneCode
  /** The record's id. */
  id: RecordId
  staff_id: StaffId
  profile_id: ProfileId
  seq: number
  period: Period
  day: CalendarDate
  moment: number
  cash_out: number
  paid: number
  returned: number
  difference: number
  /** SettlementV… as JSON. */
  data: string
  received_at: number
  voided: Flag
  outcome: string
}
