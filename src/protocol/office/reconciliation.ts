// What officers settled beside what was paid, and what goes back. Addresses below `/office/communes/:commune/periods/:period`:
//   GET /reconciliation    each officer's days: out = paid + returned + missing, to the đồng; who was paid is named and logged
//   GET /return            the return of signed, unpaid and remaining money before the 20th
import { z } from 'zod'
import { NonDeliveryReason } from '../../domain/code-lists/non-delivery-reasons.ts'
import { CalendarDate } from '../../domain/calendar-date.ts'
import { BeneficiaryId, RecordId, StaffId } from '../../domain/ids.ts'
import { Channel } from '../../domain/payment/channel.ts'
import { PayTotals, PeriodKey } from './periods.ts'

const dong = z.number().int()

export const SettlementRow = z.object({
  id: RecordId,
  at: z.string(),
  receivedAt: z.string(),
  isAddition: z.boolean(),
  cashOut: dong,
  paid: dong,
  returned: dong,
  difference: dong,
  differenceReason: z.string().nullable(),
  counted: z.array(z.object({ note: z.number().int(), count: z.number().int() })),
  receiver: z.string().nullable(),
})

const balance = { out: dong, paid: dong, returned: dong, missing: dong }

export const DayRow = z.object({
  staff: StaffId,
  staffName: z.string(),
  day: CalendarDate,
  /** out = paid + returned + missing; `paid` by the payment records themselves. */
  ...balance,
  settledPaid: dong,
  state: z.enum(['open', 'addition', 'differs', 'even']),
  settlements: z.array(SettlementRow),
  /** The records that `paid` is made of, and those that were voided since. */
  payments: z.array(
    z.object({ id: RecordId, beneficiary: BeneficiaryId, name: z.string(), amount: dong, voided: z.boolean() }),
  ),
  unsettled: z.array(RecordId),
  voidedSince: z.array(RecordId),
  notThere: z.array(RecordId),
})
export type DayRow = z.infer<typeof DayRow>

/** GET …/reconciliation */
export const Reconciliation = PeriodKey.extend({
  days: z.array(DayRow),
  byOfficer: z.array(z.object({ staff: StaffId, staffName: z.string(), ...balance })),
  total: z.object(balance),
  /** What officers paid, beside the list: paid = counted by officers + double + rest. */
  list: z.object({ counted: dong, double: dong, rest: dong }),
})
export type Reconciliation = z.infer<typeof Reconciliation>

/** GET …/return */
export const ReturnSummary = PeriodKey.extend({
  /** The last day for it: the 20th of the month. */
  before: CalendarDate,
  channels: z.array(z.object({ channel: Channel, totals: PayTotals })),
  unpaid: z.array(
    z.object({
      beneficiary: BeneficiaryId,
      name: z.string(),
      hamlet: z.string().nullable(),
      channel: Channel,
      amount: dong,
      /** Null: nobody went. */
      reason: NonDeliveryReason.nullable(),
    }),
  ),
  /** Đồng asked for, paid, and to be given back or carried over. */
  due: dong,
  paid: dong,
  remaining: dong,
})
export type ReturnSummary = z.infer<typeof ReturnSummary>
