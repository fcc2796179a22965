// Records that were stored but break a rule: the office sees why and decides. Nothing is ever deleted.
import { z } from 'zod'
import { ProfileId } from '../../domain/ids.ts'
import { QuarantineReason } from '../push.ts'
import { PageQuery, pageOf } from './page.ts'

export const QuarantineState = z.enum(['open', 'taken', 'dismissed'])
export type QuarantineState = z.infer<typeof QuarantineState>

export const QuarantineQuery = PageQuery.extend({ state: QuarantineState.default('open') })
export type QuarantineQuery = z.output<typeof QuarantineQuery>

export const QuarantinedRecord = z.object({
  profileId: ProfileId,
  seq: z.number().int().positive(),
  staffName: z.string(),
  receivedAt: z.string(),
  reasons: z.array(QuarantineReason),
  /** What the body says of itself, as far as it can be read. */
  recordId: z.string().nullable(),
  kind: z.string().nullable(),
  commune: z.string().nullable(),
  at: z.string().nullable(),
  state: QuarantineState,
  decision: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
})
export type QuarantinedRecord = z.infer<typeof QuarantinedRecord>

/** GET /office/quarantine/:profileId/:seq: the exact text that the tablet signed. Asking for it is logged. */
export const QuarantinedText = z.object({ body: z.string() })

export const QuarantinePage = pageOf(QuarantinedRecord)
export type QuarantinePage = z.infer<typeof QuarantinePage>

/** POST /office/quarantine/:profileId/:seq/decision. `take` checks the record again by today's rules and scope. */
export const QuarantineDecision = z.strictObject({
  decision: z.enum(['take', 'dismiss']),
  reason: z.string().trim().min(1).max(1000),
})
export type QuarantineDecision = z.infer<typeof QuarantineDecision>

/** `take` may find that the record still breaks a rule: it stays, and the reasons are today's. */
export const QuarantineAnswer = z.object({ state: QuarantineState, reasons: z.array(QuarantineReason) })
export type QuarantineAnswer = z.infer<typeof QuarantineAnswer>
