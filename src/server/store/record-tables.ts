// Tables of tablets, of what they said, and of what the office decided about it.
import type { AccountState } from '../../domain/beneficiary.ts'
import type { BeneficiaryId, CommuneCode, PhotoHash, ProfileId, RecordId, StaffId } from '../../domain/ids.ts'
import type { PhotoRole } from '../../domain/paper.ts'
import type { ReviewState } from '../../domain/review.ts'
import type { PhotoType } from '../../protocol/photos.ts'
import type { RecordKind } from '../../protocol/record.ts'
import type { Generated } from 'kysely'

type Flag = 0 | 1

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
  /** The commune that the record names, when the person had moved on by the time it came; null otherwise. */
  recorded_in: Generated<CommuneCode | null>
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
