// What happened to somebody's money: facts of the tablets, which arrive in any order, and decisions of the office.
import { z } from 'zod'
import { NonDeliveryReason } from '../code-lists/non-delivery-reasons.ts'
import { RecordId, StaffId } from '../ids.ts'
import { Dong } from '../money.ts'
import { ItemId } from './item.ts'
import { Period } from './period.ts'

const who = {
  /** The record. */
  id: RecordId,
  staff: StaffId,
  /** The tablet's moment put right by what it knew of its clock, milliseconds since 1970. */
  moment: z.number().int(),
}

export const PaymentFact = z.object({
  kind: z.literal('payment'),
  ...who,
  period: Period,
  /** What was handed over. */
  amount: Dong,
  items: z.array(z.object({ id: ItemId, amount: Dong })),
  /** The authorisation of whoever received did not hold on that day: it had run out, or begins later. */
  expiredAuthorisation: z.boolean(),
  /** It came when the month was closed already. */
  afterClose: z.boolean(),
})
export type PaymentFact = z.infer<typeof PaymentFact>

export const VisitFact = z.object({
  kind: z.literal('visit'),
  ...who,
  period: Period,
  reason: NonDeliveryReason,
  note: z.string().nullable(),
})
export type VisitFact = z.infer<typeof VisitFact>

export const VoidFact = z.object({
  kind: z.literal('void'),
  ...who,
  /** The payment or visit that is declared not to have happened. */
  target: RecordId,
  reason: z.string(),
  /** Đồng: above it a second person has to agree. The limit that was in force when the void came. */
  limit: Dong,
})
export type VoidFact = z.infer<typeof VoidFact>

export const PaymentRelated = z.discriminatedUnion('kind', [PaymentFact, VisitFact, VoidFact])
export type PaymentRelated = z.infer<typeof PaymentRelated>

/** Why somebody has to look at a payment. */
export const PaymentFlag = z.enum([
  /** Items that another payment counts for. */
  'double',
  /** What was handed over is not what its items add up to. */
  'totalDiffers',
  /** An item was paid with another amount than the list's. */
  'amountDiffers',
  /** Recorded by somebody who never had the delivery. */
  'notAssigned',
  /** Recorded by somebody from whom the delivery had been taken before. */
  'reassigned',
  /** The list pays this person in another way than at home. */
  'otherChannel',
  /** An item had been taken off the list. */
  'withdrawnItem',
  'expiredAuthorisation',
  'afterClose',
])
export type PaymentFlag = z.infer<typeof PaymentFlag>

/** Flags that a person has to settle before the month can be closed; the others are only told. */
export const flagsToSettle: readonly PaymentFlag[] = [
  'double',
  'totalDiffers',
  'amountDiffers',
  'otherChannel',
  'withdrawnItem',
  'expiredAuthorisation',
  'afterClose',
]

const decided = { id: z.string(), by: StaffId, at: z.number().int() }

export const PaymentDecision = z.discriminatedUnion('kind', [
  /** This payment counts for its items, whichever came first. */
  z.object({ kind: z.literal('count'), ...decided, record: RecordId }),
  /** Somebody looked at the flags that the payment had then, and wrote what was done. */
  z.object({ kind: z.literal('settle'), ...decided, record: RecordId, flags: z.array(PaymentFlag) }),
  z.object({ kind: z.literal('agreeVoid'), ...decided, record: RecordId }),
  z.object({ kind: z.literal('refuseVoid'), ...decided, record: RecordId }),
  /** The payment organisation returned the person as unpaid. */
  z.object({ kind: z.literal('returnedUnpaid'), ...decided, reason: NonDeliveryReason }),
])
export type PaymentDecision = z.infer<typeof PaymentDecision>

/** From this moment on the delivery was this officer's; null: nobody's. */
export type Assignment = { staff: StaffId | null; at: number }
