// Members of staff and the communes they work in.
import type { CommuneCode, StaffId } from '../../domain/ids.ts'
import type { Role } from '../../domain/role.ts'
import type { StaffMember } from '../../protocol/office/staff.ts'
import type { Reader, Trx } from './transaction.ts'

/** Whose communes are looked at: `communes` are the asker's; `all` when the asker works in every commune. */
export type Scope = { communes: readonly CommuneCode[]; all: boolean }

export type NewStaff = {
  id: StaffId
  username: string
  name: string
  role: Role
  passwordHash: string | null
  allCommunes: boolean
  communes: readonly CommuneCode[]
}

/** A member of staff by user name, for signing in. */
export function findStaffByUsername(db: Reader, username: string) {
  return db
    .selectFrom('staff')
    .select(['id', 'username', 'name', 'role', 'password_hash', 'all_communes', 'active'])
    .where('username', '=', username)
    .executeTakeFirst()
}

/** A member of staff by id. */
export function findStaff(db: Reader, id: StaffId) {
  return db
    .selectFrom('staff')
    .select(['id', 'username', 'name', 'role', 'password_hash', 'all_communes', 'active'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Adds a member of staff. */
export async function insertStaff(trx: Trx, staff: NewStaff, at: number): Promise<void> {
  await trx
    .insertInto('staff')
    .values({
      id: staff.id,
      username: staff.username,
      name: staff.name,
      role: staff.role,
      password_hash: staff.passwordHash,
      all_communes: staff.allCommunes ? 1 : 0,
      active: 1,
      created_at: at,
      updated_at: at,
    })
    .execute()
  await setCommunes(trx, staff.id, staff.communes)
}

/** Remembers the communes that somebody leaves. @param at milliseconds since 1970. */
export async function noteLeft(
  trx: Trx,
  staffId: StaffId,
  communes: readonly CommuneCode[],
  at: number,
): Promise<void> {
  if (communes.length === 0) return
  await trx
    .insertInto('staff_commune_past')
    .values(communes.map((commune) => ({ commune, staff_id: staffId, until_at: at })))
    .onConflict((conflict) => conflict.columns(['commune', 'staff_id']).doUpdateSet({ until_at: at }))
    .execute()
}

/** Communes that a member of staff worked in before. */
export async function pastCommunesOf(db: Reader, staffId: StaffId): Promise<CommuneCode[]> {
  const rows = await db.selectFrom('staff_commune_past').select('commune').where('staff_id', '=', staffId).execute()
  return rows.map(({ commune }) => commune)
}

/** Gives a member of staff these communes and no others. */
export async function setCommunes(trx: Trx, staffId: StaffId, communes: readonly CommuneCode[]): Promise<void> {
  await trx.deleteFrom('staff_commune').where('staff_id', '=', staffId).execute()
  const rows = [...new Set(communes)].map((commune) => ({ commune, staff_id: staffId }))
  if (rows.length > 0) await trx.insertInto('staff_commune').values(rows).execute()
}

/** The communes that a member of staff was given one by one. */
export async function communesOfStaff(db: Reader, staffId: StaffId): Promise<CommuneCode[]> {
  const rows = await db
    .selectFrom('staff_commune')
    .select('commune')
    .where('staff_id', '=', staffId)
    .orderBy('commune')
    .execute()
  return rows.map(({ commune }) => commune)
}

/** Which of these communes do not exist. */
export async function unknownCommunes(db: Reader, communes: readonly CommuneCode[]): Promise<CommuneCode[]> {
  if (communes.length === 0) return []
  const rows = await db.selectFrom('commune').select('code').where('code', 'in', communes).execute()
  const known = new Set(rows.map(({ code }) => code))
  return communes.filter((code) => !known.has(code))
}

/**
 * Members of staff who share a commune with the asker, by name. Communes outside the asker's scope are left out of what
 * is told of them.
 */
export async function listStaff(db: Reader, scope: Scope): Promise<StaffMember[]> {
  const people = await db
    .selectFrom('staff')
    .select(['id', 'username', 'name', 'role', 'password_hash', 'all_communes', 'active'])
    .select((eb) =>
      eb
        .selectFrom('profile')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('profile.staff_id', '=', 'staff.id')
        .where('profile.state', '!=', 'revoked')
        .as('tablets'),
    )
    .orderBy('name')
    .orderBy('id')
    .execute()
  const places = await db.selectFrom('staff_commune').select(['staff_id', 'commune']).orderBy('commune').execute()
  const communesOf = Map.groupBy(places, ({ staff_id }) => staff_id)
  return people
    .map((row) => ({
      id: row.id,
      username: row.username,
      name: row.name,
      role: row.role,
      allCommunes: row.all_communes === 1,
      communes: (communesOf.get(row.id) ?? [])
        .map(({ commune }) => commune)
        .filter((commune) => scope.communes.includes(commune)),
      disabled: row.active === 0,
      hasPassword: row.password_hash !== null,
      tablets: Number(row.tablets ?? 0),
    }))
    .filter((member) => scope.all || (!member.allCommunes && member.communes.length > 0))
}

/** Writes some columns of a member of staff. */
export async function changeStaffRow(
  trx: Trx,
  id: StaffId,
  columns: Partial<{ name: string; role: Role; password_hash: string; all_communes: 0 | 1; active: 0 | 1 }>,
  at: number,
): Promise<void> {
  await trx
    .updateTable('staff')
    .set({ ...columns, updated_at: at })
    .where('id', '=', id)
    .execute()
}

/** Whether a scope holds all that a member of staff works in: only then may somebody act in that person's name. */
export function holdsAllOf(scope: Scope, member: { allCommunes: boolean; communes: readonly CommuneCode[] }): boolean {
  return scope.all || (!member.allCommunes && member.communes.every((commune) => scope.communes.includes(commune)))
}
