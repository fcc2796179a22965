// By which way a month's money goes to somebody.
import { z } from 'zod'
import type { PaymentMethod } from '../payment-method.ts'

/** `home`: carried to the door by an officer; the others are paid by the payment organisation. */
export const Channel = z.enum(['home', 'point', 'account', 'unknown'])
export type Channel = z.infer<typeof Channel>

/** The way that a payment method asks for. */
export function channelOf(method: PaymentMethod | null): Channel {
  switch (method?.kind) {
    case undefined:
      return 'unknown'
    case 'cashAtHome':
      return 'home'
    case 'cashAtPoint':
      return 'point'
    case 'bankAccount':
    case 'digitalAccount':
      return 'account'
  }
}
