// Data of a `payment` record: a beneficiary's items of a period were handed over at home.
import { z } from 'zod'
import { Dong } from '../../domain/money.ts'
import { SubstituteRecipient } from '../../domain/substitute-recipient.ts'

export const Period = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

const itemId = z.string().min(1).max(60)

/** Version 1. */
export const PaymentV1 = z.strictObject({
  /** Month the list is for, `YYYY-MM`. */
  period: Period,
  /** The list's items that were paid, each with its amount as the tablet had it. */
  items: z
    .array(z.strictObject({ id: itemId, amount: Dong }))
    .min(1)
    .max(50),
  /** What was handed over. */
  amount: Dong,
  receivedBy: z.enum(['self', 'guardian', 'authorisedPerson']),
  /** Who it was, when it was not the beneficiary. */
  substitute: SubstituteRecipient.nullable(),
  checkedBy: z.enum(['card', 'sight']),
  /** Why the card could not be scanned. */
  checkNote: z.string().max(500).nullable(),
  confirmation: z.enum(['signature', 'thumbprint', 'witness']),
})
export type PaymentV1 = z.infer<typeof PaymentV1>
