// Payments that are begun: one draft for each delivery, so that two tabs and a second tap come to the same one.
import { RecordId } from '../../domain/ids.ts'
import type { DeliveryId } from '../../domain/payment/delivery.ts'
import { PaymentDraft } from '../../domain/payment/payment-draft.ts'
import { listDrafts } from './list-drafts.ts'
import { ledgerOf } from './payment-ledger.ts'
import { readDraft } from './read-draft.ts'
import { saveDraft, type SaveDraftResult } from './save-draft.ts'
import type { Draft, Session } from './session.ts'

export type OpenPayment = { draft: Draft | null; content: PaymentDraft }

/** Names the one draft of a delivery. */
export function paymentDraftId(delivery: DeliveryId): string {
  return `payment/${delivery}`
}

/**
 * The draft of a delivery as it was kept, or a fresh one, which is on disk only once something was entered.
 * @returns null when there is neither a draft nor a delivery.
 */
export async function openPayment(session: Session, id: DeliveryId): Promise<OpenPayment | null> {
  const draft = await readDraft(session, paymentDraftId(id))
  const kept = draft === null ? undefined : PaymentDraft.safeParse(draft.content).data
  if (draft !== null && kept !== undefined) return { draft, content: kept }
  const delivery = (await ledgerOf(session).refresh()).visit(id)?.delivery
  // Taken away from this tablet.
  if (delivery === undefined) return null
  const recordId = RecordId.parse(session.tools.newId())
  return { draft: null, content: PaymentDraft.parse({ recordId, delivery }) }
}

/** Keeps a payment as far as it was entered. */
export function savePaymentDraft(session: Session, content: PaymentDraft): Promise<SaveDraftResult> {
  const { id, commune, beneficiary } = content.delivery
  return saveDraft(session, {
    id: paymentDraftId(id),
    kind: 'payment',
    commune,
    subject: beneficiary,
    step: 'payment',
    content,
  })
}

/** Every payment that is begun and not finished, the last touched first. */
export async function listPaymentDrafts(session: Session): Promise<{ draft: Draft; content: PaymentDraft }[]> {
  const drafts = await listDrafts(session)
  return drafts.flatMap((draft) => {
    const content = draft.kind === 'payment' ? PaymentDraft.safeParse(draft.content).data : undefined
    return content === undefined ? [] : [{ draft, content }]
  })
}
