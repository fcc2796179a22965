// A forgotten PIN: the office approves the tablet whose four digits it was read.
import type { VaultRecovery } from '../../protocol/office/tablets.ts'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { approveRecoveryRow, findRecovery, listRecoveries } from '../store/recovery-requests.ts'
import { communesOfStaff, holdsAllOf, type Scope } from '../store/staff.ts'
import { inTransaction, type Reader } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { scopeOfActor } from './manage-staff.ts'

const shownForMs = 30 * 24 * 3_600_000

type Row = NonNullable<Awaited<ReturnType<typeof findRecovery>>>

/** Requests of people all of whose communes are the actor's: approving one opens what that person's tablet holds. */
export async function recoveriesInScope(tools: ServerTools, actor: OfficeActor): Promise<VaultRecovery[]> {
  const scope = await scopeOfActor(tools.db, actor)
  const rows = await listRecoveries(tools.db, tools.now() - shownForMs)
  const held = await Promise.all(rows.map((row) => isHeld(tools.db, scope, row)))
  return rows.filter((_, index) => held[index]).map((row) => described(row, tools.now()))
}

export type ApprovalResult =
  { kind: 'done' } | { kind: 'notFound' } | { kind: 'wrongCheck' } | { kind: 'alreadyDecided' }

/** @param check the four digits that the person at the tablet reads out. */
export async function approveRecovery(
  tools: ServerTools,
  actor: OfficeActor,
  id: string,
  check: string,
): Promise<ApprovalResult> {
  return inTransaction(tools.db, async (trx): Promise<ApprovalResult> => {
    const row = await findRecovery(trx, id)
    if (!row || !(await isHeld(trx, await scopeOfActor(trx, actor), row))) return { kind: 'notFound' }
    const thing = { thing: 'recovery', thingId: id, detail: { profileId: row.profile_id } }
    if (row.check_digits !== check) {
      await writeAudit(trx, tools, actor, { action: 'recovery.wrongDigits', ...thing })
      return { kind: 'wrongCheck' }
    }
    if (!(await approveRecoveryRow(trx, id, actor.staffId, tools.now()))) return { kind: 'alreadyDecided' }
    await writeAudit(trx, tools, actor, { action: 'recovery.approved', ...thing })
    return { kind: 'done' }
  })
}

async function isHeld(db: Reader, scope: Scope, row: Row): Promise<boolean> {
  const communes = await communesOfStaff(db, row.staff_id)
  return holdsAllOf(scope, { allCommunes: row.all_communes === 1, communes })
}

function described(row: Row, now: number): VaultRecovery {
  const state = row.fetched_at ? 'fetched' : row.expires_at <= now ? 'expired' : row.approved_at ? 'approved' : 'asked'
  return {
    id: row.id,
    profileId: row.profile_id,
    staffName: row.staff_name,
    tabletName: row.tablet_name,
    askedAt: new Date(row.asked_at).toISOString(),
    expiresAt: new Date(row.expires_at).toISOString(),
    state,
  }
}
