// What a person receives. One person may have several, in both programmes.
import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { BeneficiaryId, CommuneCode, EntitlementId } from './ids.ts'
import { Dong } from './money.ts'

/** NCC: people with meritorious service; BTXH: social assistance, the social pension included. */
export const Programme = z.enum(['NCC', 'BTXH'])
export type Programme = z.infer<typeof Programme>

export const EntitlementState = z.enum(['active', 'suspended', 'ceased'])
export type EntitlementState = z.infer<typeof EntitlementState>

export const Entitlement = z.object({
  id: EntitlementId,
  beneficiary: BeneficiaryId,
  commune: CommuneCode,
  programme: Programme,
  /** Code from the list of categories; null when the list's wording matched none. */
  category: z.string().nullable(),
  /** The list's own wording. */
  categoryText: z.string().max(300),
  /** Đồng a month, from the list. */
  monthly: Dong,
  /** Arrears that the list carried beside the monthly amount. */
  arrears: Dong,
  decision: z.string().max(200).nullable(),
  from: CalendarDate.nullable(),
  until: CalendarDate.nullable(),
  state: EntitlementState,
  stateReason: z.string().max(300).nullable(),
})
export type Entitlement = z.infer<typeof Entitlement>
