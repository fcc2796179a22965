// A wrong entry: another record says that it did not happen. Nothing is erased.
import type { RecordId } from '../../domain/ids.ts'
import { CorrectionV1 } from '../../protocol/records/correction.ts'
import { onePaymentAtATime } from './one-payment-at-a-time.ts'
import { ledgerOf } from './payment-ledger.ts'
import { saveRecord, type SaveRecordResult } from './save-record.ts'
import type { Session } from './session.ts'

export type NewVoid = {
  /** Made with the form: however often it is saved, it is one void. */
  recordId: RecordId
  target: RecordId
  reason: string
  /** Whom the officer names as the second person; empty where none is asked for. */
  agreedBy: string
}

export type VoidResult =
  | { kind: 'saved'; id: RecordId }
  | Exclude<SaveRecordResult, { kind: 'saved' }>
  | { kind: 'reasonMissing' }
  /** Above the limit somebody else has to be named. */
  | { kind: 'secondPersonMissing' }
  /** It is voided already, a void of it waits, or it is not kept on this tablet. */
  | { kind: 'notVoidable' }

/** Voids a payment or a visit of this tablet. */
export function voidRecord(session: Session, { recordId, target, reason, agreedBy }: NewVoid): Promise<VoidResult> {
  return onePaymentAtATime(session, async () => {
    const ledger = await ledgerOf(session).refresh()
    if (ledger.record(recordId) !== undefined) return { kind: 'saved', id: recordId }
    const record = ledger.record(target)
    if (record === undefined || !ledger.isVoidable(target)) return { kind: 'notVoidable' }
    const data = CorrectionV1.safeParse({ reason, agreedBy: agreedBy.trim() || null })
    if (!data.success) return { kind: 'reasonMissing' }
    if (ledger.secondPersonAbove(target) !== null && data.data.agreedBy === null) return { kind: 'secondPersonMissing' }
    const saved = await saveRecord(session, {
      id: recordId,
      kind: 'correction',
      v: 1,
      commune: record.body.commune,
      subject: record.body.subject,
      voids: target,
      photos: [],
      data: data.data,
    })
    return saved.kind === 'saved' ? { kind: 'saved', id: saved.id } : saved
  })
}
