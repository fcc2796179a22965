// Data of a `payment` record: a beneficiary's items of a period were handed over at home.
import { z } from 'zod'
import { Dong } from '../../domain/money.ts'
import { ItemId } from '../../domain/payment/item.ts'
import { Period } from '../../domain/payment/period.ts'
import { SubstituteRecipient } from '../../domain/substitute-recipient.ts'

/** Version 1. */
export const PaymentV1 = z
  .strictObject({
    /** Month the list is for, `YYYY-MM`. */
    period: Period,
    /** The list's items that were paid, each once and with its amount as the tablet had it. */
    items: z
      .array(z.strictObject({ id: ItemId, amount: Dong }))
      .min(1)
      .max(50),
    /** What was handed over. */
    amount: Dong,
    receivedBy: z.enum(['self', 'guardian', 'authorisedPerson']),
    /** Who it was: null exactly when it was the beneficiary, else of the kind that `receivedBy` says. */
    substitute: SubstituteRecipient.nullable(),
    checkedBy: z.enum(['card', 'sight']),
    /** Why the card was not scanned; needed for `sight`. */
    checkNote: z.string().max(500).nullable(),
    confirmation: z.enum(['signature', 'thumbprint', 'witness']),
    /** Who signed for somebody who can do neither; there exactly for `witness`. */
    witness: z.string().trim().min(1).max(200).nullable().optional(),
  })
  .refine(({ items }) => new Set(items.map(({ id }) => id)).size === items.length, {
    path: ['items'],
    message: 'twice',
  })
  .refine(({ receivedBy, substitute }) => (substitute?.kind ?? 'self') === receivedBy, {
    path: ['substitute'],
    message: 'recipient',
  })
  .refine(({ checkedBy, checkNote }) => checkedBy === 'card' || (checkNote ?? '').trim() !== '', {
    path: ['checkNote'],
    message: 'reason',
  })
  .refine(({ confirmation, witness }) => (confirmation === 'witness') === (typeof witness === 'string'), {
    path: ['witness'],
    message: 'witness',
  })
export type PaymentV1 = z.infer<typeof PaymentV1>
