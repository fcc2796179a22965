// People of a month's paying list. Addresses below `/office/communes/:commune/periods/:period`:
//   GET  /people                          a page of them
//   GET  /people/:beneficiary             one, with everything that is known of this month; looking is logged
//   POST /people/:beneficiary/decision    a person's word on a double payment, a void, a difference
//   GET  /matters                         all that waits for such a word
//   GET  /sheet                           the whole list to be printed for wet signatures, with the pictures beside it
//   GET  /export                          the same as a spreadsheet for the payment organisation
import { z } from 'zod'
import { NonDeliveryReason } from '../../domain/code-lists/non-delivery-reasons.ts'
import { BeneficiaryId, CommuneCode, PhotoHash, RecordId, StaffId } from '../../domain/ids.ts'
import { PhotoRole } from '../../domain/paper.ts'
import { Channel } from '../../domain/payment/channel.ts'
import { PaymentFlag } from '../../domain/payment/fact.ts'
import { ItemId, PaymentItem } from '../../domain/payment/item.ts'
import { Period } from '../../domain/payment/period.ts'
import { PaymentOutcome } from '../changes.ts'
import { PageQuery, pageOf } from './page.ts'

const count = z.number().int().nonnegative()
const dong = z.number().int()

export const PayeeState = z.enum(['nothingDue', 'notYetVisited', 'notPaid', 'partlyPaid', 'paid'])
export type PayeeState = z.infer<typeof PayeeState>

/** GET …/people */
export const PayeesQuery = PageQuery.extend({
  q: z.string().trim().max(100).optional(),
  hamlet: z.string().max(300).optional(),
  channel: Channel.optional(),
  state: PayeeState.optional(),
  /** An officer's deliveries; `nobody`: those that nobody has. */
  staff: z.union([StaffId, z.literal('nobody')]).optional(),
  /** Only people with something to settle. */
  open: z.enum(['1']).optional(),
})
export type PayeesQuery = z.output<typeof PayeesQuery>

export const ItemRow = PaymentItem.omit({ beneficiary: true }).extend({
  state: z.enum(['paid', 'paidInOtherPeriod', 'notPaid', 'notYetVisited', 'withdrawn']),
  counted: dong,
})

export const PayeeRow = z.object({
  beneficiary: BeneficiaryId,
  name: z.string(),
  hamlet: z.string().nullable(),
  channel: Channel,
  staff: StaffId.nullable(),
  staffName: z.string().nullable(),
  state: PayeeState,
  reason: NonDeliveryReason.nullable(),
  /** due = counted − difference + elsewhere + unpaid. */
  due: dong,
  counted: dong,
  difference: dong,
  elsewhere: dong,
  unpaid: dong,
  openMatters: count,
  items: z.array(ItemRow),
})
export type PayeeRow = z.infer<typeof PayeeRow>
export const PayeesPage = pageOf(PayeeRow).extend({ total: count })
export type PayeesPage = z.infer<typeof PayeesPage>

/** A fact that a tablet sent. */
export const FactRow = z.object({
  id: RecordId,
  kind: z.enum(['payment', 'visit', 'void']),
  staff: StaffId,
  staffName: z.string(),
  /** By the tablet's corrected clock, and when it came. */
  at: z.string(),
  receivedAt: z.string(),
  outcome: PaymentOutcome,
  amount: dong.nullable(),
  items: z.array(z.object({ id: ItemId, amount: dong })),
  /** Who received, and how that was checked; of payments. */
  receivedBy: z.enum(['self', 'guardian', 'authorisedPerson']).nullable(),
  recipient: z.string().nullable(),
  checkedBy: z.enum(['card', 'sight']).nullable(),
  checkNote: z.string().nullable(),
  /** Who signed for the recipient. */
  witness: z.string().nullable(),
  /** Of visits; words of visits and voids. */
  reason: NonDeliveryReason.nullable(),
  note: z.string().nullable(),
  /** What a void is about, and whom the officer named as the second person. */
  target: RecordId.nullable(),
  agreedBy: z.string().nullable(),
  photos: z.array(z.object({ sha256: PhotoHash, role: PhotoRole, complete: z.boolean() })),
})
export type FactRow = z.infer<typeof FactRow>

/** GET …/people/:beneficiary */
export const PayeeDetail = PayeeRow.extend({
  commune: CommuneCode,
  period: Period,
  facts: z.array(FactRow),
  corrections: z.array(
    z.object({
      item: ItemId,
      kind: z.enum(['add', 'amount', 'withdraw', 'restore']),
      before: dong.nullable(),
      after: dong.nullable(),
      reason: z.string(),
      at: z.string(),
      by: z.string(),
    }),
  ),
  assignments: z.array(
    z.object({ staff: StaffId.nullable(), name: z.string().nullable(), at: z.string(), by: z.string() }),
  ),
  decisions: z.array(
    z.object({
      kind: z.enum(['count', 'settle', 'agreeVoid', 'refuseVoid', 'returnedUnpaid']),
      record: RecordId.nullable(),
      flags: z.array(PaymentFlag),
      note: z.string(),
      at: z.string(),
      by: z.string(),
    }),
  ),
})
export type PayeeDetail = z.infer<typeof PayeeDetail>

const note = z.string().trim().min(1).max(1000)

/** POST …/people/:beneficiary/decision. Nobody decides about a void of his or her own. */
export const PayeeDecision = z.discriminatedUnion('kind', [
  /** This payment counts for its items; the others of the same items are double. */
  z.strictObject({ kind: z.literal('count'), record: RecordId, note }),
  /** What was done about the flags that the payment has: all of them, as the person saw them. */
  z.strictObject({ kind: z.literal('settle'), record: RecordId, flags: z.array(PaymentFlag).min(1), note }),
  z.strictObject({ kind: z.literal('agreeVoid'), record: RecordId, note }),
  z.strictObject({ kind: z.literal('refuseVoid'), record: RecordId, note }),
])
export type PayeeDecision = z.infer<typeof PayeeDecision>
/** Where the person stands afterwards. */
export const PayeeDecisionAnswer = z.object({ state: PayeeState, openMatters: count })

/** GET …/matters */
export const MatterRow = z.object({
  beneficiary: BeneficiaryId,
  name: z.string(),
  hamlet: z.string().nullable(),
  /** A payment with flags to settle, or a void that waits for a second person. */
  kind: z.enum(['payment', 'void']),
  record: RecordId,
  staff: StaffId,
  staffName: z.string(),
  at: z.string(),
  amount: dong,
  open: z.array(PaymentFlag),
  /** The void's reason. */
  note: z.string().nullable(),
  /** The actor recorded it, or the payment that it voids: somebody else has to decide. */
  isOwn: z.boolean(),
})
export type MatterRow = z.infer<typeof MatterRow>
export const MattersAnswer = z.object({ items: z.array(MatterRow) })
export type MattersAnswer = z.infer<typeof MattersAnswer>

/** GET …/sheet and …/export */
export const SheetQuery = z.object({
  hamlet: z.string().max(300).optional(),
  channel: Channel.optional(),
  staff: StaffId.optional(),
})
export type SheetQuery = z.infer<typeof SheetQuery>
export const SheetRow = z.object({
  beneficiary: BeneficiaryId,
  name: z.string(),
  birth: z.string().nullable(),
  idNumber: z.string().nullable(),
  fileCode: z.string().nullable(),
  hamlet: z.string().nullable(),
  address: z.string().nullable(),
  channel: Channel,
  bank: z.string().nullable(),
  account: z.string().nullable(),
  substitute: z.string().nullable(),
  monthly: dong,
  arrears: dong,
  funeral: dong,
  oneOff: dong,
  carriedOver: dong,
  total: dong,
  state: PayeeState,
  reason: NonDeliveryReason.nullable(),
  paid: dong,
  paidAt: z.string().nullable(),
  signature: z.object({ sha256: PhotoHash, role: PhotoRole }).nullable(),
})
export type SheetRow = z.infer<typeof SheetRow>
export const Sheet = z.object({
  commune: CommuneCode,
  communeName: z.string(),
  period: Period,
  rows: z.array(SheetRow),
  total: dong,
})
export type Sheet = z.infer<typeof Sheet>
