// A push: the chain is checked link by link, each record is judged, and everything up to the first refused envelope is
// stored in one transaction. Only after its commit is anything acknowledged.
import type { Envelope } from '../../protocol/envelope.ts'
import type { PushResult } from '../../protocol/push.ts'
import type { TabletActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { insertEnvelopes, keepApart, storedUnder } from '../store/envelopes.ts'
import { tellOutcomes } from '../store/outcomes.ts'
import { freezeProfile, lockProfile, moveHead } from '../store/profiles.ts'
import type { EnvelopeTable } from '../store/record-tables.ts'
import { inSharedTransaction } from '../store/shared-commit.ts'
import type { Trx } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { type Judged, missingPhotosOf, outcomesOf, resultsOf } from './answer-push.ts'
import { checkEnvelopes } from './check-envelopes.ts'
import { standingOf, surroundingsOf } from './check-against-store.ts'
import { type ReadRecord, readRecord } from './judge-record.ts'
import { type CheckedEnvelope, planPush, type PushPlan, type Refusal } from './plan-push.ts'
import { applyRecords, claimPhotos } from './apply-records.ts'
import { sendAfterMoved } from './send-after-moved.ts'

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
  const { hashes, bodies, signed } = checkEnvelopes(actor.publicKey, envelopes)
  const reads = new Map(envelopes.map((envelope) => [envelope, readRecord(envelope.body, actor)]))
  const pushed = (isSigned: (index: number) => boolean): Push => ({
    batch: envelopes.map((envelope, index) => ({
      envelope,
      hash: hashes[index] ?? '',
      body: bodies[index] ?? nothing,
      signed: isSigned(index),
    })),
    reads,
    byFile,
  })
  const storing = (isSigned: (index: number) => boolean) => (trx: Trx) => store(trx, tools, actor, pushed(isSigned))
  // Whoever is alone holds nobody up by having the database while the signatures are looked at.
  const isAlone = atWork === 0
  atWork += 1
  try {
    const early = isAlone ? await storeMeanwhile(tools.db, storing(always), signed) : null
    if (early !== null) return early
    const known = await signed
    return await inSharedTransaction(
      tools.db,
      storing((index) => known[index] === true),
    )
  } finally {
    atWork -= 1
  }
}

/** Pushes that this process is at. */
let atWork = 0

const always = () => true

/**
 * The other cores are still busy with the signatures: the batch is written as if all were good, and committed only if they are.
 * @returns null if not: then nothing of it was ever there, and it is to be written by what is known.
 */
async function storeMeanwhile(
  db: ServerTools['db'],
  storing: (trx: Trx) => Promise<AcceptRecordsResult>,
  signed: Promise<boolean[]>,
): Promise<AcceptRecordsResult | null> {
  try {
    return await inSharedTransaction(db, async (trx) => {
      const result = await storing(trx)
      if (!(await signed).every(Boolean)) throw new NotAllSigned()
      return result
    })
  } catch (error) {
    if (error instanceof NotAllSigned) return null
    throw error
  }
}

const nothing = new Uint8Array()

class NotAllSigned extends Error {}

type Push = {
  batch: readonly CheckedEnvelope[]
  /** What each envelope of the batch says. */
  reads: ReadonlyMap<Envelope, ReadRecord>
  byFile: boolean
}

async function store(
  trx: Trx,
  tools: ServerTools,
  actor: TabletActor,
  { batch, reads, byFile }: Push,
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
  const judged = await judge(trx, actor, plan, reads)
  await insertEnvelopes(
    trx,
    judged.map((each) => rowOf(actor, each, at, byFile)),
  )
  const last = plan.take.at(-1)
  if (last) await moveHead(trx, actor.profileId, { seq: last.envelope.seq, hash: last.hash })
  await applyRecords(trx, actor, judged, { at, voidLimit: tools.settings.voidLimit })
  await claimPhotos(trx, actor, judged)
  await sendAfterMoved(trx, judged)
  const missing = await missingPhotosOf(trx, judged, stored)
  const { fresh, asked } = outcomesOf(judged, missing)
  await tellOutcomes(trx, actor.staffId, asked, fresh)
  return {
    next: (last?.envelope.seq ?? profile.head_seq) + 1,
    results: resultsOf(plan, judged, stored, missing),
    refusal: plan.refusal,
  }
}

async function judge(trx: Trx, actor: TabletActor, plan: PushPlan, read: Push['reads']): Promise<Judged[]> {
  const reads = plan.take.map(({ envelope }) => read.get(envelope) as ReadRecord)
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
    body: each.body,
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
