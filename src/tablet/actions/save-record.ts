import type { BeneficiaryId, CommuneCode, RecordId } from '../../domain/ids.ts'
import type { RecordBody, RecordKind, RecordPhoto } from '../../protocol/record.ts'
import type { Session } from './session.ts'

export type NewRecord = {
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
export async function saveRecord(_session: Session, _record: NewRecord): Promise<SaveRecordResult> {
  throw new Error('body follows')
}
