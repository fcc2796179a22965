// A receipt between the real server and two tablets: signed by one, checked by the other without a network.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RecordId } from '../../../src/domain/ids.ts'
import { addPhoto } from '../../../src/tablet/actions/add-photo.ts'
import { checkReceipt } from '../../../src/tablet/actions/check-receipt.ts'
import { issueReceipt } from '../../../src/tablet/actions/issue-receipt.ts'
import { payBeneficiary } from '../../../src/tablet/actions/pay-beneficiary.ts'
import { openPayment, paymentDraftId, savePaymentDraft } from '../../../src/tablet/actions/payment-drafts.ts'
import { ledgerOf } from '../../../src/tablet/actions/payment-ledger.ts'
import { type Field, startField } from '../../support/field.ts'
import { enrolled, nodeTools } from '../../support/node-tablet.ts'
import { addPayable, lockMonth, payingActor } from '../../support/paying.ts'
import { madeUpPhoto } from '../../support/test-tablet.ts'
import { addEnrolmentCode, addStaff } from '../../support/test-server.ts'

describe('a receipt', () => {
  let field: Field
  let payment: RecordId
  const name = 'Nguyễn Thị Mẫu'

  beforeAll(async () => {
    field = await startField()
    await addPayable(field.server, 1, { nameOf: () => name })
    await lockMonth(field.server, await payingActor(field.server), { staff: field.session().staff.id })
    await field.sync()
    const session = field.session()
    const [visit] = (await ledgerOf(session).refresh()).visits
    if (visit === undefined) throw new Error('nothing was delivered')
    const open = await openPayment(session, visit.delivery.id)
    if (open === null) throw new Error('there is nothing to pay')
    await savePaymentDraft(session, { ...open.content, checkedBy: 'card' })
    const picture = { role: 'signature' as const, bytes: new Uint8Array(madeUpPhoto()), type: 'image/jpeg' as const }
    await addPhoto(session, paymentDraftId(visit.delivery.id), picture)
    payment = open.content.recordId
    const paid = await payBeneficiary(session, visit.delivery.id, payment)
    if (paid.kind !== 'saved') throw new Error(paid.kind)
  })
  afterAll(() => field.stop())

  it('is found genuine by another tablet of the office, and says what was paid and by whom', async () => {
    const issued = await issueReceipt(field.session(), payment, name)
    if (issued.kind !== 'receipt') throw new Error(issued.kind)
    const staff = await addStaff(field.server, { name: 'Người Kiểm Tra' })
    const send = (path: string, init: RequestInit) => fetch(`${field.server.url}${path}`, init)
    const other = await enrolled(nodeTools(send), await addEnrolmentCode(field.server, staff.id))
    expect(await checkReceipt(other, issued.text)).toMatchObject({
      kind: 'genuine',
      facts: { id: payment, name, amount: 540_000, period: '2026-11', receivedBy: 'self' },
      staffName: field.session().staff.name,
    })
    other.store.close('locked')
  })

  it('with one character changed is not', async () => {
    const issued = await issueReceipt(field.session(), payment, name)
    if (issued.kind !== 'receipt') throw new Error(issued.kind)
    const at = issued.text.length - 3
    const changed = issued.text.slice(0, at) + (issued.text[at] === '0' ? '1' : '0') + issued.text.slice(at + 1)
    expect((await checkReceipt(field.session(), changed)).kind).not.toBe('genuine')
  })

  it('and the payment counts at the office once it was sent', async () => {
    await field.sync()
    const ledger = await ledgerOf(field.session()).refresh()
    expect(ledger.record(payment)?.outcome?.payment).toMatchObject({ kind: 'payment', effect: 'counted', flags: [] })
  })
})
