// What a tablet is told of a person whom its officer has to visit: one for each month and person.
import { z } from 'zod'
import { NonDeliveryReason } from '../code-lists/non-delivery-reasons.ts'
import { BeneficiaryId, CommuneCode, EntitlementId, RecordId } from '../ids.ts'
import { Dong } from '../money.ts'
import { CarriedFrom, ItemId, ItemKind } from './item.ts'
import { Period } from './period.ts'

/** `<period>/<beneficiary>`. */
export const DeliveryId = z.string().min(9).max(60).brand<'DeliveryId'>()
export type DeliveryId = z.infer<typeof DeliveryId>

/** The delivery of a person's money of a month. */
export function deliveryIdOf(period: Period, beneficiary: BeneficiaryId): DeliveryId {
  return `${period}/${beneficiary}` as DeliveryId
}

export const Delivery = z.object({
  id: DeliveryId,
  period: Period,
  commune: CommuneCode,
  beneficiary: BeneficiaryId,
  /** As the locked list has them, for somebody who left the list of people since. */
  name: z.string(),
  hamlet: z.string().nullable(),
  /** What is to be handed over; items that were withdrawn or are paid already are left out of `total`, not of the list. */
  items: z.array(
    z.object({
      id: ItemId,
      kind: ItemKind,
      amount: Dong,
      entitlement: EntitlementId.nullable(),
      from: CarriedFrom.nullable(),
      note: z.string().nullable(),
      state: z.enum(['due', 'paid', 'withdrawn']),
    }),
  ),
  /** Đồng of the items that are due. */
  total: Dong,
  /** As the office knows it; what the tablet recorded and has not sent yet is newer. */
  state: z.enum(['notYetVisited', 'notPaid', 'partlyPaid', 'paid', 'nothingDue']),
  /** Why not, after a visit. */
  reason: NonDeliveryReason.nullable(),
  /** Payments that count, this tablet's or another one's. */
  paidBy: z.array(RecordId),
  /** Đồng: voiding a payment above it waits for a second person. */
  voidLimit: Dong,
})
export type Delivery = z.infer<typeof Delivery>
