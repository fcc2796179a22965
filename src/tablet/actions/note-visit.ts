// `Chưa chi được`: somebody went, and nothing could be handed over.
import type { RecordId } from '../../domain/ids.ts'
import type { Delivery } from '../../domain/payment/delivery.ts'
import { VisitV1 } from '../../protocol/records/visit.ts'
import { onePaymentAtATime } from './one-payment-at-a-time.ts'
import { paymentDraftId } from './payment-drafts.ts'
import { ledgerOf } from './payment-ledger.ts'
import { saveRecord, type SaveRecordResult } from './save-record.ts'
import type { Session } from './session.ts'

export type NewVisit = {
  /** Made with the form: however often it is saved, it is one visit. */
  recordId: RecordId
  reason: VisitV1['reason']
  note: string
}

export type VisitResult =
  | { kind: 'saved'; id: RecordId }
  | Exclude<SaveRecordResult, { kind: 'saved' }>
  /** The reason asks for words. */
  | { kind: 'noteMissing' }

/** Saves the visit; a payment that was begun for the delivery is given up with it. */
export function noteVisit(
  session: Session,
  delivery: Delivery,
  { recordId, reason, note }: NewVisit,
): Promise<VisitResult> {
  return onePaymentAtATime(session, async () => {
    const ledger = await ledgerOf(session).refresh()
    if (ledger.record(recordId) !== undefined) return { kind: 'saved', id: recordId }
    const data = VisitV1.safeParse({ period: delivery.period, reason, note: note.trim() || null })
    if (!data.success) return { kind: 'noteMissing' }
    const saved = await saveRecord(session, {
      id: recordId,
      kind: 'visit',
      v: 1,
      commune: delivery.commune,
      subject: delivery.beneficiary,
      photos: [],
      data: data.data,
      draftId: paymentDraftId(delivery.id),
    })
    return saved.kind === 'saved' ? { kind: 'saved', id: saved.id } : saved
  })
}
