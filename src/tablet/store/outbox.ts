// The outbox: what the server has not taken. An entry leaves it on the server's word alone.
import { Envelope, envelopeHash } from '../../protocol/envelope.ts'
import type { PushResult } from '../../protocol/push.ts'
import { noteMissingPhotos, requeueHeld } from './photo-queue.ts'
import { openJson } from './sealed-rows.ts'
import { getMeta, type RecordRow } from './tablet-database.ts'
import { serverClock } from './contact-notes.ts'
import { type UnlockedStore, whileOpen } from './unlocked-store.ts'
import { mustWrite } from './write-strictly.ts'

/** Where the chain stands: the last seq and its hash; seq 0 with the genesis hash when nothing was saved yet. */
export type Head = { seq: number; hash: string }

export function head(store: UnlockedStore): Promise<Head> {
  return whileOpen(store, () => getMeta(store.db, 'head'))
}

export type EnvelopeBatch = {
  /** In order, without gaps among what waits. */
  envelopes: Envelope[]
  /** The seq of the first waiting record that can not be opened (damaged or swapped): nothing past it can be sent. */
  unreadable: number | null
}

/**
 * The next waiting envelopes from `fromSeq` on.
 * @param wanted.maxBytes upper limit for the sum of the envelopes' JSON in UTF-8; the first one is given even if it is larger.
 */
export function nextEnvelopes(
  store: UnlockedStore,
  wanted: { fromSeq: number; maxCount: number; maxBytes: number },
): Promise<EnvelopeBatch> {
  return whileOpen(store, async () => {
    const rows = await waitingRows(store, wanted.fromSeq, wanted.maxCount)
    const envelopes: Envelope[] = []
    let bytes = 0
    for (const { seq, row } of rows) {
      const envelope = row === undefined ? null : await openEnvelope(store, row)
      if (row === undefined || envelope === null) return { envelopes, unreadable: seq }
      bytes += row.bytes
      if (bytes > wanted.maxBytes && envelopes.length > 0) break
      envelopes.push(envelope)
    }
    return { envelopes, unreadable: null }
  })
}

/** The envelope of a row, or null when the row was damaged, changed or swapped. */
export async function openEnvelope(store: Pick<UnlockedStore, 'sealer'>, row: RecordRow): Promise<Envelope | null> {
  const envelope = Envelope.safeParse(await openJson(store.sealer(), 'records', String(row.seq), row))
  return envelope.success ? envelope.data : null
}

async function waitingRows({ db }: UnlockedStore, fromSeq: number, maxCount: number) {
  return db.transaction('r', db.outbox, db.records, async () => {
    const seqs = await db.outbox.where('seq').aboveOrEqual(fromSeq).limit(maxCount).primaryKeys()
    const rows = await db.records.bulkGet(seqs)
    return seqs.map((seq, index) => ({ seq, row: rows[index] }))
  })
}

/**
 * Takes the server's answers to a push. An entry moves on only when it still equals what was sent and the answer names it
 * `accepted`, `duplicate` or `quarantined`. Photos that the answer shows to be there are noted as complete.
 * @returns how many entries left the outbox.
 */
export async function settlePush(
  store: UnlockedStore,
  sent: readonly Envelope[],
  results: readonly PushResult[],
): Promise<number> {
  const { db } = store
  const hashes = new Map(await Promise.all(sent.map(async (one) => [one.seq, await envelopeHash(one)] as const)))
  const settled = await mustWrite(store, [db.records, db.outbox, db.photos], async () => {
    const settledAt = await serverClock(store)
    let count = 0
    for (const result of results) {
      const row = await db.records.get(result.seq)
      if (row === undefined || row.hash !== hashes.get(result.seq)) continue
      const waited = (await db.outbox.where('seq').equals(result.seq).delete()) > 0
      if (waited) await db.records.put({ ...row, ...stateAfter(result), settledAt })
      if (result.missingPhotos) await noteMissingPhotos(db, result.seq, result.missingPhotos, settledAt)
      count += waited ? 1 : 0
    }
    return count
  })
  store.tell()
  return settled
}

function stateAfter({ status, reasons = [] }: PushResult): Pick<RecordRow, 'state' | 'reasons'> {
  switch (status) {
    case 'accepted':
      return { state: 'sent', reasons: [] }
    case 'duplicate':
      // With reasons when it is in quarantine there, and the answer that said so first was lost.
      return { state: reasons.length === 0 ? 'sent' : 'quarantined', reasons }
    case 'quarantined':
      return { state: 'quarantined', reasons }
  }
}

/**
 * Puts every kept record from `seq` on back into the outbox, with its photos: the server was restored from a backup.
 * What still waits stays as it is.
 * @returns how many went back, and which seqs are asked for but no longer kept.
 */
export async function requeueFrom(
  store: UnlockedStore,
  seq: number,
): Promise<{ requeued: number; missing: { from: number; to: number } | null }> {
  const { db } = store
  const result = await mustWrite(store, [db.records, db.outbox, db.photos], async () => {
    const last = (await getMeta(db, 'head')).seq
    const rows = await db.records.where('seq').aboveOrEqual(seq).toArray()
    // What still waits is left alone, its photos too: they may be at the server long since.
    const settled = rows.filter(({ state }) => state !== 'waiting')
    const seqs = settled.map((row) => row.seq)
    await db.outbox.bulkPut(seqs.map((one) => ({ seq: one })))
    await db.records.bulkPut(settled.map((row) => ({ ...row, state: 'waiting' as const, reasons: [], settledAt: 0 })))
    await requeueHeld(db, await db.photos.where('seqs').anyOf(seqs).distinct().toArray())
    const kept = rows[0]?.seq ?? last + 1
    return { requeued: settled.length, missing: kept > seq ? { from: seq, to: kept - 1 } : null }
  })
  if (result.requeued > 0) store.tell()
  return result
}

/** `bytes`: of records, and of the parts of photos that are still to send. */
export type Waiting = { records: number; photos: number; bytes: number }

/** Bytes of records as they wait, by their seq. A record never changes, so that each is looked at once. */
const weighed = new WeakMap<UnlockedStore, Map<number, number>>()

/** What has not been taken by the server. Asked after every tap that saves: it costs no more when much waits. */
export function countWaiting(store: UnlockedStore): Promise<Waiting> {
  const { db } = store
  const bytesOf = weighed.get(store) ?? new Map<number, number>()
  weighed.set(store, bytesOf)
  return whileOpen(store, () =>
    db.transaction('r', db.outbox, db.records, db.photos, async () => {
      const [seqs, held] = await Promise.all([
        db.outbox.toCollection().primaryKeys(),
        db.photos.where('state').equals('held').toArray(),
      ])
      const unknown = seqs.filter((seq) => !bytesOf.has(seq))
      for (const row of await db.records.bulkGet(unknown)) if (row) bytesOf.set(row.seq, row.bytes)
      const photos = held.filter((photo) => photo.seqs.length > 0)
      return {
        records: seqs.length,
        photos: photos.length,
        bytes:
          seqs.reduce((sum, seq) => sum + (bytesOf.get(seq) ?? 0), 0) +
          photos.reduce((sum, { bytes, sent }) => sum + bytes - sent, 0),
      }
    }),
  )
}
