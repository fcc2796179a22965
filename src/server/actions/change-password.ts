// One's own password.
import { weaknessOfPassword } from '../../domain/password.ts'
import type { PasswordChange, PasswordWeakness } from '../../protocol/office/session.ts'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { endSessionsOf } from '../store/sessions.ts'
import { changeStaffRow, findStaff } from '../store/staff.ts'
import { inTransaction } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { hashPassword, isPassword } from './check-password.ts'
import { beginSession } from './sign-in.ts'

export type PasswordResult =
  { kind: 'changed'; cookie: string } | { kind: 'weakPassword'; weakness: PasswordWeakness } | { kind: 'wrongPassword' }

/** Changes the actor's password; every session of the person ends, and a new one begins for this browser. */
export async function changePassword(
  tools: ServerTools,
  actor: OfficeActor,
  { present, next }: PasswordChange,
): Promise<PasswordResult> {
  const weakness = weaknessOfPassword(next, actor.username)
  if (weakness) return { kind: 'weakPassword', weakness }
  const staff = await findStaff(tools.db, actor.staffId)
  if (!(await isPassword(staff?.password_hash, present))) return { kind: 'wrongPassword' }
  const passwordHash = await hashPassword(next)
  return inTransaction(tools.db, async (trx) => {
    await changeStaffRow(trx, actor.staffId, { password_hash: passwordHash }, tools.now())
    await endSessionsOf(trx, actor.staffId)
    await writeAudit(trx, tools, actor, { action: 'staff.ownPasswordChanged', thing: 'staff', thingId: actor.staffId })
    return { kind: 'changed', cookie: await beginSession(trx, tools, actor.staffId) }
  })
}
