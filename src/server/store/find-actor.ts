// From a token or a cookie to the one who carries it, with role and scope as they are at this moment: a change of either
// takes effect on the next request.
import type { CommuneCode, ProfileId, StaffId } from '../../domain/ids.ts'
import type { CommuneRef } from '../../protocol/enrolment.ts'
import { PublicKeyJwk } from '../../protocol/signing.ts'
import type { OfficeActor, TabletActor } from '../actor.ts'
import { keptQuery } from './kept-query.ts'
import type { Reader } from './transaction.ts'

/** The communes that a member of staff works in, by code. */
export async function scopeOf(db: Reader, staff: { id: StaffId; all_communes: number }): Promise<CommuneCode[]> {
  const rows = staff.all_communes === 1 ? await allCommunes(db, {}) : await communesOfOne(db, { id: staff.id })
  return rows.map(({ code }) => code)
}

const allCommunes = keptQuery((db) => db.selectFrom('commune').select('code').orderBy('code'))
const communesOfOne = keptQuery((db, { id }: { id: StaffId }) =>
  db.selectFrom('staff_commune').select('commune as code').where('staff_id', '=', id).orderBy('commune'),
)

const profileOfToken = keptQuery((db, { tokenHash }: { tokenHash: string }) =>
  db
    .selectFrom('profile')
    .innerJoin('staff', 'staff.id', 'profile.staff_id')
    .select(['profile.id', 'profile.public_key', 'profile.state', 'staff.id as staff_id'])
    .select(['staff.role', 'staff.all_communes', 'staff.active'])
    .where('profile.token_hash', '=', tokenHash),
)

export type FoundTablet =
  { kind: 'found'; actor: TabletActor } | { kind: 'revoked'; profileId: TabletActor['profileId'] } | { kind: 'unknown' }

/**
 * Whose tablet a token belongs to. A dismissed member of staff's tokens are nobody's: that pauses a tablet and erases nothing;
 * only revoking does.
 */
export async function findTabletActor(db: Reader, tokenHash: string): Promise<FoundTablet> {
  const [row] = await profileOfToken(db, { tokenHash })
  if (row?.state === 'revoked') return { kind: 'revoked', profileId: row.id }
  if (!row || row.active === 0) return { kind: 'unknown' }
  const communes = await scopeOf(db, { id: row.staff_id, all_communes: row.all_communes })
  return {
    kind: 'found',
    actor: {
      kind: 'tablet',
      profileId: row.id,
      staffId: row.staff_id,
      role: row.role,
      communes,
      publicKey: PublicKeyJwk.parse(JSON.parse(row.public_key)),
      frozen: row.state === 'frozen',
    },
  }
}

/** Whose session a cookie belongs to; null when it has ended or the person was dismissed. Keeps the session awake. */
export async function findOfficeActor(
  db: Reader,
  sessionHash: string,
  { now, idleMs }: { now: number; idleMs: number },
): Promise<OfficeActor | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('staff', 'staff.id', 'session.staff_id')
    .select(['session.last_seen_at', 'session.expires_at', 'staff.id', 'staff.name', 'staff.username'])
    .select(['staff.role', 'staff.all_communes', 'staff.active'])
    .where('session.id_hash', '=', sessionHash)
    .executeTakeFirst()
  if (!row || row.active === 0 || row.expires_at <= now || row.last_seen_at + idleMs <= now) return null
  // Written once a minute at most: reading must not cost a disk sync each time.
  if (now - row.last_seen_at > 60_000) {
    await db.updateTable('session').set({ last_seen_at: now }).where('id_hash', '=', sessionHash).execute()
  }
  const communes = await scopeOf(db, row)
  return {
    kind: 'office',
    staffId: row.id,
    name: row.name,
    username: row.username,
    role: row.role,
    communes,
    sessionHash,
  }
}

/** The communes of a member of staff with their names, by code. */
export async function communesOf(db: Reader, staff: { id: StaffId; all_communes: number }): Promise<CommuneRef[]> {
  const codes = await scopeOf(db, staff)
  if (codes.length === 0) return []
  return db.selectFrom('commune').select(['code', 'name']).where('code', 'in', codes).orderBy('code').execute()
}

/** Whose tablet a sealed file came from, as it would push by itself; also when it was revoked since: its facts stand. */
export async function findFileSender(
  db: Reader,
  profileId: ProfileId,
): Promise<{ actor: TabletActor; name: string } | null> {
  const row = await db
    .selectFrom('profile')
    .innerJoin('staff', 'staff.id', 'profile.staff_id')
    .select(['profile.id', 'profile.public_key', 'profile.state'])
    .select(['staff.id as staff_id', 'staff.name', 'staff.role', 'staff.all_communes'])
    .where('profile.id', '=', profileId)
    .executeTakeFirst()
  if (!row) return null
  const communes = await scopeOf(db, { id: row.staff_id, all_communes: row.all_communes })
  const actor: TabletActor = {
    kind: 'tablet',
    profileId: row.id,
    staffId: row.staff_id,
    role: row.role,
    communes,
    publicKey: PublicKeyJwk.parse(JSON.parse(row.public_key)),
    frozen: row.state === 'frozen',
  }
  return { actor, name: row.name }
}
