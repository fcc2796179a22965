// Tables as Kysely knows them. Moments are milliseconds since 1970, JSON is text, yes/no is 1/0, on every database.
// Rows that belong to a commune carry it first in their key, so that a spread database can keep them together.
import type { Generated } from 'kysely'
import type { AccountState } from '../../domain/beneficiary.ts'
import type {
  BeneficiaryId,
  CommuneCode,
  EntitlementId,
  PhotoHash,
  ProfileId,
  RecordId,
  StaffId,
} from '../../domain/ids.ts'
import type { PhotoRole } from '../../domain/paper.ts'
import type { PaymentKind } from '../../domain/payment-method.ts'
import type { Role } from '../../domain/permissions.ts'
import type { ReviewState } from '../../domain/review.ts'
import type { PhotoType } from '../../protocol/photos.ts'
import type { RecordKind } from '../../protocol/record.ts'

type Flag = 0 | 1

/** A unit of the administrative division; the code means something only together with `division`. */
export type CommuneTable = { code: CommuneCode; division: string; name: string; parent: string | null }

export type StaffTable = {
  id: StaffId
  /** Unique, lower case. */
  username: string
  name: string
  role: Role
  /** Argon2id in PHC form; null for somebody who only works with a tablet. */
  password_hash: string | null
  /** Every commune, those to come included. */
  all_communes: Flag
  active: Flag
  created_at: number
  updated_at: number
}

export type StaffCommuneTable = { commune: CommuneCode; staff_id: StaffId }

/** A sign-in at the office. The cookie's value is never stored, only its hash. */
export type SessionTable = {
  /** base64url of SHA-256 of the cookie's value. */
  id_hash: string
  staff_id: StaffId
  created_at: number
  last_seen_at: number
  expires_at: number
}

export type EnrolmentCodeTable = {
  /** base64url of SHA-256 of the ten characters. */
  code_hash: string
  staff_id: StaffId
  created_by: StaffId | null
  created_at: number
  expires_at: number
  used_at: number | null
  used_by_profile: ProfileId | null
}

export type ProfileState = 'active' | 'frozen' | 'revoked'

/** One member of staff on one tablet. */
export type ProfileTable = {
  id: ProfileId
  staff_id: StaffId
  /** base64url of SHA-256 of the token. */
  token_hash: string
  /** JWK as JSON. */
  public_key: string
  state: ProfileState
  frozen_at: number | null
  revoked_at: number | null
  revoked_by: StaffId | null
  /** When the tablet was first told to wipe itself. */
  wipe_told_at: number | null
  tablet_name: string
  user_agent: string
  screen: string
  app: string
  enrolled_at: number
  last_contact_at: number
  /** Of the last envelope; 0 and the genesis hash before the first. */
  head_seq: number
  head_hash: string
  records_waiting: number | null
  photos_waiting: number | null
  persisted: Flag | null
  storage_used: number | null
  storage_quota: number | null
  store_trouble: 'empty' | 'shortened' | 'damaged' | null
  reported_at: number | null
}

/**
 * `duplicate`: the very same record came earlier through another profile of the same member of staff; it has no effect.
 * `released`: was quarantined and has been accepted by the office. `discarded`: was quarantined and has been set aside for good.
 */
export type EnvelopeStatus = 'accepted' | 'quarantined' | 'duplicate' | 'released' | 'discarded'

/** The chain of a profile, as it came. */
export type EnvelopeTable = {
  profile_id: ProfileId
  seq: number
  prev: string
  hash: string
  sig: string
  /** UTF-8 of the exact text, as bytes: PostgreSQL cannot store every text. */
  body: Uint8Array
  staff_id: StaffId
  record_id: RecordId | null
  kind: RecordKind | null
  /** The commune that the record names; null when it names none. */
  commune: string | null
  status: EnvelopeStatus
  /** JSON array of QuarantineReason. */
  reasons: string
  /** The record's own moment. */
  recorded_at: number | null
  received_at: number
  /** Came in a sealed file instead of a push. */
  by_file: Flag
  decided_by: StaffId | null
  decided_at: number | null
}

/** Correctly signed envelopes that differ from the one stored under their seq: a cloned or restored tablet. */
export type ForkEnvelopeTable = {
  profile_id: ProfileId
  seq: number
  hash: string
  prev: string
  sig: string
  body: Uint8Array
  received_at: number
}

/** A photo that is whole on disk. */
export type PhotoTable = {
  sha256: PhotoHash
  type: PhotoType
  bytes: number
  width: number | null
  height: number | null
  completed_at: number
  profile_id: ProfileId
}

/** Which record speaks of which photo. A photo may be spoken of before it is there. */
export type PhotoUseTable = {
  commune: CommuneCode
  sha256: PhotoHash
  record_id: RecordId
  staff_id: StaffId
  role: PhotoRole
  type: PhotoType
  bytes: number
}

/** What the office works on: one row for each accepted registration record. */
export type RegistrationTable = {
  commune: CommuneCode
  /** The record's id. */
  id: RecordId
  profile_id: ProfileId
  seq: number
  staff_id: StaffId
  /** The beneficiary that the officer chose from the list, or null. */
  subject: BeneficiaryId | null
  /** The beneficiary that the office linked it to. */
  beneficiary_id: BeneficiaryId | null
  name: string
  /** searchKey(name). */
  name_key: string
  id_number: string | null
  /** RegistrationV… as JSON, and its version. */
  data: string
  data_version: number
  recorded_at: number
  received_at: number
  amends: RecordId | null
  /** A later record of which this one is the older word. */
  superseded_by: RecordId | null
  state: ReviewState
  /** JSON array of Paper. */
  papers: string
  note: string | null
  account: AccountState
  decided_by: StaffId | null
  decided_at: number | null
  /** How many decisions were made; the next one names the number it was made upon. */
  version: Generated<number>
}

/** One decision about a registration; rows are only added. */
export type ReviewStepTable = {
  commune: CommuneCode
  registration_id: RecordId
  /** 1 for the first decision. */
  version: number
  at: number
  staff_id: StaffId
  state: ReviewState
  /** JSON array of Paper. */
  papers: string
  note: string | null
}

/** Why the office decided what it did about a tablet or a quarantined envelope; rows are only added. */
export type DecisionTable = {
  id: string
  thing: 'profile' | 'envelope'
  /** Profile id, or `<profile id>/<seq>`. */
  thing_id: string
  at: number
  staff_id: StaffId
  decision: string
  /** The person's own words. */
  reason: string
}

export type BeneficiaryTable = {
  commune: CommuneCode
  id: BeneficiaryId
  name: string
  name_key: string
  id_number: string | null
  old_id_number: string | null
  file_code: string | null
  hamlet: string | null
  /** nameSortKey(name): byte order is the order of Vietnamese lists. */
  sort_key: string
  /** What the office searches: words without marks and numbers, each with a space before it. */
  search_text: string
  /** Kind of the payment method, or `unknown`. */
  method: PaymentKind | 'unknown'
  /** The whole Beneficiary as JSON. */
  data: string
  /** False once it left the list. */
  listed: Flag
  created_at: number
  updated_at: number
}

export type EntitlementTable = {
  commune: CommuneCode
  id: EntitlementId
  beneficiary_id: BeneficiaryId
  programme: string
  category: string | null
  monthly: number
  arrears: number
  state: string
  /** The whole Entitlement as JSON. */
  data: string
  listed: Flag
  created_at: number
  updated_at: number
}

/**
 * The counter row of a feed: whoever changes the feed holds this row until commit, so that order is order of commit.
 * A feed is a commune's list (its code) or what one member of staff is told (`staff:<id>`).
 */
export type FeedTable = {
  feed: string
  seq: number
  /** How many lines a tablet holds of it, and the XOR of their SHA-256 (64 hex digits). */
  held_count: number
  held_digest: string
}

export type ChangeThing = 'beneficiary' | 'entitlement' | 'outcome'

/** One row for each thing; a newer change replaces it under a new seq; a tombstone stays. */
export type ChangeTable = {
  feed: string
  thing: ChangeThing
  id: string
  seq: number
  /** The exact line of the feed without its line feed; null for a tombstone. */
  line: string | null
  /** SHA-256 of the line in hex; null for a tombstone. */
  line_hash: string | null
}

/** A list that was taken in, or is about to be. */
export type ImportTable = {
  commune: CommuneCode
  id: string
  staff_id: StaffId
  file_name: string
  file_sha256: string
  file_bytes: number
  state: 'preview' | 'committed' | 'undone'
  /** ImportChoices as JSON. */
  choices: string
  /** ImportSummary as JSON. */
  summary: string
  /** What the commit did, as JSON. */
  result: string | null
  /** Where the commune's feed stood when the preview was made: another number means another list. */
  feed_seq: number
  created_at: number
  committed_at: number | null
  committed_by: StaffId | null
  undone_at: number | null
  undone_by: StaffId | null
}

/** The file as it was uploaded; kept as long as an import speaks of it. */
export type ImportFileTable = { commune: CommuneCode; sha256: string; bytes: Uint8Array }

export type ImportLineTable = {
  import_id: string
  /** Place within the import, from 0. */
  n: number
  kind: 'added' | 'changed' | 'unchanged' | 'missing' | 'duplicate' | 'ambiguous' | 'broken'
  noticed: Flag
  mismatch: Flag
  taken: Flag
  /** ImportLine without `taken`, as JSON. */
  line: string
  /** The beneficiary and the entitlement as they will be, as JSON; null where nothing can be taken. */
  planned: string | null
}

/** What a commit wrote: the JSON before and after, by which it can be undone and seen whether anybody worked on it since. */
export type ImportEffectTable = {
  import_id: string
  thing: 'beneficiary' | 'entitlement'
  id: string
  before: string | null
  after: string
}

/** Append only: triggers refuse to change or remove a row. `detail` carries ids, counts and kinds, never a personal value. */
export type AuditTable = {
  id: string
  at: number
  actor_kind: 'office' | 'tablet' | 'server'
  /** Staff id, or profile id for a tablet; null for the server itself. */
  actor: string | null
  action: string
  commune: string | null
  thing: string | null
  thing_id: string | null
  detail: string
}

export type RecoveryTable = {
  id: string
  profile_id: ProfileId
  /** base64url of SHA-256 of the claim. */
  claim_hash: string
  escrow: string
  /** Four digits that are read to the office. */
  check_digits: string
  asked_at: number
  expires_at: number
  approved_by: StaffId | null
  approved_at: number | null
  fetched_at: number | null
}

/** `epoch`, `setup_secret`, `division`, … */
export type MetaTable = { key: string; value: string }

export type Database = {
  commune: CommuneTable
  staff: StaffTable
  staff_commune: StaffCommuneTable
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
  import: ImportTable
  import_file: ImportFileTable
  import_line: ImportLineTable
  import_effect: ImportEffectTable
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
  'import',
  'import_file',
  'import_line',
  'import_effect',
  'audit',
  'recovery',
] as const satisfies readonly (keyof Database)[]
