// Signing in and out of the office.
import type { Session } from '../../protocol/office/session.ts'
import type { OfficeActor } from '../actor.ts'
import { hashSecret, newSecret } from '../secrets.ts'
import { writeAudit } from '../store/audit.ts'
import { communesByCode } from '../store/communes.ts'
import { endSession, insertSession } from '../store/sessions.ts'
import { findStaffByUsername } from '../store/staff.ts'
import { inTransaction, type Reader, type Trx } from '../store/transaction.ts'
import type { StaffId } from '../../domain/ids.ts'
import type { ServerTools } from '../tools.ts'
import { isPassword } from './check-password.ts'

export type SignInResult = { kind: 'signedIn'; cookie: string } | { kind: 'refused' }

/**
 * Checks a name and a password, and begins a new session in place of the one that the browser had.
 * Wrong name, wrong password, no password and a disabled account answer alike and take as long.
 */
export async function signIn(
  tools: ServerTools,
  { username, password, oldSession }: { username: string; password: string; oldSession: string | undefined },
): Promise<SignInResult> {
  const staff = await findStaffByUsername(tools.db, username.trim().toLowerCase())
  const fits = await isPassword(staff?.password_hash, password)
  if (!staff || !fits || staff.active === 0) {
    await writeAudit(
      tools.db,
      tools,
      { kind: 'server' },
      {
        action: 'session.refused',
        ...(staff && { thing: 'staff', thingId: staff.id }),
      },
    )
    return { kind: 'refused' }
  }
  const cookie = await inTransaction(tools.db, async (trx) => {
    if (oldSession !== undefined) await endSession(trx, hashSecret(oldSession))
    await writeAudit(trx, tools, { kind: 'office', staffId: staff.id }, { action: 'session.begun' })
    return beginSession(trx, tools, staff.id)
  })
  return { kind: 'signedIn', cookie }
}

/** @returns the value of the cookie, which is kept nowhere. */
export async function beginSession(trx: Trx, tools: ServerTools, staffId: StaffId): Promise<string> {
  const cookie = newSecret()
  const now = tools.now()
  const expiresAt = now + tools.settings.limits.sessionMs
  await insertSession(trx, { hash: hashSecret(cookie), staffId, now, expiresAt })
  return cookie
}

/** Ends the session that the request came with. */
export async function signOut(tools: ServerTools, actor: OfficeActor): Promise<void> {
  await inTransaction(tools.db, async (trx) => {
    await endSession(trx, actor.sessionHash)
    await writeAudit(trx, tools, actor, { action: 'session.ended' })
  })
}

/** Who works here, and where. */
export async function describeSession(db: Reader, actor: OfficeActor): Promise<Session> {
  const { staffId, name, username, role, communes } = actor
  return { staff: { id: staffId, name, username, role }, communes: await communesByCode(db, communes) }
}
