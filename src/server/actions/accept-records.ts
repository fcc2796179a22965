// A push: the chain is checked link by link, each record is judged, and everything up to the first refused envelope is
// stored in one transaction. Only after its commit is anything acknowledged.
import { utf8 } from '../../protocol/bytes.ts'
import { type Envelope, envelopeHash, isSignedBy } from '../../protocol/envelope.ts'
import type { PushResult } from '../../protocol/push.ts'
import { importVerifyKey } from '../../protocol/signing.ts'
import type { TabletActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { insertEnvelopes, keepApart, storedUnder } from '../store/envelopes.ts'
import { tellOutcomes } from '../store/outcomes.ts'
import { photosMissingOf } from '../store/photos.ts'
import { freezeProfile, lockProfile, moveHead } from '../store/profiles.ts'
import type { EnvelopeTable } from '../store/record-tables.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { standingOf, surroundingsOf } from './check-against-store.ts'
import { type ReadRecord, readRecord } from './judge-record.ts'
import { type CheckedEnvelope, planPush, type PushPlan, type Refusal } from './plan-push.ts'
import { applyRecords, claimPhotos } from './apply-records.ts'

export type AcceptRecordsResult = {
  /** The seq that is wanted next. */
  next: number
  /** One for each envelope before the refused one. */
  results: PushResult[]
  refusal: Refusal | null
}

/** @param byFile the envelopes came in a sealed file instead of over the network. */
export async function acceptRecords(
  tools: ServerTools,
  actor: TabletActor,
  envelopes: readonly Envelope[],
  { byFile }: { byFile: boolean } = { byFile: false },
): Promise<AcceptRecordsResult> {
  const key = await importVerifyKey(actor.publicKey)
  const batch = await Promise.all(
    envelopes.map(async (envelope): Promise<CheckedEnvelope> => {
      const [hash, signed] = await Promise.all([envelopeHash(envelope), isSignedBy(key, envelope)])
      return { envelope, hash, signed }
    }),
  )
  return inTransaction(tools.db, (trx) => store(trx, tools, actor, batch, byFile))
}

async function store(
  trx: Trx,
  tools: ServerTools,
  actor: TabletActor,
  batch: readonly CheckedEnvelope[],
  byFile: boolean,
): Promise<AcceptRecordsResult> {
  const at = tools.now()
  const profile = await lockProfile(trx, actor.profileId, at)
  const seqs = batch.map(({ envelope }) => envelope.seq).filter((seq) => seq <= profile.head_seq)
  const stored = await storedUnder(trx, actor.profileId, seqs)
  const plan = planPush(
    {
      headSeq: profile.head_seq,
      headHash: profile.head_hash,
      frozen: profile.state === 'frozen',
      stored: new Map(stored.map(({ seq, hash }) => [seq, hash])),
    },
    batch,
  )
  if (plan.refusal?.kind === 'fork') await noteFork(trx, tools, actor, plan.refusal.apart, at)
  const judged = await judge(trx, actor, plan)
  await insertEnvelopes(
    trx,
    judged.map((each) => rowOf(actor, each, at, byFile)),
  )
  const last = plan.take.at(-1)
  if (last) await moveHead(trx, actor.profileId, { seq: last.envelope.seq, hash: last.hash })
  await applyRecords(trx, actor, judged, at)
  await claimPhotos(trx, actor, judged)
  await tellOutcomes(trx, actor.staffId, outcomesOf(judged))
  return {
    next: (last?.envelope.seq ?? profile.head_seq) + 1,
    results: await resultsOf(trx, plan, judged, stored),
    refusal: plan.refusal,
  }
}

/** An envelope that is taken, with what became of it. */
export type Judged = CheckedEnvelope & { read: ReadRecord; status: EnvelopeTable['status']; reasons: string[] }

async function judge(trx: Trx, actor: TabletActor, plan: PushPlan): Promise<Judged[]> {
  const reads = plan.take.map(({ envelope }) => readRecord(envelope.body, actor))
  const known = await surroundingsOf(trx, reads)
  return plan.take.map((checked, index) => {
    const read = reads[index] as ReadRecord
    const standing = standingOf(read, checked.envelope.body, actor, known)
    switch (standing.kind) {
      case 'new':
        return { ...checked, read, status: 'accepted', reasons: [] }
      case 'carriedOver':
        return { ...checked, read, status: 'duplicate', reasons: [] }
      case 'broken':
        return { ...checked, read, status: 'quarantined', reasons: standing.reasons }
    }
  })
}

function rowOf(actor: TabletActor, each: Judged, at: number, byFile: boolean): EnvelopeTable {
  const recordedAt = each.read.record === null ? Number.NaN : Date.parse(each.read.record.at)
  return {
    profile_id: actor.profileId,
    seq: each.envelope.seq,
    prev: each.envelope.prev,
    hash: each.hash,
    sig: each.envelope.sig,
    body: utf8(each.envelope.body),
    staff_id: actor.staffId,
    record_id: each.read.id as EnvelopeTable['record_id'],
    kind: each.read.kind,
    commune: each.read.commune,
    status: each.status,
    reasons: JSON.stringify(each.reasons),
    recorded_at: Number.isNaN(recordedAt) ? null : recordedAt,
    received_at: at,
    by_file: byFile ? 1 : 0,
    decided_by: null,
    decided_at: null,
  }
}

/** Records of which the tablet is told in its feed. A taken id is somebody else's record: nothing is said of that one. */
function outcomesOf(judged: readonly Judged[]): string[] {
  return judged.flatMap(({ read, status, reasons }) =>
    read.record === null || status === 'duplicate' || reasons.includes('id_taken') ? [] : [read.record.id],
  )
}

async function resultsOf(
  trx: Trx,
  plan: PushPlan,
  judged: readonly Judged[],
  stored: Awaited<ReturnType<typeof storedUnder>>,
): Promise<PushResult[]> {
  const results = new Map<number, PushResult>()
  for (const { seq, record_id } of stored) results.set(seq, { seq, id: record_id, status: 'duplicate' })
  for (const { envelope, read, status, reasons } of judged) {
    const result: PushResult = { seq: envelope.seq, id: read.id, status: status as PushResult['status'] }
    if (reasons.length > 0) result.reasons = reasons as NonNullable<PushResult['reasons']>
    results.set(envelope.seq, result)
  }
  const ids = [...results.values()].flatMap(({ id }) => (id === null ? [] : [id]))
  const missing = await photosMissingOf(trx, ids)
  const taken = plan.take.map(({ envelope }) => envelope.seq)
  return [...plan.duplicates, ...taken]
    .toSorted((a, b) => a - b)
    .flatMap((seq) => {
      const result = results.get(seq)
      if (!result) return []
      const photos = result.id === null ? undefined : missing.get(result.id)
      return [photos ? { ...result, missingPhotos: photos } : result]
    })
}

async function noteFork(
  trx: Trx,
  tools: ServerTools,
  actor: TabletActor,
  apart: readonly CheckedEnvelope[],
  at: number,
): Promise<void> {
  await keepApart(trx, actor.profileId, apart, at)
  await freezeProfile(trx, actor.profileId, at)
  await writeAudit(
    trx,
    tools,
    { kind: 'tablet', profileId: actor.profileId },
    {
      action: 'tablet.forked',
      thing: 'profile',
      thingId: actor.profileId,
      detail: { kept: apart.length },
    },
  )
}
