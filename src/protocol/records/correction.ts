// Data of a `correction` record: an earlier record is voided, or a word is added to it. Which one stands in `voids` or `amends`.
import { z } from 'zod'

/** Version 1. */
export const CorrectionV1 = z.strictObject({
  reason: z.string().trim().min(1).max(1000),
  /**
   * Whom the officer names as the second person, where a limit asks for one. A name proves nothing: above the limit the void
   * waits until somebody else has signed in at the office and agreed.
   */
  agreedBy: z.string().trim().max(200).nullable(),
})
export type CorrectionV1 = z.infer<typeof CorrectionV1>
