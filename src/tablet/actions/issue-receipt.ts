// The receipt of a payment: the text of a QR code with its signed facts.
import type { RecordId } from '../../domain/ids.ts'
import { fromBase64Url } from '../../protocol/bytes.ts'
import { writeReceipt } from '../../protocol/receipt.ts'
import { PaymentV1 } from '../../protocol/records/payment.ts'
import { readCertificate } from '../store/certificate.ts'
import { whileOpen } from '../store/unlocked-store.ts'
import { momentOf } from './payment-facts.ts'
import { readRecord } from './read-record.ts'
import type { Session } from './session.ts'

export type IssuedReceipt =
  | { kind: 'receipt'; text: string }
  /** The office's word on this tablet's key has not come yet, or has run out: the tablet has to be online once. */
  | { kind: 'noCertificate' }
  /** No such payment is kept here. */
  | { kind: 'noPayment' }

/** @param name the beneficiary's, as the person shall read it. */
export async function issueReceipt(session: Session, id: RecordId, name: string): Promise<IssuedReceipt> {
  const { store } = session
  const [record, kept] = await Promise.all([readRecord(session, id), readCertificate(store)])
  const data = record?.kind === 'payment' ? PaymentV1.safeParse(record.data).data : undefined
  if (record === null || data === undefined) return { kind: 'noPayment' }
  const moment = momentOf(record)
  if (kept === null || kept.until <= moment) return { kind: 'noCertificate' }
  const { period, amount, receivedBy } = data
  const facts = { id, moment, commune: record.commune, period, amount, receivedBy, name }
  const text = await whileOpen(store, () => writeReceipt(facts, fromBase64Url(kept.certificate), store.signingKey()))
  return { kind: 'receipt', text }
}
