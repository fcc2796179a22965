// What a payment costs on the disk: the tablet's own actions beside the bare browser writing the same bytes.
import { Beneficiary } from '../../../src/domain/beneficiary.ts'
import type { Delivery } from '../../../src/domain/payment/delivery.ts'
import { ChangeLine } from '../../../src/protocol/changes.ts'
import { addPhoto } from '../../../src/tablet/actions/add-photo.ts'
import { lockVault } from '../../../src/tablet/actions/lock-vault.ts'
import { payBeneficiary } from '../../../src/tablet/actions/pay-beneficiary.ts'
import { openPayment, paymentDraftId, savePaymentDraft } from '../../../src/tablet/actions/payment-drafts.ts'
import { ledgerOf } from '../../../src/tablet/actions/payment-ledger.ts'
import type { Session } from '../../../src/tablet/actions/session.ts'
import { applyPage } from '../../../src/tablet/store/list-pages.ts'
import { madeUpDelivery } from '../../support/deliveries.ts'
import { feedLine } from '../../support/feed-lines.ts'
import { feedLines } from '../../support/made-up-people.ts'
import { benchTools, commune, enrol, noise, openRaw, putRaw } from './bench-tablet.ts'

/** What a signature over the whole frame weighs. */
const signatureBytes = 12 * 1024

/** Puts so many people on the list, each with money to be brought. */
async function sendDoors(session: Session, count: number): Promise<Delivery[]> {
  const people = feedLines(count, commune)
  const deliveries = people.flatMap(({ change }) =>
    change.type === 'beneficiary' ? [madeUpDelivery(Beneficiary.parse(change).id, { name: change.name })] : [],
  )
  const sent = deliveries.map((delivery) => feedLine(ChangeLine.parse({ type: 'delivery', ...delivery })))
  const lines = [...people, ...sent]
  const page = { from: null, epoch: 'bench', communes: session.communes, lines, cursor: 'all', more: false }
  if (!(await applyPage(session.store, page))) throw new Error('page not applied')
  return deliveries
}

/** From the signature to the record: both sealed, each on the disk when it is said to be. @returns milliseconds. */
async function payOnce(session: Session, { id }: Delivery): Promise<{ ms: number; recordBytes: number }> {
  const open = await openPayment(session, id)
  if (open === null) throw new Error('there is nothing to pay')
  const content = { ...open.content, checkedBy: 'sight' as const, checkNote: 'Biết rõ người nhận' }
  await savePaymentDraft(session, content)
  const bytes = noise(signatureBytes)
  const start = performance.now()
  const added = await addPhoto(session, paymentDraftId(id), { role: 'signature', bytes, type: 'image/png' })
  if (added.kind !== 'added') throw new Error(added.kind)
  const signed = performance.now() - start
  // The pen rests before the finger taps; what follows the signature in the background is over by then.
  await ledgerOf(session).refresh()
  const tap = performance.now()
  const paid = await payBeneficiary(session, id, content.recordId)
  if (paid.kind !== 'saved') throw new Error(paid.kind)
  const ms = signed + performance.now() - tap
  const body = (await ledgerOf(session).refresh()).record(paid.id)?.body
  return { ms, recordBytes: JSON.stringify(body).length }
}

/** The same bytes: a strict transaction for the signature, and one for the record. @returns milliseconds. */
async function putOnce(db: IDBDatabase, recordBytes: number): Promise<number> {
  const signature = noise(signatureBytes)
  const record = noise(recordBytes)
  const start = performance.now()
  await putRaw(db, [signature])
  await putRaw(db, [record])
  return performance.now() - start
}

const paymentBench = {
  /** Ours and the bare browser's, taking turns so that a busy machine is busy for both. */
  async pay(rounds: number): Promise<{ ours: number[]; raw: number[] }> {
    const session = await enrol(benchTools())
    const db = await openRaw()
    const doors = await sendDoors(session, rounds + 1)
    const measured = { ours: [] as number[], raw: [] as number[] }
    for (const [round, door] of doors.entries()) {
      const { ms, recordBytes } = await payOnce(session, door)
      const raw = await putOnce(db, recordBytes)
      // The first one warms both up.
      if (round === 0) continue
      measured.ours.push(ms)
      measured.raw.push(raw)
    }
    lockVault(session)
    db.close()
    return measured
  },
}

export type PaymentBench = typeof paymentBench
Object.assign(window, { paymentBench })
