// Paying at the door with the real store: what is recorded, how often, and what stands afterwards.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import type { RecordId } from '../../../src/domain/ids.ts'
import type { Delivery } from '../../../src/domain/payment/delivery.ts'
import type { PaymentDraft } from '../../../src/domain/payment/payment-draft.ts'
import { addPhoto } from '../../../src/tablet/actions/add-photo.ts'
import { lockVault } from '../../../src/tablet/actions/lock-vault.ts'
import { noteVisit } from '../../../src/tablet/actions/note-visit.ts'
import { payBeneficiary } from '../../../src/tablet/actions/pay-beneficiary.ts'
import { openPayment, paymentDraftId, savePaymentDraft } from '../../../src/tablet/actions/payment-drafts.ts'
import { ledgerOf } from '../../../src/tablet/actions/payment-ledger.ts'
import type { Session } from '../../../src/tablet/actions/session.ts'
import { voidRecord } from '../../../src/tablet/actions/void-record.ts'
import { type Given, publishDelivery } from '../../support/deliveries.ts'
import { type ModelField, startModelField } from '../../support/model-field.ts'
import type { ModelServer } from '../../support/model-server.ts'
import { nodeTools, unlocked } from '../../support/node-tablet.ts'
import { madeUpPhoto } from '../../support/test-tablet.ts'

let field: ModelField
let session: Session
let server: ModelServer

beforeEach(async () => {
  field = await startModelField()
  session = field.session()
  server = field.server
})
afterEach(() => field.stop())

/** The same profile in another tab; it is closed with the test. */
async function openOtherTab(): Promise<Session> {
  const tab = await unlocked(nodeTools(server.send, field.tools), session.profileId)
  closing.push(tab)
  return tab
}
const closing: Session[] = []
afterEach(() => closing.splice(0).forEach(lockVault))

const ledger = () => ledgerOf(session).refresh()
const standing = async ({ id }: Delivery) => (await ledger()).visit(id)?.standing

async function deliver(given: Given = {}): Promise<Delivery> {
  const delivery = publishDelivery(server, given)
  await field.sync()
  return delivery
}

/** Enters all that a payment needs. */
async function enter(delivery: Delivery, entered: Partial<PaymentDraft> = {}, by = session): Promise<RecordId> {
  const open = await openPayment(by, delivery.id)
  if (open === null) throw new Error('there is nothing to pay')
  const content = { ...open.content, checkedBy: 'sight' as const, checkNote: 'Biết rõ người nhận', ...entered }
  await savePaymentDraft(by, content)
  const photo = { role: 'signature' as const, bytes: new Uint8Array(madeUpPhoto()), type: 'image/jpeg' as const }
  const added = await addPhoto(by, paymentDraftId(delivery.id), photo)
  expect(added.kind).toBe('added')
  return content.recordId
}

async function pay(delivery: Delivery, entered: Partial<PaymentDraft> = {}): Promise<RecordId> {
  const recordId = await enter(delivery, entered)
  expect(await payBeneficiary(session, delivery.id, recordId)).toEqual({ kind: 'saved', id: recordId })
  return recordId
}

const voidOf = (target: RecordId, said: { reason?: string; agreedBy?: string } = {}) =>
  voidRecord(session, { recordId: v7() as RecordId, target, reason: 'Ghi nhầm người', agreedBy: '', ...said })

describe('a payment', () => {
  it('is one record with the items as they were, the signature and the words of the check, and its draft is gone', async () => {
    const delivery = await deliver({ amounts: [540_000, 1_080_000] })
    const id = await pay(delivery)
    const { body } = (await ledger()).record(id) ?? {}
    expect(body?.data).toEqual({
      period: '2026-11',
      items: delivery.items.map(({ id: item, amount }) => ({ id: item, amount })),
      amount: 1_620_000,
      receivedBy: 'self',
      substitute: null,
      checkedBy: 'sight',
      checkNote: 'Biết rõ người nhận',
      confirmation: 'signature',
      witness: null,
    })
    expect(body?.photos.map(({ role }) => role)).toEqual(['signature'])
    expect(await standing(delivery)).toMatchObject({ state: 'paid', due: 0, paid: 1_620_000 })
    expect(await openPayment(session, delivery.id)).toMatchObject({ draft: null })
  })

  it('tapped many times at once, and in a second tab, is still one', async () => {
    const delivery = await deliver()
    const recordId = await enter(delivery)
    const otherTab = await openOtherTab()
    const results = await Promise.all(
      [session, otherTab, session, otherTab, session].map((tab) => payBeneficiary(tab, delivery.id, recordId)),
    )
    expect(results).toEqual(results.map(() => ({ kind: 'saved', id: recordId })))
    expect((await ledger()).payments.length).toBe(1)
  })

  it('of what this tablet has paid is refused until that is voided, also from a draft begun before', async () => {
    const delivery = await deliver()
    const otherTab = await openOtherTab()
    const stale = await openPayment(otherTab, delivery.id)
    const id = await pay(delivery)
    if (stale === null) throw new Error('nothing was open in the other tab')
    await savePaymentDraft(otherTab, { ...stale.content, checkedBy: 'card' })
    const second = await payBeneficiary(otherTab, delivery.id, stale.content.recordId)
    expect(second).toMatchObject({ kind: 'incomplete', missing: expect.arrayContaining(['paidHere']) })
    expect((await voidOf(id)).kind).toBe('saved')
    expect(await standing(delivery)).toMatchObject({ state: 'notYetVisited', due: 540_000, paid: 0 })
    const again = await enter(delivery, { recordId: v7() as RecordId })
    expect((await payBeneficiary(session, delivery.id, again)).kind).toBe('saved')
    expect((await ledger()).payments.map(({ voided }) => voided)).toEqual([true, false])
  })

  it('names everything that is missing', async () => {
    const delivery = await deliver()
    const open = await openPayment(session, delivery.id)
    if (open === null) throw new Error('there is nothing to pay')
    await savePaymentDraft(session, { ...open.content, checkedBy: 'sight' })
    expect(await payBeneficiary(session, delivery.id, open.content.recordId)).toEqual({
      kind: 'incomplete',
      missing: ['checkNote', 'signature'],
    })
  })

  it('of somebody who can do neither is signed by a witness, whose name stands in the record', async () => {
    const delivery = await deliver()
    const unnamed = await enter(delivery, { how: 'witness' })
    expect(await payBeneficiary(session, delivery.id, unnamed)).toEqual({
      kind: 'incomplete',
      missing: ['witnessName', 'witnessSignature'],
    })
    const photo = {
      role: 'witnessSignature' as const,
      bytes: new Uint8Array(madeUpPhoto()),
      type: 'image/jpeg' as const,
    }
    await addPhoto(session, paymentDraftId(delivery.id), photo)
    const id = await pay(delivery, { how: 'witness', witness: ' Lê Thị  Hàng Xóm ' })
    const { body } = (await ledger()).record(id) ?? {}
    expect(body?.data).toMatchObject({ confirmation: 'witness', witness: 'Lê Thị Hàng Xóm' })
    // The signature that was tried before goes with its draft.
    expect(body?.photos.map(({ role }) => role)).toEqual(['witnessSignature'])
  })

  it('of what the office knows to be paid elsewhere is recorded only when the officer says that the money is gone', async () => {
    const delivery = await deliver()
    const recordId = await enter(delivery)
    const items = delivery.items.map((item) => ({ ...item, state: 'paid' }))
    server.publish({ type: 'delivery', ...delivery, items, total: 0, state: 'paid', paidBy: [v7()] })
    await field.sync()
    expect(await payBeneficiary(session, delivery.id, recordId)).toEqual({
      kind: 'incomplete',
      missing: ['paidElsewhere'],
    })
    const open = await openPayment(session, delivery.id)
    await savePaymentDraft(session, { ...(open?.content as PaymentDraft), paidAllTheSame: true })
    expect((await payBeneficiary(session, delivery.id, recordId)).kind).toBe('saved')
  })

  it('to somebody authorised by a paper that has run out is refused', async () => {
    const substitute = {
      kind: 'authorisedPerson' as const,
      name: 'Lê Văn Thay',
      relation: 'con',
      idNumber: null,
      phone: null,
      address: null,
      authorisation: { number: '1', date: '2020-01-01', certifiedBy: 'Phường Tân An', validUntil: null },
    }
    const delivery = await deliver({ person: { substitute: substitute as never } })
    const recordId = await enter(delivery, { receivedBy: 'authorisedPerson' })
    expect(await payBeneficiary(session, delivery.id, recordId)).toEqual({
      kind: 'incomplete',
      missing: ['authorisationExpired'],
    })
  })
})

describe('a visit in vain', () => {
  it('says why, gives up what was entered, and the person is still to be paid', async () => {
    const delivery = await deliver()
    await enter(delivery)
    const visit = { recordId: v7() as RecordId, reason: 'R01' as const, note: '' }
    expect((await noteVisit(session, delivery, visit)).kind).toBe('saved')
    expect((await noteVisit(session, delivery, visit)).kind).toBe('saved')
    expect(await standing(delivery)).toMatchObject({ state: 'notPaid', reason: 'R01', due: 540_000 })
    expect(await openPayment(session, delivery.id)).toMatchObject({ draft: null })
    expect((await ledger()).records.length).toBe(1)
  })

  it('for another reason needs words', async () => {
    const delivery = await deliver()
    const visit = { recordId: v7() as RecordId, reason: 'R99' as const, note: ' ' }
    expect(await noteVisit(session, delivery, visit)).toEqual({ kind: 'noteMissing' })
  })
})

describe('S26: a void', () => {
  it('needs its reason, and takes effect at once below the limit', async () => {
    const delivery = await deliver()
    const id = await pay(delivery)
    expect(await voidOf(id, { reason: ' ' })).toEqual({ kind: 'reasonMissing' })
    expect((await voidOf(id)).kind).toBe('saved')
    expect(await voidOf(id)).toEqual({ kind: 'notVoidable' })
  })

  it('above the limit names a second person, and counts for nothing until the office says so', async () => {
    const delivery = await deliver({ delivery: { voidLimit: 500_000 } })
    const id = await pay(delivery)
    expect(await voidOf(id)).toEqual({ kind: 'secondPersonMissing' })
    const saved = await voidOf(id, { agreedBy: 'Phạm Thị Trưởng' })
    expect(await standing(delivery)).toMatchObject({ state: 'paid', due: 0 })
    expect((await standing(delivery))?.waiting.has(id)).toBe(true)
    if (saved.kind !== 'saved') throw new Error(saved.kind)
    server.publish({
      type: 'outcome',
      id: saved.id,
      commune: '31147',
      status: 'accepted',
      reasons: [],
      missingPhotos: [],
      review: null,
      papers: [],
      note: null,
      account: 'none',
      beneficiary: delivery.beneficiary,
      decidedAt: null,
      payment: { kind: 'void', effect: 'effective' },
    })
    await field.sync()
    expect(await standing(delivery)).toMatchObject({ state: 'notYetVisited', due: 540_000 })
  })
})

describe('a delivery that is taken away', () => {
  it('takes nothing with it: neither what was recorded nor what is begun', async () => {
    const [paid, begun] = [await deliver(), await deliver()]
    const id = await pay(paid)
    const recordId = await enter(begun)
    server.drop('delivery', paid.id, '31147')
    server.drop('delivery', begun.id, '31147')
    await field.sync()
    const after = await ledger()
    expect(after.visits).toEqual([])
    expect(after.record(id)?.body.subject).toBe(paid.beneficiary)
    expect(await payBeneficiary(session, begun.id, recordId)).toEqual({ kind: 'saved', id: recordId })
    await field.sync()
    expect([...server.profiles.values()].flatMap(({ stored }) => stored.map(({ id: stored }) => stored))).toEqual([
      id,
      recordId,
    ])
  })

  it('goes with a refill that does not name it again', async () => {
    const delivery = await deliver()
    server.forget(delivery.id)
    server.epoch = v7()
    await field.sync()
    expect((await ledger()).visits).toEqual([])
  })
})

describe('what is held', () => {
  it('is there again after the vault was opened anew', async () => {
    const delivery = await deliver()
    await pay(delivery)
    await field.restart()
    session = field.session()
    expect(await standing(delivery)).toMatchObject({ state: 'paid', paid: 540_000 })
  })

  it('is the same whether it was read on after each record or anew in the end', async () => {
    const [one, two, three] = [await deliver(), await deliver({ amounts: [540_000, 80_000] }), await deliver()]
    await ledger()
    const first = await pay(one)
    await pay(two, { leftOut: [two.items[1]!.id] })
    await voidOf(first)
    await noteVisit(session, three, { recordId: v7() as RecordId, reason: 'R01', note: '' })
    await field.sync()
    await pay(one, { recordId: v7() as RecordId })
    const told = ({ visits, payments, records }: Awaited<ReturnType<typeof ledger>>) => ({
      visits,
      payments,
      records: records.map(({ body, isWaiting }) => [body.id, isWaiting]),
    })
    const readOn = told(await ledger())
    await field.restart()
    session = field.session()
    expect(told(await ledger())).toEqual(readOn)
    expect(readOn.records.map(([, isWaiting]) => isWaiting)).toEqual([false, false, false, false, true])
  })
})
