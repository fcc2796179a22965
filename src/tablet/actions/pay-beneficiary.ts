// `Đã chi trả`: a draft becomes the record of a payment, once, whoever taps how often and in how many tabs.
import { dayInVietnam } from '../../domain/calendar-date.ts'
import type { RecordId } from '../../domain/ids.ts'
import type { PhotoRole } from '../../domain/paper.ts'
import type { Delivery, DeliveryId } from '../../domain/payment/delivery.ts'
import {
  completePayment,
  deliveryOfDraft,
  type PaymentAbout,
  PaymentDraft,
  type PaymentLack,
  pictureOfConfirmation,
} from '../../domain/payment/payment-draft.ts'
import { PaymentV1 } from '../../protocol/records/payment.ts'
import { onePaymentAtATime } from './one-payment-at-a-time.ts'
import { paymentDraftId } from './payment-drafts.ts'
import { ledgerOf } from './payment-ledger.ts'
import { readDraft } from './read-draft.ts'
import { readPerson } from './read-person.ts'
import { removePhoto } from './remove-photo.ts'
import { saveRecord, type SaveRecordResult } from './save-record.ts'
import { serverDay } from './server-day.ts'
import type { Draft, Session } from './session.ts'
import { readSettings } from './settings.ts'

export type PayResult =
  | { kind: 'saved'; id: RecordId }
  | Exclude<SaveRecordResult, { kind: 'saved' }>
  | { kind: 'incomplete'; missing: PaymentLack[] }
  /** The draft was thrown away in another tab. */
  | { kind: 'noDraft' }

const confirmations: readonly PhotoRole[] = Object.values(pictureOfConfirmation)

/** Saves the payment that the delivery's draft holds, as it was last saved. On disk when this says `saved`. */
export function payBeneficiary(session: Session, delivery: DeliveryId, recordId: RecordId): Promise<PayResult> {
  return onePaymentAtATime(session, async () => {
    // All at once: an officer and an old person wait for the answer.
    const [ledger, draft] = await Promise.all([
      ledgerOf(session).refresh(),
      readDraft(session, paymentDraftId(delivery)),
    ])
    // The tap before this one has saved it.
    if (ledger.record(recordId) !== undefined) return { kind: 'saved', id: recordId }
    const content = PaymentDraft.safeParse(draft?.content).data
    if (draft === null || content === undefined) return { kind: 'noDraft' }
    const current = deliveryOfDraft(content, ledger.visit(delivery)?.delivery)
    const completion = completePayment(content, {
      standing: ledger.standingOf(current),
      ...(await substituteAsListed(session, content, current)),
      photos: draft.photos.map(({ role }) => role),
      months: readSettings(session.tools).authorisationMonths,
    })
    if (completion.kind === 'incomplete') return completion
    const data = PaymentV1.parse(completion.data)
    const saved = await saveRecord(session, {
      id: content.recordId,
      kind: 'payment',
      v: 1,
      commune: draft.commune,
      subject: draft.subject,
      photos: await dropOtherConfirmations(session, draft, data.confirmation),
      data,
      draftId: draft.id,
    })
    return saved.kind === 'saved' ? { kind: 'saved', id: saved.id } : saved
  })
}

/** What a substitute's paper is judged by; for the person in person nothing of it is read. */
async function substituteAsListed(
  session: Session,
  { receivedBy }: PaymentDraft,
  { beneficiary }: Delivery,
): Promise<Pick<PaymentAbout, 'person' | 'day'>> {
  const now = session.tools.now()
  if (receivedBy === 'self') return { person: null, day: dayInVietnam(now) }
  const [person, day] = await Promise.all([readPerson(session, beneficiary), serverDay(session, now)])
  return { person: person?.beneficiary ?? null, day }
}

/** A way of confirming that was given up leaves no picture behind. */
async function dropOtherConfirmations(session: Session, { id, photos }: Draft, kept: PaymentV1['confirmation']) {
  const dropped = photos.filter(({ role }) => confirmations.includes(role) && role !== pictureOfConfirmation[kept])
  for (const photo of dropped) await removePhoto(session, id, photo)
  return photos.filter((photo) => !dropped.includes(photo))
}
