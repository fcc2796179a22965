// How a beneficiary is, or wants to be, paid. `account: null` and `phone: null` mean "none yet, please open one".
import { z } from 'zod'
import { PhoneNumber } from './phone.ts'

export const AccountNumber = z.string().regex(/^[0-9A-Za-z]{6,19}$/)

export const HomeReason = z.enum(['ill', 'disabled', 'nobodyToCollect', 'other'])
export type HomeReason = z.infer<typeof HomeReason>

const text = z.string().trim().min(1).max(200)

export const PaymentMethod = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('bankAccount'),
    /** BIN of the bank, as text; null when the person has no wish. */
    bank: z
      .string()
      .regex(/^\d{6}$/)
      .nullable(),
    account: z.strictObject({ number: AccountNumber, holder: text }).nullable(),
  }),
  z.strictObject({
    kind: z.literal('digitalAccount'),
    provider: text,
    phone: PhoneNumber.nullable(),
  }),
  z.strictObject({ kind: z.literal('cashAtPoint'), point: text }),
  z.strictObject({ kind: z.literal('cashAtHome'), reason: HomeReason, note: z.string().max(500).nullable() }),
])
export type PaymentMethod = z.infer<typeof PaymentMethod>
export type PaymentKind = PaymentMethod['kind']

/** Paid into an account that may have to be opened: the provider must learn about the person. */
export function needsAccount(method: PaymentMethod): boolean {
  return method.kind === 'bankAccount' || method.kind === 'digitalAccount'
}
