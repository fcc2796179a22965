// What the server promises of payments at the door, on every database.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideQuarantined } from '../../src/server/actions/decide-quarantined.ts'
import { draftPeriod } from '../../src/server/actions/draft-period.ts'
import { findPayees } from '../../src/server/store/payees.ts'
import { itemsOfPeople } from '../../src/server/store/payment-items.ts'
import { everyDatabase, type OpenedDatabase } from '../support/every-database.ts'
import {
  addPayable,
  december,
  deliveriesOf,
  lockMonth,
  november,
  outcomeOf,
  payingActor,
  type PayingPerson,
  paymentOf,
  settlementOf,
  visitOf,
  voidOf,
} from '../support/paying.ts'
import { homeCommune, otherCommune, startTestServer, type TestServer } from '../support/test-server.ts'
import { enrolTestTablet, type TestTablet } from '../support/test-tablet.ts'

describe.each(everyDatabase)('payments on $name', ({ open }) => {
  let opened: OpenedDatabase
  let server: TestServer
  let tablet: TestTablet
  let other: TestTablet
  let people: PayingPerson[]
  let itemsOf: (person: PayingPerson) => { id: string; amount: number }[]
  const next = () => people.shift()!

  beforeAll(async () => {
    opened = await open()
    server = await startTestServer({ tools: { db: opened.db } })
    people = await addPayable(server, 40)
    tablet = await enrolTestTablet(server, { role: 'paymentOfficer' })
    other = await enrolTestTablet(server)
    const items = await lockMonth(server, await payingActor(server), { staff: tablet.enrolment.staff.id })
    itemsOf = ({ beneficiary }) =>
      items.filter((item) => item.beneficiary === beneficiary.id).map(({ id, amount }) => ({ id, amount }))
  })
  afterAll(async () => {
    await server.stop()
    await opened.forget()
  })

  it('the officer who has a delivery is told of it, nobody else is', async () => {
    const deliveries = await deliveriesOf(tablet)
    expect(deliveries).toHaveLength(40)
    expect(deliveries[0]).toMatchObject({
      period: november,
      commune: homeCommune,
      total: 540_000,
      state: 'notYetVisited',
    })
    expect(await deliveriesOf(other)).toEqual([])
  })

  it('a payment counts once, and its author is told', async () => {
    const person = next()
    const payment = paymentOf(person.beneficiary.id, itemsOf(person))
    expect((await tablet.record(payment)).body).toMatchObject({ results: [{ status: 'accepted' }] })
    expect((await outcomeOf(tablet, payment.id))?.payment).toEqual({
      kind: 'payment',
      period: november,
      effect: 'counted',
      voidWaiting: false,
      counted: 540_000,
      double: 0,
      rest: 0,
      flags: [],
      open: [],
    })
    const delivery = (await deliveriesOf(tablet)).find(({ beneficiary }) => beneficiary === person.beneficiary.id)
    expect(delivery).toMatchObject({ state: 'paid', total: 0, paidBy: [payment.id] })
  })

  it('never assigned, but in scope: accepted, counted and flagged', async () => {
    const person = next()
    const payment = paymentOf(person.beneficiary.id, itemsOf(person))
    await other.record(payment)
    expect((await outcomeOf(other, payment.id))?.payment).toMatchObject({ effect: 'counted', flags: ['notAssigned'] })
  })

  it('twice: both kept, the earlier one counts, both officers are told', async () => {
    const person = next()
    const later = paymentOf(person.beneficiary.id, itemsOf(person), { at: '2026-11-23T10:00:00+07:00' })
    const earlier = paymentOf(person.beneficiary.id, itemsOf(person), { at: '2026-11-23T09:00:00+07:00' })
    await tablet.record(later)
    await other.record(earlier)
    expect((await outcomeOf(tablet, later.id))?.payment).toMatchObject({
      effect: 'double',
      double: 540_000,
      open: ['double'],
    })
    expect((await outcomeOf(other, earlier.id))?.payment).toMatchObject({ effect: 'counted', counted: 540_000 })
    const [payee] = await findPayees(server.tools.db, homeCommune, november, [person.beneficiary.id])
    expect(payee).toMatchObject({
      state: 'paid',
      counted: 540_000,
      handed: 1_080_000,
      doubled: 540_000,
      open_matters: 1,
    })
  })

  it('a void takes a payment back, also when it comes first', async () => {
    const person = next()
    const payment = paymentOf(person.beneficiary.id, itemsOf(person))
    const voiding = voidOf(person.beneficiary.id, payment.id)
    expect((await tablet.record(voiding)).body).toMatchObject({ results: [{ status: 'accepted' }] })
    expect((await outcomeOf(tablet, voiding.id))?.payment).toEqual({ kind: 'void', effect: 'withoutTarget' })
    await tablet.record(payment)
    expect((await outcomeOf(tablet, payment.id))?.payment).toMatchObject({ effect: 'voided', counted: 0 })
    expect((await outcomeOf(tablet, voiding.id))?.payment).toEqual({ kind: 'void', effect: 'effective' })
  })

  it('a visit says why not, until the money is handed over', async () => {
    const person = next()
    const visit = visitOf(person.beneficiary.id, 'R02')
    await tablet.record(visit)
    const [before] = await findPayees(server.tools.db, homeCommune, november, [person.beneficiary.id])
    expect(before).toMatchObject({ state: 'notPaid', reason: 'R02', unpaid: 540_000 })
    await tablet.record(paymentOf(person.beneficiary.id, itemsOf(person)))
    expect((await outcomeOf(tablet, visit.id))?.payment).toMatchObject({ effect: 'overtaken' })
  })

  it('a list that is not locked, an unknown item and somebody else’s item are kept apart with their reasons', async () => {
    const [person, stranger] = [next(), next()]
    const answer = await tablet.record(
      paymentOf(person.beneficiary.id, itemsOf(person), { data: { period: '2026-10' } }),
      paymentOf(person.beneficiary.id, [{ id: 'item-1', amount: 540_000 }]),
      paymentOf(person.beneficiary.id, itemsOf(stranger)),
      visitOf(person.beneficiary.id, 'R01', { subject: null }),
      paymentOf(person.beneficiary.id, itemsOf(person), { commune: otherCommune }),
      paymentOf(person.beneficiary.id, [...itemsOf(person), ...itemsOf(person)]),
    )
    expect(answer.body['results']).toMatchObject([
      { status: 'quarantined', reasons: ['list_not_locked'] },
      { status: 'quarantined', reasons: ['unknown_item'] },
      { status: 'quarantined', reasons: ['unknown_item'] },
      { status: 'quarantined', reasons: ['bad_data'] },
      { status: 'quarantined', reasons: ['commune_out_of_scope'] },
      { status: 'quarantined', reasons: ['bad_data'] },
    ])
    expect((await findPayees(server.tools.db, homeCommune, november, [person.beneficiary.id]))[0]).toMatchObject({
      handed: 0,
    })
  })

  it('what was kept apart because the list was not locked is taken once it is, and counts', async () => {
    const person = next()
    const actor = await payingActor(server)
    await draftPeriod(server.tools, actor, { commune: homeCommune, period: december }, null)
    const items = await itemsOfPeople(server.tools.db, homeCommune, december, [person.beneficiary.id])
    const early = paymentOf(person.beneficiary.id, items, { data: { period: december } })
    expect((await tablet.record(early)).body['results']).toMatchObject([{ reasons: ['list_not_locked'] }])
    const where = { profile: tablet.profileId, seq: tablet.chain.at(-1)!.seq }
    const take = () => decideQuarantined(server.tools, actor, where, { decision: 'take', reason: 'Đã chốt' })
    expect(await take()).toMatchObject({ answer: { state: 'open', reasons: ['list_not_locked'] } })
    await lockMonth(server, actor, { period: december })
    expect(await take()).toMatchObject({ answer: { state: 'taken', reasons: [] } })
    expect((await outcomeOf(tablet, early.id))?.payment).toMatchObject({ effect: 'counted', counted: 540_000 })
  })

  it('a void names its record by id alone: whoever else it is about, and in whatever order they come', async () => {
    const [person, stranger] = [next(), next()]
    const [one, two] = [
      paymentOf(person.beneficiary.id, itemsOf(person)),
      paymentOf(stranger.beneficiary.id, itemsOf(stranger)),
    ]
    await tablet.record(one, voidOf(stranger.beneficiary.id, one.id), voidOf(person.beneficiary.id, two.id), two)
    expect((await outcomeOf(tablet, one.id))?.payment).toMatchObject({ effect: 'voided', counted: 0 })
    expect((await outcomeOf(tablet, two.id))?.payment).toMatchObject({ effect: 'voided', counted: 0 })
  })

  it('a void is not taken back: a void of it does nothing, and the payment is recorded anew', async () => {
    const person = next()
    const payment = paymentOf(person.beneficiary.id, itemsOf(person))
    const voiding = voidOf(person.beneficiary.id, payment.id)
    const second = voidOf(person.beneficiary.id, voiding.id)
    const again = paymentOf(person.beneficiary.id, itemsOf(person), { at: '2026-11-23T10:00:00+07:00' })
    await tablet.record(payment, voiding, second, again)
    expect((await outcomeOf(tablet, second.id))?.payment).toEqual({ kind: 'void', effect: 'withoutTarget' })
    expect((await outcomeOf(tablet, payment.id))?.payment).toMatchObject({ effect: 'voided' })
    expect((await outcomeOf(tablet, again.id))?.payment).toMatchObject({ effect: 'counted', flags: [] })
  })

  it('only a correction voids, and nothing that was paid is amended', async () => {
    const person = next()
    const payment = paymentOf(person.beneficiary.id, itemsOf(person))
    const at = '2026-11-23T10:00:00+07:00'
    const voiding = paymentOf(person.beneficiary.id, itemsOf(person), { at, voids: payment.id })
    const amending = paymentOf(person.beneficiary.id, itemsOf(person), { at, amends: payment.id })
    await tablet.record(payment, voiding, amending)
    expect((await outcomeOf(tablet, payment.id))?.payment).toMatchObject({ effect: 'counted' })
    for (const { id } of [voiding, amending]) {
      expect((await outcomeOf(tablet, id))?.payment).toMatchObject({ effect: 'double' })
    }
  })

  it('a settlement that comes before its payments waits for them, and says how much they are', async () => {
    const officer = await enrolTestTablet(server, { role: 'paymentOfficer' })
    const payments = [next(), next()].map((person) => paymentOf(person.beneficiary.id, itemsOf(person)))
    const ids = payments.map(({ id }) => id)
    const settlement = settlementOf({ cashOut: 2_000_000, paid: 1_080_000 }, ids)
    const said = async () => (await outcomeOf(officer, settlement.id))?.payment
    await officer.record(settlement)
    expect(await said()).toMatchObject({ state: 'addition', missing: 1_080_000 })
    await officer.record(payments[0])
    expect(await said()).toMatchObject({ state: 'addition', missing: 540_000 })
    await officer.record(payments[1])
    expect(await said()).toMatchObject({ state: 'even', missing: 0 })
  })

  it('data that contradicts itself is kept apart: who received, how that was checked, whose day it was', async () => {
    const person = next()
    const guardian = {
      kind: 'guardian',
      name: 'Lê Văn Mẫu',
      relation: 'con',
      idNumber: null,
      phone: null,
      address: null,
    }
    const pays = (data: Record<string, unknown>) => paymentOf(person.beneficiary.id, itemsOf(person), { data })
    const answer = await tablet.record(
      pays({ substitute: guardian }),
      pays({ receivedBy: 'guardian' }),
      pays({ receivedBy: 'authorisedPerson', substitute: guardian }),
      pays({ checkNote: null }),
      pays({ checkNote: ' ' }),
      pays({ confirmation: 'witness' }),
      pays({ witness: 'Lê Thị Hàng Xóm' }),
      settlementOf({ cashOut: 0, paid: 0 }, [], { subject: person.beneficiary.id }),
    )
    const apart = { status: 'quarantined', reasons: ['bad_data'] }
    expect(answer.body['results']).toMatchObject(Array.from({ length: 8 }, () => apart))
    const right = pays({ receivedBy: 'guardian', substitute: guardian, checkedBy: 'card', checkNote: null })
    expect((await tablet.record(right)).body['results']).toMatchObject([{ status: 'accepted' }])
  })

  it('nobody voids what somebody else recorded', async () => {
    const person = next()
    const payment = paymentOf(person.beneficiary.id, itemsOf(person))
    await tablet.record(payment)
    const { body } = await other.record(voidOf(person.beneficiary.id, payment.id))
    expect(body['results']).toMatchObject([{ status: 'quarantined', reasons: ['unknown_reference'] }])
  })

  it('S27: fifty tablets pay one item at once: one counts, forty-nine are flagged', async () => {
    const person = next()
    const payments = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const one = await enrolTestTablet(server)
        return { one, payment: paymentOf(person.beneficiary.id, itemsOf(person)) }
      }),
    )
    const answers = await Promise.all(payments.map(({ one, payment }) => one.record(payment)))
    expect(answers.map(({ status }) => status)).toEqual(payments.map(() => 200))
    const [payee] = await findPayees(server.tools.db, homeCommune, november, [person.beneficiary.id])
    expect(payee).toMatchObject({ counted: 540_000, handed: 50 * 540_000, doubled: 49 * 540_000, open_matters: 49 })
  })
})
