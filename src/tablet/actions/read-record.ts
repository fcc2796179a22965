import type { RecordId } from '../../domain/ids.ts'
import { RecordBody } from '../../protocol/record.ts'
import { openEnvelope } from '../store/outbox.ts'
import { whileOpen } from '../store/unlocked-store.ts'
import type { Session } from './session.ts'

/** What a record of this tablet says, or null when it is not kept here or can not be opened. */
export async function readRecord({ store }: Session, id: RecordId): Promise<RecordBody | null> {
  return whileOpen(store, async () => {
    const row = await store.db.records.where('id').equals(id).first()
    const envelope = row === undefined ? null : await openEnvelope(store, row)
    return envelope === null ? null : (RecordBody.safeParse(JSON.parse(envelope.body)).data ?? null)
  })
}
