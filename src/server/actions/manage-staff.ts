// Members of staff: created, changed, disabled. What changes takes effect on the person's next request.
import { StaffId } from '../../domain/ids.ts'
import { weaknessOfPassword } from '../../domain/password.ts'
import type { PasswordWeakness } from '../../protocol/office/session.ts'
import type { NewStaffMember, StaffChange, StaffMember } from '../../protocol/office/staff.ts'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { scopeOf } from '../store/find-actor.ts'
import { endSessionsOf } from '../store/sessions.ts'
import {
  changeStaffRow,
  communesOfStaff,
  findStaff,
  findStaffByUsername,
  holdsAllOf,
  insertStaff,
  listStaff,
  type Scope,
  noteLeft,
  setCommunes,
  unknownCommunes,
} from '../store/staff.ts'
import { inTransaction, type Reader } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { hashPassword } from './check-password.ts'

export type StaffResult =
  | { kind: 'done'; id: StaffId }
  | { kind: 'weakPassword'; weakness: PasswordWeakness }
  | { kind: 'usernameTaken' }
  | { kind: 'notFound' }
  | { kind: 'forbidden' }
  | { kind: 'unknownCommune' }

/** The actor's own scope, and whether it is everything. */
export async function scopeOfActor(db: Reader, actor: OfficeActor): Promise<Scope> {
  const own = await findStaff(db, actor.staffId)
  return { communes: actor.communes, all: own?.all_communes === 1 }
}

/** The members of staff that the actor shares a commune with. */
export async function staffInScope(tools: ServerTools, actor: OfficeActor): Promise<StaffMember[]> {
  return listStaff(tools.db, await scopeOfActor(tools.db, actor))
}

/** Adds a member of staff, within the actor's own scope. */
export async function createStaff(
  tools: ServerTools,
  actor: OfficeActor,
  request: NewStaffMember,
): Promise<StaffResult> {
  const { username, name, role, allCommunes, communes, password } = request
  const weakness = password === null ? null : weaknessOfPassword(password, username)
  if (weakness) return { kind: 'weakPassword', weakness }
  const passwordHash = password === null ? null : await hashPassword(password)
  return inTransaction(tools.db, async (trx): Promise<StaffResult> => {
    if ((await unknownCommunes(trx, communes)).length > 0) return { kind: 'unknownCommune' }
    if (!holdsAllOf(await scopeOfActor(trx, actor), request)) return { kind: 'forbidden' }
    if (await findStaffByUsername(trx, username)) return { kind: 'usernameTaken' }
    const id = StaffId.parse(tools.newId())
    await insertStaff(trx, { id, username, name, role, passwordHash, allCommunes, communes }, tools.now())
    const detail = { role, allCommunes, communes: [...communes] }
    await writeAudit(trx, tools, actor, { action: 'staff.created', thing: 'staff', thingId: id, detail })
    return { kind: 'done', id }
  })
}

/** Changes a member of staff. Nobody takes the own role or account away: somebody must be left who can give it back. */
export async function changeStaff(
  tools: ServerTools,
  actor: OfficeActor,
  id: StaffId,
  change: StaffChange,
): Promise<StaffResult> {
  const passwordHash = change.password === undefined ? undefined : await hashPassword(change.password)
  return inTransaction(tools.db, async (trx): Promise<StaffResult> => {
    const staff = await findStaff(trx, id)
    const scope = await scopeOfActor(trx, actor)
    const now = { allCommunes: staff?.all_communes === 1, communes: await communesOfStaff(trx, id) }
    if (!staff || !holdsAllOf(scope, now)) return { kind: 'notFound' }
    if (change.password !== undefined) {
      const weakness = weaknessOfPassword(change.password, staff.username)
      if (weakness) return { kind: 'weakPassword', weakness }
    }
    const next = { allCommunes: change.allCommunes ?? now.allCommunes, communes: change.communes ?? now.communes }
    if ((await unknownCommunes(trx, next.communes)).length > 0) return { kind: 'unknownCommune' }
    const ownPower =
      (change.role !== undefined && change.role !== staff.role) ||
      change.disabled === true ||
      (change.allCommunes !== undefined && change.allCommunes !== now.allCommunes)
    if (!holdsAllOf(scope, next) || (id === actor.staffId && ownPower)) return { kind: 'forbidden' }

    const before = await scopeOf(trx, { id, all_communes: now.allCommunes ? 1 : 0 })
    const columns = {
      ...(change.name !== undefined && { name: change.name }),
      ...(change.role !== undefined && { role: change.role }),
      ...(passwordHash !== undefined && { password_hash: passwordHash }),
      ...(change.disabled !== undefined && { active: change.disabled ? (0 as const) : (1 as const) }),
      all_communes: next.allCommunes ? (1 as const) : (0 as const),
    }
    await changeStaffRow(trx, id, columns, tools.now())
    if (change.communes !== undefined) await setCommunes(trx, id, change.communes)
    const after = new Set(await scopeOf(trx, { id, all_communes: next.allCommunes ? 1 : 0 }))
    await noteLeft(
      trx,
      id,
      before.filter((commune) => !after.has(commune)),
      tools.now(),
    )
    if (passwordHash !== undefined || change.disabled === true) await endSessionsOf(trx, id)
    const detail = {
      fields: Object.keys(change),
      ...(change.role !== undefined && { role: change.role }),
      ...(change.disabled !== undefined && { disabled: change.disabled }),
      ...(change.communes !== undefined && { communes: [...change.communes] }),
    }
    await writeAudit(trx, tools, actor, { action: 'staff.changed', thing: 'staff', thingId: id, detail })
    return { kind: 'done', id }
  })
}
