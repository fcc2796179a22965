// The history of one person on the list, and what was true on a day.
import { z } from 'zod'
import { Beneficiary } from '../../domain/beneficiary.ts'
import { CalendarDate } from '../../domain/calendar-date.ts'
import { Entitlement } from '../../domain/entitlement.ts'
import { BeneficiaryId, CommuneCode } from '../../domain/ids.ts'
import { ListChange, ListChangeSource } from '../../domain/list-history/list-change.ts'
import { PageQuery, pageOf } from './page.ts'

/** GET /office/people/:id/history, the newest line first. */
export const HistoryQuery = PageQuery
export type HistoryQuery = z.output<typeof HistoryQuery>

export const HistoryLine = ListChange.extend({
  at: z.string(),
  /** Name of who wrote it down; null for the server itself. */
  by: z.string().nullable(),
  source: ListChangeSource,
  /** Id of the import or the registration. */
  sourceId: z.string().nullable(),
  /** Where the person lived when it was written down. */
  commune: CommuneCode,
  reason: z.string().nullable(),
  decision: z.string().nullable(),
})
export type HistoryLine = z.infer<typeof HistoryLine>

export const HistoryPage = pageOf(HistoryLine)
export type HistoryPage = z.infer<typeof HistoryPage>

/** Path of GET /office/people/:id/days/:day. Asking for it is written into the log. */
export const PersonDay = z.object({ id: BeneficiaryId, day: CalendarDate })

/** A person as the list read on a day, by all that is known today. */
export const PersonOnDay = z.object({
  day: CalendarDate,
  /** Where the person lived, as a unit of today's division. */
  commune: CommuneCode,
  beneficiary: Beneficiary,
  /** `inForce`: granted on that day, and active. */
  benefits: z.array(z.object({ benefit: Entitlement, inForce: z.boolean() })),
})
export type PersonOnDay = z.infer<typeof PersonOnDay>

/** A stretch of days on which the terms of a benefit stayed the same. */
export const TermPeriod = z.object({
  from: CalendarDate.nullable(),
  until: CalendarDate.nullable(),
  terms: Entitlement.pick({
    category: true,
    categoryText: true,
    monthly: true,
    state: true,
    stateReason: true,
    decision: true,
  }),
})
