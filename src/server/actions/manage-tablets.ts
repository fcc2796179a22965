// What the office does about tablets: lets them enrol, revokes them, and decides about those whose chain forked.
import type { ProfileId, StaffId } from '../../domain/ids.ts'
import { may } from '../../domain/permissions.ts'
import { formatCode } from '../../protocol/enrolment-code.ts'
import { limits } from '../../protocol/limits.ts'
import type { EnrolmentCode, ForkDecision, ForkedEnvelope, Tablet } from '../../protocol/office/tablets.ts'
import { RecordBody } from '../../protocol/record.ts'
import type { OfficeActor } from '../actor.ts'
import { hashSecret, newEnrolmentCode } from '../secrets.ts'
import { writeAudit } from '../store/audit.ts'
import { insertDecision } from '../store/decisions.ts'
import { insertEnrolmentCode } from '../store/enrolment-codes.ts'
import { communesOfStaff, findStaff, holdsAllOf } from '../store/staff.ts'
import { findTablet, forkedEnvelopes, listTablets, revokeProfile, unfreezeProfile } from '../store/tablets.ts'
import { inTransaction } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { scopeOfActor } from './manage-staff.ts'

const hour = 3_600_000

/** Tablets of the actor's communes. */
export async function tabletsInScope(tools: ServerTools, actor: OfficeActor): Promise<Tablet[]> {
  return listTablets(tools.db, await scopeOfActor(tools.db, actor))
}

export type CodeResult =
  | { kind: 'made'; code: Omit<EnrolmentCode, 'link'> }
  | { kind: 'notFound' }
  /** Dismissed, or of a role that has no tablet. */
  | { kind: 'cannotEnrol' }

/** A code for somebody all of whose communes are the actor's: whoever types it in sees that person's lists. */
export async function makeEnrolmentCode(tools: ServerTools, actor: OfficeActor, staffId: StaffId): Promise<CodeResult> {
  return inTransaction(tools.db, async (trx): Promise<CodeResult> => {
    const staff = await findStaff(trx, staffId)
    const held = { allCommunes: staff?.all_communes === 1, communes: await communesOfStaff(trx, staffId) }
    if (!staff || !holdsAllOf(await scopeOfActor(trx, actor), held)) return { kind: 'notFound' }
    if (staff.active === 0 || !may(staff.role, 'useTablet')) return { kind: 'cannotEnrol' }
    const code = newEnrolmentCode()
    const at = tools.now()
    const expiresAt = at + limits.enrolmentCodeHours * hour
    await insertEnrolmentCode(trx, { codeHash: hashSecret(code), staffId, createdBy: actor.staffId, at, expiresAt })
    await writeAudit(trx, tools, actor, { action: 'enrolmentCode.created', thing: 'staff', thingId: staffId })
    return { kind: 'made', code: { code: formatCode(code), staffId, expiresAt: new Date(expiresAt).toISOString() } }
  })
}

export type TabletResult = { kind: 'done' } | { kind: 'notFound' } | { kind: 'alreadyDecided' }

/** Revokes a tablet: it is told to wipe itself when it is next heard from. */
export async function revokeTablet(
  tools: ServerTools,
  actor: OfficeActor,
  id: ProfileId,
  reason: string,
): Promise<TabletResult> {
  return inTransaction(tools.db, async (trx): Promise<TabletResult> => {
    const tablet = await findTablet(trx, await scopeOfActor(trx, actor), id)
    if (!tablet) return { kind: 'notFound' }
    if (tablet.state === 'revoked') return { kind: 'alreadyDecided' }
    await revokeProfile(trx, id, actor.staffId, tools.now())
    const decision = { thing: 'profile', thing_id: id, at: tools.now(), staff_id: actor.staffId } as const
    await insertDecision(trx, { ...decision, id: tools.newId(), decision: 'revoke', reason })
    await writeAudit(trx, tools, actor, { action: 'tablet.revoked', thing: 'profile', thingId: id })
    return { kind: 'done' }
  })
}

/** Decides about a tablet that was frozen because its chain forked. What was kept apart stays in either case. */
export async function decideFork(
  tools: ServerTools,
  actor: OfficeActor,
  id: ProfileId,
  { decision, reason }: ForkDecision,
): Promise<TabletResult> {
  if (decision === 'revoke') return revokeTablet(tools, actor, id, reason)
  return inTransaction(tools.db, async (trx): Promise<TabletResult> => {
    if (!(await findTablet(trx, await scopeOfActor(trx, actor), id))) return { kind: 'notFound' }
    if (!(await unfreezeProfile(trx, id))) return { kind: 'alreadyDecided' }
    const row = { thing: 'profile', thing_id: id, at: tools.now(), staff_id: actor.staffId } as const
    await insertDecision(trx, { ...row, id: tools.newId(), decision: 'unfreeze', reason })
    await writeAudit(trx, tools, actor, { action: 'tablet.unfrozen', thing: 'profile', thingId: id })
    return { kind: 'done' }
  })
}

/** The envelopes that were kept apart, as far as they can be read; null when the tablet is not in scope. */
export async function forkOf(tools: ServerTools, actor: OfficeActor, id: ProfileId): Promise<ForkedEnvelope[] | null> {
  return inTransaction(tools.db, async (trx) => {
    if (!(await findTablet(trx, await scopeOfActor(trx, actor), id))) return null
    const rows = await forkedEnvelopes(trx, id)
    await writeAudit(trx, tools, actor, {
      action: 'fork.viewed',
      thing: 'profile',
      thingId: id,
      detail: { count: rows.length },
    })
    return rows.map((row) => {
      const record = readBody(row.body)
      // Whoever may not hear of the commune sees only that there is something.
      const shown = record && actor.communes.includes(record.commune) ? record : null
      return {
        id: row.hash,
        seq: row.seq,
        receivedAt: new Date(row.received_at).toISOString(),
        recordId: shown?.id ?? null,
        kind: shown?.kind ?? null,
        name: shown ? nameIn(shown) : null,
      }
    })
  })
}

function readBody(body: Uint8Array): RecordBody | null {
  try {
    return RecordBody.safeParse(JSON.parse(Buffer.from(body).toString('utf8'))).data ?? null
  } catch {
    return null
  }
}

function nameIn({ data }: RecordBody): string | null {
  const person = typeof data === 'object' && data !== null && 'person' in data ? data.person : null
  const name = typeof person === 'object' && person !== null && 'name' in person ? person.name : null
  return typeof name === 'string' ? name.slice(0, 200) : null
}
