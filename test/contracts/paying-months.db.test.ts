// A month from its draft to its closing and into the next one, with everything that goes wrong on the way, on every database.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Dong } from '../../src/domain/money.ts'
import { assignDeliveries } from '../../src/server/actions/assign-deliveries.ts'
import { addItem, correctItem } from '../../src/server/actions/correct-item.ts'
import { draftPeriod } from '../../src/server/actions/draft-period.ts'
import { readReconciliation, readReturn } from '../../src/server/actions/read-reconciliation.ts'
import { exportSheet, readSheet } from '../../src/server/actions/period-sheet.ts'
import { payeesInScope, readPayee } from '../../src/server/actions/read-payees.ts'
import { readPeriod } from '../../src/server/actions/read-periods.ts'
import { mattersInScope } from '../../src/server/actions/read-matters.ts'
import { noteReturned, settlePayment } from '../../src/server/actions/settle-payments.ts'
import { stepPeriod } from '../../src/server/actions/step-period.ts'
import { ReturnedRequest } from '../../src/protocol/office/periods.ts'
import { verifyFacts } from '../../src/server/actions/verify-facts.ts'
import type { OfficeActor } from '../../src/server/actor.ts'
import { findPayees } from '../../src/server/store/payees.ts'
import { itemsOfPeople } from '../../src/server/store/payment-items.ts'
import { findPeriod } from '../../src/server/store/periods.ts'
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
  stepMonth,
  visitOf,
  voidOf,
} from '../support/paying.ts'
import { homeCommune, startTestServer, type TestServer } from '../support/test-server.ts'
import { enrolTestTablet, openTestTablet, type TestTablet } from '../support/test-tablet.ts'

describe.each(everyDatabase)('a month on $name', ({ open }) => {
  let opened: OpenedDatabase
  let server: TestServer
  let actor: OfficeActor
  let first: TestTablet
  let second: TestTablet
  let people: PayingPerson[]
  const place = { commune: homeCommune, period: november }
  const next = () => people.shift()!.beneficiary.id
  const itemsOf = async (id: PayingPerson['beneficiary']['id'], period = november) =>
    (await itemsOfPeople(server.tools.db, homeCommune, period, [id])).map((item) => ({
      id: item.id,
      amount: item.amount,
    }))
  const payeeOf = async (id: PayingPerson['beneficiary']['id'], period = november) =>
    (await findPayees(server.tools.db, homeCommune, period, [id]))[0]

  beforeAll(async () => {
    opened = await open()
    server = await startTestServer({ tools: { db: opened.db }, environment: opened.environment })
    people = await addPayable(server, 20, { monthly: 1_500_000 })
    people.push(...(await addPayable(server, 2, { hamlet: 'Chợ', method: 'bank' })))
    actor = await payingActor(server)
    first = await enrolTestTablet(server, { role: 'paymentOfficer' })
    second = await enrolTestTablet(server, { role: 'paymentOfficer' })
  })
  afterAll(async () => {
    await server.stop()
    await opened.forget()
  })

  it('is drafted from the list, and locked only after a check without obstacles', async () => {
    const { tools } = server
    const drafted = await draftPeriod(tools, actor, place, null)
    expect(drafted).toMatchObject({ kind: 'drafted', period: { state: 'draft', version: 1 } })
    expect(await draftPeriod(tools, actor, place, null)).toEqual({ kind: 'refused', because: 'changedMeanwhile' })
    expect(await stepPeriod(tools, actor, place, 'lock', 1)).toEqual({ kind: 'refused', because: 'wrongState' })
    const someone = people[0]!.beneficiary.id
    const [item] = await itemsOf(someone)
    const twice = { beneficiary: someone, entitlement: people[0]!.entitlement.id, kind: 'arrears' as const }
    const added = await addItem(tools, actor, place, { ...twice, amount: 300_000 as Dong, note: 'QĐ 12' })
    expect(added).toMatchObject({ kind: 'done', version: 2 })
    expect((await payeeOf(someone))?.due).toBe(1_800_000)
    const changed = await correctItem(tools, actor, place, item!.id, {
      kind: 'amount',
      amount: 1_000 as Dong,
      reason: 'QĐ 13',
    })
    expect(changed).toMatchObject({ kind: 'done', version: 3 })
    await correctItem(tools, actor, place, item!.id, { kind: 'amount', amount: 1_500_000 as Dong, reason: 'nhầm' })
    await lockMonth(server, actor, { staff: first.enrolment.staff.id })
    expect(await findPeriod(tools.db, homeCommune, november)).toMatchObject({ state: 'locked' })
    expect((await payeeOf(someone))?.due).toBe(1_800_000)
    people.shift()
  })

  it('a delivery is one officer’s at a time; who did not hear of it loses nothing', async () => {
    const person = next()
    expect((await deliveriesOf(first)).some(({ beneficiary }) => beneficiary === person)).toBe(true)
    const given = { staff: second.enrolment.staff.id, hamlets: [], beneficiaries: [person] }
    expect(await assignDeliveries(server.tools, actor, place, given)).toEqual({ kind: 'assigned', changed: 1 })
    expect((await deliveriesOf(first)).some(({ beneficiary }) => beneficiary === person)).toBe(false)
    expect((await deliveriesOf(second)).map(({ beneficiary }) => beneficiary)).toEqual([person])
    const paid = paymentOf(person, await itemsOf(person), { at: '2099-01-01T09:00:00+07:00' })
    await first.record(paid)
    expect((await outcomeOf(first, paid.id))?.payment).toMatchObject({
      effect: 'counted',
      flags: ['reassigned'],
      open: [],
    })
    expect(await deliveriesOf(second)).toMatchObject([{ state: 'paid', total: 0, paidBy: [paid.id] }])
  })

  it('an officer who left the commune hears of no delivery there, and hears again after coming back', async () => {
    const { db } = server.tools
    const staff = second.enrolment.staff.id
    const { cursor } = await second.allChanges()
    await db.deleteFrom('staff_commune').where('staff_id', '=', staff).execute()
    const away = await second.allChanges(cursor)
    expect(away.begin.communes).toEqual([])
    await db.insertInto('staff_commune').values({ staff_id: staff, commune: homeCommune }).execute()
    const back = await second.allChanges(away.cursor)
    expect(back.lines.filter(({ type }) => type === 'delivery')).toHaveLength(1)
  })

  it('S26: a void above the limit waits for somebody else at the office', async () => {
    const { tools } = server
    const person = next()
    const person2 = next()
    await addItem(tools, actor, place, oneOff(person))
    await addItem(tools, actor, place, oneOff(person2))
    const large = paymentOf(person, await itemsOf(person))
    const other = paymentOf(person2, await itemsOf(person2))
    const voiding = voidOf(person, large.id)
    const second2 = voidOf(person2, other.id, { data: { reason: 'x', agreedBy: 'Ông Ba' } })
    await first.record(large, voiding, other, second2)
    expect((await outcomeOf(first, large.id))?.payment).toMatchObject({ effect: 'counted', voidWaiting: true })
    expect((await outcomeOf(first, second2.id))?.payment).toEqual({ kind: 'void', effect: 'waiting' })
    expect((await mattersInScope(tools, actor, place))?.map(({ record }) => record).toSorted()).toEqual(
      [voiding.id, second2.id].toSorted(),
    )
    const self = { ...actor, staffId: first.enrolment.staff.id }
    const agree = { kind: 'agreeVoid' as const, record: voiding.id, note: 'Đã gọi điện' }
    expect(await settlePayment(tools, self, place, person, agree)).toEqual({ kind: 'ownRecord' })
    expect(await settlePayment(tools, actor, place, person, agree)).toMatchObject({
      kind: 'settled',
      answer: { state: 'notYetVisited', openMatters: 0 },
    })
    expect(await settlePayment(tools, actor, place, person, agree)).toEqual({ kind: 'alreadyDecided' })
    const refuse = { kind: 'refuseVoid' as const, record: second2.id, note: 'Có chữ ký' }
    await settlePayment(tools, actor, place, person2, refuse)
    expect((await outcomeOf(first, large.id))?.payment).toMatchObject({ effect: 'voided' })
    expect((await outcomeOf(first, second2.id))?.payment).toEqual({ kind: 'void', effect: 'refused' })
    expect(await payeeOf(person2)).toMatchObject({ state: 'paid', open_matters: 0 })
    await first.record(paymentOf(person, await itemsOf(person)))
  })

  it('a person settles a double payment: which one counts, and what was done', async () => {
    const { tools } = server
    const person = next()
    const early = paymentOf(person, await itemsOf(person), { at: '2026-11-23T08:00:00+07:00' })
    const late = paymentOf(person, await itemsOf(person), { at: '2026-11-23T08:30:00+07:00' })
    await first.record(early)
    await second.record(late)
    const count = { kind: 'count' as const, record: late.id, note: 'Bà nhận của anh thứ hai' }
    expect(await settlePayment(tools, actor, place, person, count)).toMatchObject({ answer: { openMatters: 1 } })
    expect((await outcomeOf(second, late.id))?.payment).toMatchObject({ effect: 'counted', double: 0 })
    const settle = { kind: 'settle' as const, record: early.id, flags: ['double' as const], note: 'Đã thu lại' }
    expect(await settlePayment(tools, actor, place, person, settle)).toMatchObject({ answer: { openMatters: 0 } })
    expect((await outcomeOf(first, early.id))?.payment).toMatchObject({ effect: 'double', flags: ['double'], open: [] })
    const detail = await readPayee(tools, actor, place, person)
    expect(detail?.decisions.map(({ kind, note }) => [kind, note])).toEqual([
      ['count', 'Bà nhận của anh thứ hai'],
      ['settle', 'Đã thu lại'],
    ])
    expect(detail?.facts.map(({ id }) => id)).toEqual([early.id, late.id])
  })

  it('a correction after locking reaches the tablet, and a payment of the old amount is told apart', async () => {
    const { tools } = server
    const person = next()
    const [item] = await itemsOf(person)
    const old = paymentOf(person, [item!])
    const change = { kind: 'amount' as const, amount: 1_600_000 as Dong, reason: 'QĐ 99' }
    await correctItem(tools, actor, place, item!.id, change)
    const line = (await deliveriesOf(first)).find(({ beneficiary }) => beneficiary === person)
    expect(line).toMatchObject({ total: 1_600_000 })
    await first.record(old)
    expect((await outcomeOf(first, old.id))?.payment).toMatchObject({ effect: 'counted', open: ['amountDiffers'] })
    expect(await payeeOf(person)).toMatchObject({ due: 1_600_000, counted: 1_500_000, difference: -100_000 })
    await settlePayment(tools, actor, place, person, {
      kind: 'settle',
      record: old.id,
      flags: ['amountDiffers'],
      note: 'Bù kỳ sau',
    })
  })

  it('the evening: out = paid + returned + missing; what comes later opens an addition', async () => {
    const { tools } = server
    const [one, two] = [next(), next()]
    const third = await enrolTestTablet(server, { role: 'paymentOfficer' })
    const staff = third.enrolment.staff.id
    const [paid, late] = [paymentOf(one, await itemsOf(one)), paymentOf(two, await itemsOf(two))]
    const evening = settlementOf({ cashOut: 3_000_000, paid: 1_500_000, returned: 1_480_000 }, [paid.id])
    await third.record(paid, evening)
    expect((await outcomeOf(third, evening.id))?.payment).toMatchObject({ state: 'differs', missing: 20_000 })
    await third.record(late)
    expect((await outcomeOf(third, evening.id))?.payment).toMatchObject({ state: 'addition', missing: -1_480_000 })
    const addition = settlementOf({ cashOut: 1_480_000, paid: 1_500_000, returned: 0 }, [late.id], {
      amends: evening.id,
    })
    await third.record(addition)
    expect((await outcomeOf(third, evening.id))?.payment).toMatchObject({ state: 'even', missing: 0 })
    const undone = voidOf(two, late.id)
    await third.record(undone)
    const day = (await readReconciliation(tools, actor, place))?.days.find((each) => each.staff === staff)
    expect(day).toMatchObject({
      out: 4_480_000,
      paid: 1_500_000,
      returned: 1_480_000,
      missing: 1_500_000,
      state: 'addition',
      voidedSince: [late.id],
    })
    // The figure can be followed to the records, and to whom they are about.
    const told = new Map(day!.payments.map(({ id, ...payment }) => [id as string, payment]))
    expect([...told.keys()].toSorted()).toEqual([paid.id, late.id].toSorted())
    expect(told.get(paid.id)).toMatchObject({ beneficiary: one, amount: 1_500_000, voided: false })
    expect(told.get(late.id)).toMatchObject({ beneficiary: two, amount: 1_500_000, voided: true })
    const wrong = settlementOf({ cashOut: 100, paid: 0, returned: 100 }, [], { data: { counted: [] } })
    expect((await third.record(wrong)).body['results']).toMatchObject([{ reasons: ['bad_data'] }])
    // The mistake of the mistake: the whole evening is taken back and settled anew, once before and once after it comes.
    const again = settlementOf({ cashOut: 3_000_000, paid: 1_500_000 }, [paid.id])
    await third.record(voidOf(null, evening.id), voidOf(null, addition.id), again)
    expect((await outcomeOf(third, again.id))?.payment).toMatchObject({ state: 'even', missing: 0 })
  })

  it('F47: a tablet that was rolled back pays again: the fork is seen, both facts are kept, and one counts', async () => {
    const person = next()
    const rolled = await enrolTestTablet(server, { role: 'paymentOfficer' })
    const paid = paymentOf(person, await itemsOf(person))
    const before = openTestTablet(server.url, rolled.enrolment, rolled.keys, [...rolled.chain])
    await rolled.record(paid)
    const again = paymentOf(person, await itemsOf(person), { at: '2026-11-23T11:00:00+07:00' })
    const collision = await before.record(again)
    expect([collision.status, collision.body['code']]).toEqual([409, 'fork'])
    const apart = await server.tools.db
      .selectFrom('fork_envelope')
      .select('body')
      .where('profile_id', '=', rolled.profileId)
      .execute()
    expect(apart.map(({ body }) => Buffer.from(body).toString())).toEqual([JSON.stringify(again)])
    const anew = await enrolTestTablet(server, { role: 'paymentOfficer' })
    const staff = rolled.enrolment.staff.id
    await server.tools.db.updateTable('profile').set({ staff_id: staff }).where('id', '=', anew.profileId).execute()
    await anew.record(again)
    expect(await payeeOf(person)).toMatchObject({ counted: 1_500_000, handed: 3_000_000, doubled: 1_500_000 })
    const settle = { kind: 'settle' as const, record: again.id, flags: ['double' as const], note: 'Thu hồi' }
    expect(await settlePayment(server.tools, actor, place, person, settle)).toMatchObject({ kind: 'settled' })
  })

  it('is closed after the one before, with nothing left to settle; the unpaid go on as the same money', async () => {
    const { tools } = server
    const [unpaid, banked] = [next(), people.at(-1)!.beneficiary.id]
    await first.record(visitOf(unpaid, 'R03'))
    expect(await stepPeriod(tools, actor, place, 'close', await versionOf())).toMatchObject({ because: 'wrongState' })
    expect(await noteReturned(tools, actor, place, { people: [{ beneficiary: banked, reason: 'R16' }] })).toEqual({
      kind: 'noted',
      noted: 1,
    })
    const other = { people: [{ beneficiary: banked, reason: 'R99' as const }], note: 'Sai số tài khoản' }
    expect(ReturnedRequest.safeParse({ people: other.people }).success).toBe(false)
    expect((await noteReturned(tools, actor, place, ReturnedRequest.parse(other))).kind).toBe('noted')
    expect((await readPayee(tools, actor, place, banked))?.decisions.map(({ note }) => note)).toContain(other.note)
    await stepMonth(server, actor, 'finish')
    const back = await readReturn(tools, actor, place)
    expect(back).toMatchObject({ before: '2026-11-20' })
    expect(back!.due).toBe(back!.paid - differenceIn(back!) + back!.remaining)
    expect(back!.unpaid.find(({ beneficiary }) => beneficiary === unpaid)).toMatchObject({ reason: 'R03' })
    expect(back!.unpaid.find(({ beneficiary }) => beneficiary === banked)).toMatchObject({ reason: 'R99' })

    await draftPeriod(tools, actor, { commune: homeCommune, period: december }, null)
    const { carriedOver } = await stepMonth(server, actor, 'close')
    expect(carriedOver?.amount).toBe(back!.remaining)
    expect(await deliveriesOf(first)).toEqual([])
    const carried = await itemsOfPeople(tools.db, homeCommune, december, [unpaid])
    expect(carried.map(({ kind, from }) => `${kind} ${from?.period ?? ''}`).toSorted()).toEqual([
      `carriedOver ${november}`,
      'monthly ',
    ])
    expect(carried.map(({ id }) => id)).toContain((await itemsOf(unpaid))[0]!.id)

    await lockMonth(server, actor, { period: december, staff: first.enrolment.staff.id })
    expect((await payeeOf(unpaid, december))?.due).toBe(3_000_000)
    // A tablet that was away for weeks: the old month takes it, flagged, and the new one owes it no more.
    const late = paymentOf(unpaid, await itemsOf(unpaid))
    await second.record(late)
    expect((await outcomeOf(second, late.id))?.payment).toMatchObject({
      effect: 'counted',
      flags: ['notAssigned', 'afterClose'],
      open: ['afterClose'],
    })
    expect(await payeeOf(unpaid, december)).toMatchObject({ due: 3_000_000, elsewhere: 1_500_000, unpaid: 1_500_000 })
    const told = await readPayee(tools, actor, { ...place, period: december }, unpaid)
    expect(told).toMatchObject({ due: 3_000_000, counted: 0, difference: 0, elsewhere: 1_500_000, unpaid: 1_500_000 })
    const line = (await deliveriesOf(first)).find(({ beneficiary }) => beneficiary === unpaid)
    expect(line).toMatchObject({ total: 1_500_000, period: december })
    const closing = { commune: homeCommune, period: december }
    await stepMonth(server, actor, 'finish', closing)
    expect((await stepMonth(server, actor, 'close', closing)).state).toBe('closed')
  })

  it('S44: every look at names and every deed stands in the log, which nothing changes', async () => {
    const { tools } = server
    const person = next()
    await readPeriod(tools, actor, place)
    await payeesInScope(tools, actor, place, { limit: 5 })
    await readPayee(tools, actor, place, person)
    await mattersInScope(tools, actor, place)
    await readSheet(tools, actor, place, {})
    const file = await exportSheet(tools, actor, place, { channel: 'home' })
    const lines = await tools.db.selectFrom('audit').select(['action', 'thing_id', 'detail', 'actor']).execute()
    const logged = new Set(lines.map(({ action }) => action))
    const deeds = [
      'drafted',
      'checked',
      'locked',
      'finished',
      'closed',
      'itemAdded',
      'itemCorrected',
      'assigned',
      'returned',
    ]
    const looks = ['period.viewed', 'payee.listed', 'payee.viewed', 'period.printed', 'period.exported']
    const words = ['payment.count', 'payment.settle', 'payment.agreeVoid', 'payment.refuseVoid']
    for (const action of [...deeds.map((deed) => `period.${deed}`), ...looks, ...words])
      expect(logged).toContain(action)
    const exported = lines.find(({ action }) => action === 'period.exported')
    expect(JSON.parse(exported?.detail ?? '')).toEqual({
      count: 20,
      sha256: createHash('sha256')
        .update(file?.bytes ?? '')
        .digest('hex'),
    })
    expect(lines.some(({ detail }) => detail.includes('Trần Văn'))).toBe(false)
    for (const table of ['audit', 'payment_decision', 'item_correction', 'assignment'] as const) {
      await expect(sql`delete from ${sql.table(table)}`.execute(tools.db)).rejects.toThrow(/append-only/)
      await expect(sql.raw(`update ${table} set id = 'x'`).execute(tools.db)).rejects.toThrow(/append-only/)
    }
  })

  it('in the end every figure still follows from the records', async () => {
    expect((await verifyFacts(server.tools)).found).toEqual([])
  })

  const oneOff = (beneficiary: PayingPerson['beneficiary']['id']) =>
    ({ beneficiary, entitlement: null, kind: 'oneOff', amount: 1_000_000 as Dong, note: 'QĐ 5' }) as const
  const versionOf = async () => (await findPeriod(server.tools.db, homeCommune, november))!.version
  const differenceIn = (summary: { channels: { totals: { difference: number } }[] }) =>
    summary.channels.reduce((sum, { totals }) => sum + totals.difference, 0)
})
