// The tables as Kysely knows them, each described in the file of its kind. Moments are milliseconds since 1970, JSON is
// text, yes/no is 1/0, on every database. Rows that belong to a commune carry it first in their key, so that a spread
// database can keep them together.
import type {
  AuditTable,
  CommuneTable,
  EnrolmentCodeTable,
  MetaTable,
  RecoveryTable,
  SessionTable,
  StaffCommunePastTable,
  StaffCommuneTable,
  StaffTable,
} from './staff-tables.ts'
import type { BeneficiaryTable, ChangeTable, EntitlementTable, FeedTable } from './list-tables.ts'
import type {
  DecisionTable,
  EnvelopeTable,
  ForkEnvelopeTable,
  PhotoTable,
  PhotoUseTable,
  ProfileTable,
  RegistrationTable,
  ReviewStepTable,
} from './record-tables.ts'
import type { ComingChangeTable, FeedMarkTable, ListChangeTable } from './history-tables.ts'
import type {
  AssignmentTable,
  ItemCorrectionTable,
  PayeeTable,
  PaymentDecisionTable,
  PaymentFactItemTable,
  PaymentFactTable,
  PaymentItemTable,
  PeriodChangesTable,
  PeriodTable,
  SettlementTable,
} from './payment-tables.ts'
import type {
  ImportDraftTable,
  ImportEffectTable,
  ImportFileTable,
  ImportHabitTable,
  ImportLineTable,
  ImportTable,
} from './import-tables.ts'
import type { SearchBlockTable, SearchPlaceTable, SearchPostingTable, SearchRecentTable } from './search-tables.ts'

export type Database = {
  commune: CommuneTable
  staff: StaffTable
  staff_commune: StaffCommuneTable
  staff_commune_past: StaffCommunePastTable
  session: SessionTable
  enrolment_code: EnrolmentCodeTable
  profile: ProfileTable
  envelope: EnvelopeTable
  fork_envelope: ForkEnvelopeTable
  photo: PhotoTable
  photo_use: PhotoUseTable
  registration: RegistrationTable
  review_step: ReviewStepTable
  decision: DecisionTable
  beneficiary: BeneficiaryTable
  entitlement: EntitlementTable
  feed: FeedTable
  change: ChangeTable
  feed_mark: FeedMarkTable
  list_change: ListChangeTable
  coming_change: ComingChangeTable
  import: ImportTable
  import_file: ImportFileTable
  import_line: ImportLineTable
  import_effect: ImportEffectTable
  import_draft: ImportDraftTable
  import_habit: ImportHabitTable
  period: PeriodTable
  period_changes: PeriodChangesTable
  payee: PayeeTable
  payment_item: PaymentItemTable
  item_correction: ItemCorrectionTable
  assignment: AssignmentTable
  payment_fact: PaymentFactTable
  payment_fact_item: PaymentFactItemTable
  payment_decision: PaymentDecisionTable
  settlement: SettlementTable
  search_recent: SearchRecentTable
  search_block: SearchBlockTable
  search_place: SearchPlaceTable
  search_posting: SearchPostingTable
  audit: AuditTable
  recovery: RecoveryTable
  meta: MetaTable
}

/** Tables in an order in which each stands after those it points to. */
export const tableNames = [
  'meta',
  'commune',
  'staff',
  'staff_commune',
  'staff_commune_past',
  'session',
  'enrolment_code',
  'profile',
  'envelope',
  'fork_envelope',
  'photo',
  'photo_use',
  'beneficiary',
  'entitlement',
  'registration',
  'review_step',
  'decision',
  'feed',
  'change',
  'feed_mark',
  'list_change',
  'coming_change',
  'import',
  'import_file',
  'import_line',
  'import_effect',
  'import_draft',
  'import_habit',
  'period',
  'period_changes',
  'payee',
  'payment_item',
  'item_correction',
  'assignment',
  'payment_fact',
  'payment_fact_item',
  'payment_decision',
  'settlement',
  'search_recent',
  'search_block',
  'search_place',
  'search_posting',
  'audit',
  'recovery',
] as const satisfies readonly (keyof Database)[]
