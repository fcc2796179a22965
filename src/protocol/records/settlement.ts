// Data of a `settlement` record: a payment officer's day. One that comes after another of the same day, month and commune is
// an addition to it; its figures are what changed since.
import { z } from 'zod'
import { CalendarDate } from '../../domain/calendar-date.ts'
import { RecordId } from '../../domain/ids.ts'
import { Dong } from '../../domain/money.ts'
import { Period } from '../../domain/payment/period.ts'
import { denominations, differenceOf, sumOfNotes } from '../../domain/payment/settlement.ts'

const most = 1_000_000_000_000

/** Version 1. The photo of role `signature` is the officer's, that of `witnessSignature` the receiver's. */
export const SettlementV1 = z
  .strictObject({
    day: CalendarDate,
    period: Period,
    /** Cash taken out; in an addition what was taken out besides. */
    cashOut: Dong,
    /** Of `payments` minus of `voided`: below zero in an addition that takes back more than it adds. */
    paid: z.number().int().min(-most).max(most),
    /** What came back, as counted. */
    returned: Dong,
    /** How many of each note were counted; together they are `returned`. */
    counted: z
      .array(z.strictObject({ note: z.literal([...denominations]), count: z.number().int().nonnegative() }))
      .max(denominations.length),
    /** Counted minus expected, in đồng; below zero when money is missing. */
    difference: z.number().int(),
    /** Needed when there is a difference. */
    differenceReason: z.string().trim().max(1000).nullable(),
    /** The payments that this settlement counts. */
    payments: z.array(RecordId).max(2000),
    /** Payments that an earlier settlement of the day counted and that were voided since. */
    voided: z.array(RecordId).max(2000).optional(),
    /** Who took over the cash that came back. */
    receiver: z.string().trim().max(200).nullable().optional(),
  })
  .refine(({ counted, returned }) => sumOfNotes(counted) === returned, { path: ['counted'], message: 'sum' })
  .refine((data) => differenceOf(data) === data.difference, { path: ['difference'], message: 'difference' })
  .refine(({ difference, differenceReason }) => difference === 0 || (differenceReason ?? '') !== '', {
    path: ['differenceReason'],
    message: 'reason',
  })
export type SettlementV1 = z.infer<typeof SettlementV1>
