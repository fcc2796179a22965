import { type BeneficiaryId, type CommuneCode, RecordId } from '../../domain/ids.ts'
import type { RecordBody, RecordKind, RecordPhoto } from '../../protocol/record.ts'
import { appendRecord } from '../store/append-record.ts'
import { momentAt } from './moment-at.ts'
import { refusalOf } from './refusal-of.ts'
import type { Session } from './session.ts'

export type NewRecord = {
  /** Made with the form, where one form may only ever be one record; else it is made here. */
  id?: RecordId
  kind: RecordKind
  /** Format version of `data`. */
  v: number
  commune: CommuneCode
  subject: BeneficiaryId | null
  amends?: RecordId
  voids?: RecordId
  place?: NonNullable<RecordBody['place']>
  photos: readonly RecordPhoto[]
  data: unknown
  /** The draft that this record finishes; it goes in the same transaction. */
  draftId?: string
}

export type SaveRecordResult =
  { kind: 'saved'; id: RecordId; seq: number } | { kind: 'storageFull' | 'outdatedApp' | 'storeGone' }

/** Saves an immutable fact: sealed, signed into the chain and in the outbox, on disk when this says `saved`. All or nothing. */
export async function saveRecord({ store, tools }: Session, record: NewRecord): Promise<SaveRecordResult> {
  const { draftId, photos, id: given, ...said } = record
  try {
    const id = given ?? RecordId.parse(tools.newId())
    const at = momentAt(tools.now())
    const body = (clockSkewMs: number | null) => {
      const skew = clockSkewMs === null ? {} : { clockSkewMs: Math.round(clockSkewMs) }
      return JSON.stringify({ id, ...said, at, ...skew, photos: [...photos] } satisfies RecordBody)
    }
    const appended = await appendRecord(store, { id, body, photos, draftId: draftId ?? null })
    return appended.kind === 'appended' ? { kind: 'saved', id, seq: appended.seq } : appended
  } catch (error) {
    return refusalOf(error)
  }
}
