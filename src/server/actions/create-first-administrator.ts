// The first administrator of an empty server, by the link that the server printed at its start.
import { weaknessOfPassword } from '../../domain/password.ts'
import { StaffId } from '../../domain/ids.ts'
import type { PasswordWeakness, SetupRequest } from '../../protocol/office/session.ts'
import { writeAudit } from '../store/audit.ts'
import { findStaffByUsername, insertStaff } from '../store/staff.ts'
import { inTransaction } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { hashPassword } from './check-password.ts'
import { consumeSetupSecret } from './issue-setup-secret.ts'
import { beginSession } from './sign-in.ts'

export type SetupResult =
  | { kind: 'created'; cookie: string }
  | { kind: 'weakPassword'; weakness: PasswordWeakness }
  | { kind: 'usernameTaken' }
  | { kind: 'wrongSecret' }

/** Uses up the link and creates the administrator, both or neither, and signs that person in. */
export async function createFirstAdministrator(tools: ServerTools, request: SetupRequest): Promise<SetupResult> {
  const weakness = weaknessOfPassword(request.password, request.username)
  if (weakness) return { kind: 'weakPassword', weakness }
  const passwordHash = await hashPassword(request.password)
  return inTransaction(tools.db, async (trx): Promise<SetupResult> => {
    if (await findStaffByUsername(trx, request.username)) return { kind: 'usernameTaken' }
    if (!(await consumeSetupSecret(trx, request.secret, tools.now()))) return { kind: 'wrongSecret' }
    const id = StaffId.parse(tools.newId())
    const { username, name } = request
    const administrator = {
      id,
      username,
      name,
      role: 'administrator',
      passwordHash,
      allCommunes: true,
      communes: [],
    } as const
    await insertStaff(trx, administrator, tools.now())
    await writeAudit(
      trx,
      tools,
      { kind: 'office', staffId: id },
      { action: 'server.setUp', thing: 'staff', thingId: id },
    )
    return { kind: 'created', cookie: await beginSession(trx, tools, id) }
  })
}
