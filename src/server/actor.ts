// Who is asking: a tablet's profile, or a member of staff who signed in at the office.
import type { CommuneCode, ProfileId, StaffId } from '../domain/ids.ts'
import type { Role } from '../domain/permissions.ts'
import type { PublicKeyJwk } from '../protocol/signing.ts'

export type TabletActor = {
  kind: 'tablet'
  profileId: ProfileId
  staffId: StaffId
  role: Role
  /** The only communes that this actor may hear of or speak of. */
  communes: readonly CommuneCode[]
  publicKey: PublicKeyJwk
  /** A fork was seen: nothing more is taken from this profile until the office decides. */
  frozen: boolean
}

export type OfficeActor = {
  kind: 'office'
  staffId: StaffId
  name: string
  username: string
  role: Role
  /** The only communes that this actor may hear of or speak of. */
  communes: readonly CommuneCode[]
  /** Hash of the session's cookie. */
  sessionHash: string
}

export type Actor = TabletActor | OfficeActor
