// Records as they are kept: what waits, what was sent, what came back.
import { RecordBody } from '../../protocol/record.ts'
import type { Outcome } from '../../protocol/changes.ts'
import { openEnvelope } from './outbox.ts'
import { openJson } from './sealed-rows.ts'
import type { PhotoRow, RecordRow } from './tablet-database.ts'
import { type UnlockedStore, whileOpen } from './unlocked-store.ts'

export type KeptRecord = {
  row: RecordRow
  body: RecordBody
  photos: ReadonlyMap<string, PhotoRow>
  outcome: Outcome | null
}

/** Every record on the tablet that can be opened, the newest first. Each is opened once. */
export function keptRecords(store: UnlockedStore): Promise<KeptRecord[]> {
  const { db } = store
  return whileOpen(store, async () => {
    const [rows, outcomes, photos] = await db.transaction('r', db.records, db.outcomes, db.photos, () =>
      Promise.all([db.records.reverse().toArray(), db.outcomes.toArray(), db.photos.toArray()]),
    )
    const byHash = new Map(photos.map((photo) => [photo.sha256 as string, photo]))
    const outcomeOf = new Map(outcomes.map((outcome) => [outcome.id, outcome]))
    const records = rows.map(async (row) => {
      const body = await store.opened.open('records', row.seq, row, () => readBody(store, row))
      const sealed = outcomeOf.get(row.id)
      const outcome =
        sealed &&
        (await store.opened.open('outcomes', row.id, sealed, () =>
          openJson<Outcome>(store.sealer(), 'outcomes', row.id, sealed),
        ))
      return body === undefined ? [] : [{ row, body, photos: byHash, outcome: outcome ?? null }]
    })
    return (await Promise.all(records)).flat()
  })
}

/** Records with a higher seq, oldest first, each with its words alone. */
export function recordsAfter(store: UnlockedStore, seq: number): Promise<Pick<KeptRecord, 'row' | 'body'>[]> {
  return whileOpen(store, async () => {
    const rows = await store.db.records.where('seq').above(seq).toArray()
    const records = rows.map(async (row) => {
      const body = await store.opened.open('records', row.seq, row, () => readBody(store, row))
      return body === undefined ? [] : [{ row, body }]
    })
    return (await Promise.all(records)).flat()
  })
}

async function readBody(store: UnlockedStore, row: RecordRow): Promise<RecordBody | undefined> {
  const envelope = await openEnvelope(store, row)
  const body = envelope && RecordBody.safeParse(JSON.parse(envelope.body))
  return body?.success ? body.data : undefined
}
