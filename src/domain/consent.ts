// Consent is asked for each purpose, never ticked beforehand, and kept with the version of the text that was read.
import { z } from 'zod'
import { Moment } from './calendar-date.ts'

/** The state's own task needs none; passing data to a bank or wallet, and keeping the portrait, do. */
export const ConsentPurpose = z.enum(['passToProvider', 'keepPortrait'])
export type ConsentPurpose = z.infer<typeof ConsentPurpose>

export const Consent = z.strictObject({
  purpose: ConsentPurpose,
  given: z.boolean(),
  /** Version of the sentence that was read aloud, e.g. `2026-11`. */
  textVersion: z.string().min(1).max(20),
  at: Moment,
  by: z.enum(['self', 'substitute']),
})
export type Consent = z.infer<typeof Consent>
