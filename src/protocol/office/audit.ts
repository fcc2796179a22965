// The log of who did what. Rows are only ever added.
import { z } from 'zod'
import { CommuneCode } from '../../domain/ids.ts'
import { PageQuery, pageOf } from './page.ts'

/** What can be done; the words for each are in text/office. */
export const AuditAction = z.enum([
  'setup',
  'signIn',
  'signInFailed',
  'signOut',
  'changeOwnPassword',
  'createStaff',
  'changeStaff',
  'createEnrolmentCode',
  'enrolTablet',
  'revokeTablet',
  'unfreezeTablet',
  'askRecovery',
  'approveRecovery',
  'refuseRecovery',
  'fetchRecovery',
  'takeSealedFile',
  'takeQuarantined',
  'dismissQuarantined',
  'importList',
  'undoImport',
  'searchPeople',
  'viewPerson',
  'viewRegistration',
  'viewPhoto',
  'viewQuarantined',
  'acceptRegistration',
  'askForPapers',
  'rejectRegistration',
  'backup',
  'restore',
])
export type AuditAction = z.infer<typeof AuditAction>

export const AuditQuery = PageQuery.extend({
  /** Part of the name of who did it. */
  q: z.string().trim().max(100).optional(),
  action: AuditAction.optional(),
  /** Id of a person, record, tablet or member of staff. */
  subject: z.string().max(100).optional(),
  /** Days in Viet Nam, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
})
export type AuditQuery = z.output<typeof AuditQuery>

export const AuditEntry = z.object({
  id: z.string(),
  at: z.string(),
  action: AuditAction,
  /** Who did it: a member of staff, or null for somebody unknown. */
  actor: z.object({ id: z.string(), name: z.string() }).nullable(),
  commune: CommuneCode.nullable(),
  /** What it was done to: an id, never a name. */
  subject: z.string().nullable(),
  /** Counts and kinds, never personal values. */
  detail: z.record(z.string(), z.unknown()).nullable(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

export const AuditPage = pageOf(AuditEntry)
export type AuditPage = z.infer<typeof AuditPage>
