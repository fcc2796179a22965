// Data of a `settlement` record: a payment officer's day.
import { z } from 'zod'
import { CalendarDate } from '../../domain/calendar-date.ts'
import { RecordId } from '../../domain/ids.ts'
import { Dong } from '../../domain/money.ts'
import { Period } from './payment.ts'

/** Notes in circulation, in đồng. */
export const denominations = [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000] as const

/** Version 1. */
export const SettlementV1 = z.strictObject({
  day: CalendarDate,
  period: Period,
  cashOut: Dong,
  paid: Dong,
  returned: Dong,
  /** How many of each note were counted. */
  counted: z
    .array(z.strictObject({ note: z.literal([...denominations]), count: z.number().int().nonnegative() }))
    .max(denominations.length),
  /** Counted minus expected, in đồng; below zero when money is missing. */
  difference: z.number().int(),
  differenceReason: z.string().trim().max(1000).nullable(),
  /** The payments that this settlement speaks of. */
  payments: z.array(RecordId).max(2000),
})
export type SettlementV1 = z.infer<typeof SettlementV1>
