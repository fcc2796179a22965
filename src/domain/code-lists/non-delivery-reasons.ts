// Why a payment could not be handed over, by code; what each says stands in non-delivery-terms.ts.
import { z } from 'zod'

export const NonDeliveryReason = z.enum([
  'R01',
  'R02',
  'R03',
  'R04',
  'R05',
  'R06',
  'R07',
  'R08',
  'R09',
  'R10',
  'R11',
  'R12',
  'R13',
  'R14',
  'R15',
  'R16',
  'R17',
  'R18',
  'R19',
  'R99',
])
export type NonDeliveryReason = z.infer<typeof NonDeliveryReason>
