// The log of who did what. Rows are only ever added.
import { z } from 'zod'
import { PageQuery, pageOf } from './page.ts'

export const AuditQuery = PageQuery.extend({
  /** Part of the name of who did it. */
  q: z.string().trim().max(100).optional(),
  action: z.string().max(60).optional(),
  /** Id of a person, record, tablet or member of staff. */
  thingId: z.string().max(100).optional(),
  /** Days in Viet Nam, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
})
export type AuditQuery = z.output<typeof AuditQuery>

export const AuditEntry = z.object({
  id: z.string(),
  at: z.string(),
  /** `noun.verb`; the words for each are in text/office. */
  action: z.string(),
  /** Who did it: somebody at the office, somebody's tablet, or the server itself. */
  actor: z.object({
    kind: z.enum(['office', 'tablet', 'server']),
    id: z.string().nullable(),
    name: z.string().nullable(),
  }),
  commune: z.string().nullable(),
  /** What it was done to: an id, never a name. */
  thing: z.string().nullable(),
  thingId: z.string().nullable(),
  /** Counts, kinds and codes, never personal values. */
  detail: z.record(z.string(), z.unknown()),
})
export type AuditEntry = z.infer<typeof AuditEntry>

export const AuditPage = pageOf(AuditEntry)
export type AuditPage = z.infer<typeof AuditPage>
