// What somebody is owed in a month: one line of the paying list.
import { z } from 'zod'
import { Programme } from '../entitlement.ts'
import { BeneficiaryId, EntitlementId } from '../ids.ts'
import { Dong } from '../money.ts'
import { Period } from './period.ts'

export const ItemKind = z.enum(['monthly', 'arrears', 'funeral', 'oneOff', 'carriedOver'])
export type ItemKind = z.infer<typeof ItemKind>

/**
 * The id names the money that is owed and stays the same when it is carried over to the next month: whoever pays it in
 * two months pays it twice.
 */
export const ItemId = z.string().min(1).max(60).brand<'ItemId'>()
export type ItemId = z.infer<typeof ItemId>

/** In which month something was owed first, and as what. */
export const CarriedFrom = z.object({ period: Period, kind: ItemKind.exclude(['carriedOver']) })
export type CarriedFrom = z.infer<typeof CarriedFrom>

export const PaymentItem = z.object({
  id: ItemId,
  beneficiary: BeneficiaryId,
  /** Null for money that belongs to no benefit of the list, such as funeral support. */
  entitlement: EntitlementId.nullable(),
  programme: Programme.nullable(),
  kind: ItemKind,
  /** Whole đồng, from the list or from whoever added the item. */
  amount: Dong,
  /** Set exactly for `carriedOver`. */
  from: CarriedFrom.nullable(),
  note: z.string().max(500).nullable(),
  /** Taken off the list; what is owed then is nothing. */
  withdrawn: z.boolean(),
})
export type PaymentItem = z.infer<typeof PaymentItem>

/** What the items ask for together, in đồng. */
export function dueOf(items: readonly Pick<PaymentItem, 'amount' | 'withdrawn'>[]): number {
  return items.reduce((sum, { amount, withdrawn }) => sum + (withdrawn ? 0 : amount), 0)
}
