// Data of a `visit` record: somebody went, and nothing could be handed over.
import { z } from 'zod'
import { NonDeliveryReason } from '../../domain/code-lists/non-delivery-reasons.ts'
import { Period } from '../../domain/payment/period.ts'

/** Version 1. The reason R99 (other) needs its words. */
export const VisitV1 = z
  .strictObject({
    period: Period,
    reason: NonDeliveryReason,
    note: z.string().trim().max(1000).nullable(),
  })
  .refine((data) => data.reason !== 'R99' || (data.note ?? '').length > 0, { path: ['note'], message: 'note' })
export type VisitV1 = z.infer<typeof VisitV1>
