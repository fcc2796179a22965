// Facts that one profile could not send, entered anew into the chain of another. Each keeps its id and its exact words, so
// that one which had arrived after all is known again by the server and has no second effect.
import type { Envelope } from '../../protocol/envelope.ts'
import { RecordBody } from '../../protocol/record.ts'
import { appendRecord } from './append-record.ts'
import { head, nextEnvelopes } from './outbox.ts'
import { readWholePhoto, storePhoto } from './store-photo.ts'
import { type UnlockedStore, whileOpen } from './unlocked-store.ts'
import { mustWrite, type WriteFailure } from './write-strictly.ts'

export type Carried = {
  kind: 'carried'
  /** Records that are in the other profile now, those of an earlier try included. */
  records: number
  /** Photos whose bytes were gone; their records went without them. */
  photosLost: number
  /** Seqs of records that do not open: damaged, and left behind. */
  unreadable: number[]
}

/**
 * Carries everything that waits in `from` over to `to`, oldest first. May be broken off and done again at any point.
 * When it has ended well, `from` may be removed.
 */
export async function carryRecords(from: UnlockedStore, to: UnlockedStore): Promise<Carried | { kind: WriteFailure }> {
  const carried: Carried = { kind: 'carried', records: 0, photosLost: 0, unreadable: [] }
  const last = (await head(from)).seq
  for (let seq = 1; seq <= last;) {
    const { envelopes, unreadable } = await nextEnvelopes(from, { fromSeq: seq, maxCount: 1, maxBytes: 0 })
    const [envelope] = envelopes
    if (envelope === undefined && unreadable === null) break
    if (envelope === undefined) {
      carried.unreadable.push(unreadable as number)
      seq = (unreadable as number) + 1
      continue
    }
    const body = RecordBody.parse(JSON.parse(envelope.body))
    if (!(await holds(to, body.id))) {
      const result = await carryOne(from, to, envelope, body)
      if (result.kind !== 'carried') return result
      carried.photosLost += result.photosLost
    }
    carried.records += 1
    seq = envelope.seq + 1
  }
  const value = { throughSeq: last, at: from.tools.now() }
  if (carried.unreadable.length === 0) await mustWrite(from, [], () => from.db.meta.put({ key: 'exported', value }))
  return carried
}

async function carryOne(
  from: UnlockedStore,
  to: UnlockedStore,
  envelope: Envelope,
  { id, photos }: RecordBody,
): Promise<{ kind: 'carried'; photosLost: number } | { kind: WriteFailure }> {
  let photosLost = 0
  for (const { sha256, role } of photos) {
    const photo = await readWholePhoto(from, sha256)
    if (photo === null) {
      photosLost += 1
      continue
    }
    // Kept for a draft of the record's own id until the record names it.
    const stored = await storePhoto(to, id, { role, ...photo })
    if (stored.kind !== 'stored') return stored
  }
  const appended = await appendRecord(to, { id, body: envelope.body, photos, draftId: id })
  return appended.kind === 'appended' ? { kind: 'carried', photosLost } : appended
}

async function holds(store: UnlockedStore, id: string): Promise<boolean> {
  return (await whileOpen(store, () => store.db.records.where('id').equals(id).count())) > 0
}
