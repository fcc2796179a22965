// Records in quarantine: the office sees why, and takes them once they keep the rules, or sets them aside for good.
import type { ProfileId } from '../../domain/ids.ts'
import type {
  QuarantineAnswer,
  QuarantineDecision,
  QuarantinedRecord,
  QuarantineQuery,
} from '../../protocol/office/quarantine.ts'
import { QuarantineReason } from '../../protocol/push.ts'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { insertDecision, lastDecisions } from '../store/decisions.ts'
import { scopeOf } from '../store/find-actor.ts'
import { writeKeyset } from '../store/keyset.ts'
import { tellOutcomes } from '../store/outcomes.ts'
import { pastCommunesOf } from '../store/staff.ts'
import { findQuarantined, quarantinePage, settleQuarantined } from '../store/quarantine.ts'
import type { EnvelopeStatus } from '../store/record-tables.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { applyRecords, claimPhotos } from './apply-records.ts'
import { standingOf, surroundingsOf } from './check-against-store.ts'
import { readRecord } from './judge-record.ts'
import { scopeOfActor } from './manage-staff.ts'
import { sendAfterMoved } from './send-after-moved.ts'

type Row = NonNullable<Awaited<ReturnType<typeof findQuarantined>>>

const reasonsIn = (row: Row) => QuarantineReason.array().parse(JSON.parse(row.reasons))
const stateOf = { quarantined: 'open', released: 'taken', discarded: 'dismissed' } as const
const moment = (at: number | null) => (at === null ? null : new Date(at).toISOString())

/** A page of quarantined records, without their text. */
export async function quarantineInScope(
  tools: ServerTools,
  actor: OfficeActor,
  query: QuarantineQuery,
): Promise<{ items: QuarantinedRecord[]; next: string | null }> {
  const { state, cursor, limit } = query
  const found = await quarantinePage(tools.db, await scopeOfActor(tools.db, actor), { state, cursor, limit })
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  const thingId = (row: Row) => `${row.profile_id}/${row.seq}`
  const decisions = await lastDecisions(tools.db, 'envelope', rows.map(thingId))
  const items = rows.map((row): QuarantinedRecord => {
    const decision = decisions.get(thingId(row))
    return {
      profileId: row.profile_id,
      seq: row.seq,
      staffName: row.staff_name,
      receivedAt: new Date(row.received_at).toISOString(),
      reasons: reasonsIn(row),
      recordId: row.record_id,
      kind: row.kind,
      commune: row.commune,
      at: moment(row.recorded_at),
      state,
      decision: decision ? { at: new Date(decision.at).toISOString(), by: decision.by, reason: decision.reason } : null,
    }
  })
  return { items, next: last ? writeKeyset([last.received_at, last.profile_id, last.seq]) : null }
}

/** The exact text of one; null when it is not in scope. */
export async function readQuarantined(
  tools: ServerTools,
  actor: OfficeActor,
  profile: ProfileId,
  seq: number,
): Promise<{ body: string } | null> {
  return inTransaction(tools.db, async (trx) => {
    const row = await findQuarantined(trx, await scopeOfActor(trx, actor), profile, seq)
    if (!row) return null
    await audit(trx, tools, actor, row, 'quarantine.viewed')
    return { body: Buffer.from(row.body).toString('utf8') }
  })
}

export type QuarantineResult =
  { kind: 'done'; answer: QuarantineAnswer } | { kind: 'notFound' } | { kind: 'alreadyDecided' }

/** Takes a record by today's rules and the scope that its author has or had, or sets it aside. */
export async function decideQuarantined(
  tools: ServerTools,
  actor: OfficeActor,
  where: { profile: ProfileId; seq: number },
  { decision, reason }: QuarantineDecision,
): Promise<QuarantineResult> {
  return inTransaction(tools.db, async (trx): Promise<QuarantineResult> => {
    const row = await findQuarantined(trx, await scopeOfActor(trx, actor), where.profile, where.seq)
    if (!row) return { kind: 'notFound' }
    if (row.status !== 'quarantined') return { kind: 'alreadyDecided' }
    const judged =
      decision === 'take'
        ? await takeQuarantined(trx, tools, row)
        : { status: 'discarded' as const, reasons: reasonsIn(row) }
    const at = tools.now()
    await settleQuarantined(trx, where.profile, where.seq, { ...judged, by: actor.staffId, at })
    const thingId = `${where.profile}/${where.seq}`
    const words = { thing: 'envelope', thing_id: thingId, at, staff_id: actor.staffId, decision, reason } as const
    await insertDecision(trx, { ...words, id: tools.newId() })
    const verb =
      judged.status === 'quarantined' ? 'refusedAgain' : judged.status === 'discarded' ? 'dismissed' : 'taken'
    await audit(trx, tools, actor, row, `quarantine.${verb}`)
    if (row.record_id !== null && !judged.reasons.includes('id_taken')) {
      await tellOutcomes(trx, row.staff_id, [row.record_id])
    }
    const state = judged.status === 'duplicate' ? 'taken' : stateOf[judged.status]
    return { kind: 'done', answer: { state, reasons: judged.reasons } }
  })
}

type Settled = { status: Exclude<EnvelopeStatus, 'accepted'>; reasons: QuarantineReason[] }

/** Gives effect to a quarantined record if it keeps today's rules, with the scope that its author has or had. */
export async function takeQuarantined(trx: Trx, tools: ServerTools, row: Row): Promise<Settled> {
  const today = await scopeOf(trx, { id: row.staff_id, all_communes: row.all_communes })
  // Whoever was moved while records waited on the tablet had the commune when they were made.
  const communes = [...today, ...(await pastCommunesOf(trx, row.staff_id))]
  const author = { staffId: row.staff_id, profileId: row.profile_id, role: row.role, communes }
  const body = Buffer.from(row.body).toString('utf8')
  const read = readRecord(body, author)
  const standing = standingOf(read, body, author, await surroundingsOf(trx, [read]))
  if (standing.kind === 'broken') return { status: 'quarantined', reasons: standing.reasons }
  if (standing.kind === 'carriedOver') return { status: 'duplicate', reasons: [] }
  const judged = [{ envelope: { seq: row.seq }, read, status: 'released' as const }]
  await applyRecords(trx, author, judged, { at: tools.now(), voidLimit: tools.settings.voidLimit })
  await claimPhotos(trx, author, judged)
  await sendAfterMoved(trx, judged)
  return { status: 'released', reasons: [] }
}

async function audit(trx: Trx, tools: ServerTools, actor: OfficeActor, row: Row, action: string): Promise<void> {
  await writeAudit(trx, tools, actor, {
    action,
    commune: actor.communes.find((code) => code === row.commune) ?? null,
    thing: 'envelope',
    thingId: `${row.profile_id}/${row.seq}`,
    detail: { recordId: row.record_id, reasons: reasonsIn(row) },
  })
}
