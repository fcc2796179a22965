// The evening with the real store: figures come from records, and nothing that was settled changes silently.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import type { RecordId } from '../../../src/domain/ids.ts'
import type { Delivery } from '../../../src/domain/payment/delivery.ts'
import type { DayToSettle } from '../../../src/domain/payment/days-to-settle.ts'
import type { SettlementDraft } from '../../../src/domain/payment/settlement-draft.ts'
import { addPhoto } from '../../../src/tablet/actions/add-photo.ts'
import { checkReceipt } from '../../../src/tablet/actions/check-receipt.ts'
import { discardDraft } from '../../../src/tablet/actions/discard-draft.ts'
import { issueReceipt } from '../../../src/tablet/actions/issue-receipt.ts'
import { payBeneficiary } from '../../../src/tablet/actions/pay-beneficiary.ts'
import { openPayment, paymentDraftId, savePaymentDraft } from '../../../src/tablet/actions/payment-drafts.ts'
import { listRecords } from '../../../src/tablet/actions/list-records.ts'
import { ledgerOf } from '../../../src/tablet/actions/payment-ledger.ts'
import type { Session } from '../../../src/tablet/actions/session.ts'
import {
  listDays,
  openSettlement,
  saveSettlementDraft,
  settleDay,
  settlementDraftId,
} from '../../../src/tablet/actions/settle-day.ts'
import { voidRecord } from '../../../src/tablet/actions/void-record.ts'
import { publishDelivery } from '../../support/deliveries.ts'
import { type ModelField, startModelField } from '../../support/model-field.ts'
import { madeUpPhoto } from '../../support/test-tablet.ts'

let field: ModelField
let session: Session

beforeEach(async () => {
  field = await startModelField()
  session = field.session()
})
afterEach(() => field.stop())

const photo = (role: 'signature' | 'witnessSignature') => ({
  role,
  bytes: new Uint8Array(madeUpPhoto()),
  type: 'image/jpeg' as const,
})

async function deliver(): Promise<Delivery> {
  const delivery = publishDelivery(field.server)
  await field.sync()
  return delivery
}

/** Enters a payment; it stays a draft. */
async function enter({ id }: Delivery): Promise<RecordId> {
  const open = await openPayment(session, id)
  if (open === null) throw new Error('there is nothing to pay')
  await savePaymentDraft(session, { ...open.content, checkedBy: 'card' })
  await addPhoto(session, paymentDraftId(id), photo('signature'))
  return open.content.recordId
}

async function pay(delivery: Delivery): Promise<RecordId> {
  const id = await enter(delivery)
  expect((await payBeneficiary(session, delivery.id, id)).kind).toBe('saved')
  return id
}

async function today(): Promise<DayToSettle> {
  const [day] = await listDays(session, await ledgerOf(session).refresh())
  if (day === undefined) throw new Error('there is no day')
  return day
}

/** Enters a settlement that both sign, and saves it. */
async function settle(entered: Partial<SettlementDraft>) {
  const day = await today()
  const { content } = await openSettlement(session, day)
  const signedFor = day.plan.kind === 'open' ? day.plan.paid : null
  await saveSettlementDraft(session, { ...content, receiver: 'Lê Thị Thủ Quỹ', signedFor, ...entered })
  for (const role of ['signature', 'witnessSignature'] as const) {
    await addPhoto(session, settlementDraftId(day), photo(role))
  }
  return settleDay(session, day, content.recordId)
}

const settlements = async () => (await ledgerOf(session).refresh()).settlements

describe('a day', () => {
  it('is settled once, with what the records say was paid', async () => {
    await pay(await deliver())
    await pay(await deliver())
    // 1.500.000 out, 1.080.000 paid, 420.000 back: 2 × 200.000 and 1 × 20.000.
    const entered = { cashOut: '1.500.000', counts: ['', '2', '', '', '1'] }
    const saved = await settle(entered)
    expect(saved.kind).toBe('saved')
    expect(await settlements()).toMatchObject([{ cashOut: 1_500_000, paid: 1_080_000, returned: 420_000 }])
    expect((await today()).plan).toEqual({ kind: 'nothingToSettle' })
    if (saved.kind !== 'saved') return
    expect(await settleDay(session, await today(), saved.id)).toEqual(saved)
    expect((await settlements()).length).toBe(1)
  })

  it('F11: whose signatures’ bytes are gone goes all the same, payment and settlement, and its totals stand', async () => {
    const payment = await pay(await deliver())
    await settle({ cashOut: '540.000' })
    await session.store.db.photoChunks.clear()
    await field.restart()
    session = field.session()
    expect((await today()).earlier).toMatchObject([
      { cashOut: 540_000, paid: 540_000, returned: 0, payments: [payment] },
    ])
    await field.sync()
    expect(field.profile().stored.map(({ status }) => status)).toEqual(['accepted', 'accepted'])
    const kept = await listRecords(session)
    expect(kept.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['settlement sent', 'payment sent'])
    const states = new Set(kept.flatMap(({ photos }) => photos.map(({ state }) => state)))
    expect([...states]).toEqual(['lost'])
  })

  it('is not settled while a payment of it is a draft', async () => {
    await pay(await deliver())
    const begun = await deliver()
    await enter(begun)
    const refused = { kind: 'refused', because: 'drafts', drafts: 1 }
    expect((await today()).plan).toEqual(refused)
    expect(await settle({ cashOut: '540000' })).toEqual({ kind: 'closed', plan: refused })
    await discardDraft(session, paymentDraftId(begun.id))
    expect((await settle({ cashOut: '540000' })).kind).toBe('saved')
  })

  it('with money missing needs the reason', async () => {
    await pay(await deliver())
    expect(await settle({ cashOut: '600000' })).toEqual({ kind: 'incomplete', missing: ['differenceReason'] })
    expect((await settle({ cashOut: '600000', differenceReason: 'Trả nhầm tiền lẻ' })).kind).toBe('saved')
  })

  it('whose payments changed after somebody had signed has to be signed anew', async () => {
    await pay(await deliver())
    expect(await settle({ cashOut: '1080000', signedFor: 1_080_000, counts: ['1', '', '', '', '2'] })).toEqual({
      kind: 'incomplete',
      missing: ['changedSince'],
    })
  })

  it('that was settled opens an addition for what came later, made of the changes only', async () => {
    const first = await pay(await deliver())
    expect((await settle({ cashOut: '540000' })).kind).toBe('saved')
    const late = await pay(await deliver())
    const target = { recordId: v7() as RecordId, target: first, reason: 'Ghi nhầm người', agreedBy: '' }
    expect((await voidRecord(session, target)).kind).toBe('saved')
    expect((await today()).plan).toEqual({ kind: 'open', payments: [late], voided: [first], paid: 0, isAddition: true })
    expect((await settle({ cashOut: '0' })).kind).toBe('saved')
    expect(await settlements()).toHaveLength(2)
    expect((await today()).plan).toEqual({ kind: 'nothingToSettle' })
  })

  it('of an officer who paid nobody can be settled, too: the cash comes back', async () => {
    await deliver()
    expect((await settle({ cashOut: '500.000', counts: ['1'] })).kind).toBe('saved')
    expect(await settlements()).toMatchObject([{ paid: 0, returned: 500_000, payments: [] }])
  })
})

describe('a receipt', () => {
  it('is not given before the office has certified the tablet', async () => {
    const id = await pay(await deliver())
    expect(await issueReceipt(session, id, 'Nguyễn Thị Mẫu')).toEqual({ kind: 'noCertificate' })
    expect(await checkReceipt(session, 'https://example.vn')).toEqual({ kind: 'notAReceipt' })
  })
})
