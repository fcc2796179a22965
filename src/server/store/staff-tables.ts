// Tables of the people who work here, of what lets them in, and of what they did.
import type { CommuneCode, ProfileId, StaffId } from '../../domain/ids.ts'
import type { Role } from '../../domain/role.ts'

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

/** A commune that somebody no longer works in, and until when it was so. */
export type StaffCommunePastTable = StaffCommuneTable & { until_at: number }

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

/** `epoch`, `setup_secret`, `division`, … */
export type MetaTable = { key: string; value: string }
