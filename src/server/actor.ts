// Who is asking: a tablet's profile, or a member of staff who signed in at the office.
import type { CommuneCode, ProfileId, StaffId } from '../domain/ids.ts'
import type { Role } from '../domain/role.ts'
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

/** Whoever runs the server, at the command line; of every commune. */
export type ServerActor = { kind: 'server'; communes: readonly CommuneCode[] }

/** Of whom the history says that it was them; null: the server's own. */
export function staffIdOf(actor: OfficeActor | ServerActor): StaffId | null {
  return actor.kind === 'office' ? actor.staffId : null
}

export type Actor = TabletActor | OfficeActor
