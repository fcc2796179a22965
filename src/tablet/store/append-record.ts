// Saving a fact. All sealing and signing is done before the transaction opens (IndexedDB closes one that waits for
// anything else); inside, the head is looked at again, and when another tab was quicker everything is made anew.
import type { RecordId } from '../../domain/ids.ts'
import { utf8 } from '../../protocol/bytes.ts'
import { type Envelope, envelopeHash, sealLink } from '../../protocol/envelope.ts'
import type { RecordPhoto } from '../../protocol/record.ts'
import { movePhotos } from './draft-photos.ts'
import { sealJson } from './sealed-rows.ts'
import { getMeta, readMeta, type RecordRow, type TabletDatabase } from './tablet-database.ts'
import { type UnlockedStore, whileOpen } from './unlocked-store.ts'
import { testifyHead } from './witness.ts'
import { type WriteFailure, writeStrictly } from './write-strictly.ts'

export type NewFact = {
  id: RecordId
  /** The exact JSON text of the record; made of what is known of the server's clock where that belongs into it. */
  body: string | ((clockSkewMs: number | null) => string)
  photos: readonly RecordPhoto[]
  /** The draft that it finishes. */
  draftId: string | null
}

/**
 * One strict transaction: record, outbox, head of the chain, photos claimed, draft removed. All of it or nothing.
 * @throws StoreClosed when the store was closed before the transaction.
 */
export async function appendRecord(
  store: UnlockedStore,
  fact: NewFact,
): Promise<{ kind: 'appended'; seq: number } | { kind: WriteFailure }> {
  if (store.missing !== null) return { kind: 'storeGone' }
  const { db } = store
  for (;;) {
    const { before, clockSkewMs } = await whileOpen(store, () => readAhead(db))
    const body = typeof fact.body === 'string' ? fact.body : fact.body(clockSkewMs)
    const link = { seq: before.seq + 1, prev: before.hash, body }
    const envelope = await sealLink(link, store.signingKey())
    const row = await rowOf(store, fact, envelope)
    const written = await writeStrictly(
      store,
      [db.records, db.outbox, db.photos, db.photoChunks, db.drafts],
      async () => {
        const now = await getMeta(db, 'head')
        if (now.seq !== before.seq || now.hash !== before.hash) return false
        // At once and not one after the other: each waiting would cost an officer's tap as much as the writing itself.
        await Promise.all([
          db.records.add(row),
          db.outbox.add({ seq: row.seq }),
          movePhotos(db, { seq: row.seq, photos: fact.photos, draft: fact.draftId }, store.tools.now()),
          fact.draftId !== null && db.drafts.delete(fact.draftId),
          db.meta.put({ key: 'head', value: { seq: row.seq, hash: row.hash } }),
        ])
        return true
      },
    )
    if (written.kind !== 'done') return { kind: written.kind }
    if (!written.value) continue
    testifyHead(store.tools, store.profile.profileId, row.seq)
    store.tell()
    return { kind: 'appended', seq: row.seq }
  }
}

/** All that has to be known before the record can be signed, in one look. */
function readAhead(db: TabletDatabase) {
  return db.transaction('r', db.meta, async () => {
    const [before, contact] = await Promise.all([getMeta(db, 'head'), readMeta(db, 'contact')])
    return { before, clockSkewMs: contact?.clockSkewMs ?? null }
  })
}

async function rowOf({ sealer }: UnlockedStore, { id }: NewFact, envelope: Envelope): Promise<RecordRow> {
  const { seq } = envelope
  const [sealed, hash] = await Promise.all([
    sealJson(sealer(), 'records', String(seq), envelope),
    envelopeHash(envelope),
  ])
  const bytes = utf8(JSON.stringify(envelope)).length
  return { seq, id, hash, state: 'waiting', reasons: [], bytes, settledAt: 0, ...sealed }
}
