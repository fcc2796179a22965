// Every record format that was ever released. A format is never edited: a change is a new version.
import type { z } from 'zod'
import type { RecordKind } from '../record.ts'
import { CorrectionV1 } from './correction.ts'
import { PaymentV1 } from './payment.ts'
import { RegistrationV1 } from './registration.ts'
import { SettlementV1 } from './settlement.ts'
import { VisitV1 } from './visit.ts'

export const recordFormats: Record<RecordKind, Readonly<Record<number, z.ZodType>>> = {
  registration: { 1: RegistrationV1 },
  payment: { 1: PaymentV1 },
  visit: { 1: VisitV1 },
  settlement: { 1: SettlementV1 },
  correction: { 1: CorrectionV1 },
}
