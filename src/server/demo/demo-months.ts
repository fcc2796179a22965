// The demo's paying lists: two months that are closed, and the present one, locked and begun. All through the same actions
// as everybody's.
import { dayInVietnam } from '../../domain/calendar-date.ts'
import type { RecordId, StaffId } from '../../domain/ids.ts'
import type { Dong } from '../../domain/money.ts'
import { monthsAfter, type Period, periodOf } from '../../domain/payment/period.ts'
import { denominations, type CountedNote } from '../../domain/payment/settlement.ts'
import { assignDeliveries } from '../actions/assign-deliveries.ts'
import { draftPeriod } from '../actions/draft-period.ts'
import { noteReturned } from '../actions/settle-payments.ts'
import { stepPeriod } from '../actions/step-period.ts'
import { addItem } from '../actions/correct-item.ts'
import type { OfficeActor } from '../actor.ts'
import { payeesOfPeriod } from '../store/payees.ts'
import { itemsOfPeople } from '../store/payment-items.ts'
import type { PayeeTable } from '../store/payment-tables.ts'
import type { ServerTools } from '../tools.ts'
import { demoWard } from './demo-accounts.ts'
import { demoPicture } from './demo-registrations.ts'
import { type DemoTablet, photoOf } from './demo-tablet.ts'
import type { DemoClock } from './demo-clock.ts'
import { wardHamlets } from './ward-people.ts'

type Desk = { tools: ServerTools; clock: DemoClock; reviewer: OfficeActor }
type Officers = { postman: DemoTablet; wardOfficer: DemoTablet; secondOfficer: DemoTablet }

/** The ward officers' own hamlets; the payment officer has all others. */
const ownHamlets = ['Bình Lợi', 'Bình Hòa']
const secondHamlets = ['Bình Nhựt']
const dayMs = 86_400_000
const signature = demoPicture('signature.png', 'signature')

const must = <Kind extends string, Result extends { kind: string }>(result: Result, kind: Kind) => {
  if (result.kind !== kind) throw new Error(`the demo's month was refused: ${JSON.stringify(result)}`)
  return result as Extract<Result, { kind: Kind }>
}

/** How many days ago a day of a month was; a month has it or its last one. */
function daysAgo(clock: DemoClock, period: Period, day: number): number {
  const then = Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5)) - 1, day)
  const [year, month, date] = dayInVietnam(clock.real()).split('-').map(Number)
  return Math.round((Date.UTC(year ?? 0, (month ?? 1) - 1, date) - then) / dayMs)
}

async function step(desk: Desk, period: Period, name: 'check' | 'lock' | 'finish' | 'close', version: number) {
  const { tools, reviewer } = desk
  return must(await stepPeriod(tools, reviewer, { commune: demoWard, period }, name, version), 'done').answer.version
}

async function lock(desk: Desk, period: Period, officers: Officers): Promise<number> {
  const { tools, clock, reviewer } = desk
  const place = { commune: demoWard, period }
  clock.goBack(daysAgo(clock, monthsAfter(period, -1), 23), 14)
  must(await draftPeriod(tools, reviewer, place, null), 'drafted')
  const give = (staff: StaffId, hamlets: string[]) =>
    assignDeliveries(tools, reviewer, place, { staff, hamlets, beneficiaries: [] })
  must(await give(officers.wardOfficer.actor.staffId, ownHamlets), 'assigned')
  must(await give(officers.secondOfficer.actor.staffId, secondHamlets), 'assigned')
  const others = wardHamlets.filter((hamlet) => ![...ownHamlets, ...secondHamlets].includes(hamlet))
  must(await give(officers.postman.actor.staffId, others), 'assigned')
  clock.goBack(daysAgo(clock, monthsAfter(period, -1), 24), 9)
  return step(desk, period, 'lock', await step(desk, period, 'check', 1))
}

const moment = (at: number) => `${new Date(at + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`

function body(desk: Desk, kind: string, subject: string | null, data: object, more: object = {}) {
  const id = desk.tools.newId() as RecordId
  const at = moment(desk.clock.now())
  return { id, kind, v: 1, at, commune: demoWard, subject, photos: [photoOf(signature)], data, ...more }
}

async function paymentOf(desk: Desk, { period, beneficiary_id }: PayeeTable) {
  const listed = await itemsOfPeople(desk.tools.db, demoWard, period, [beneficiary_id])
  const items = listed.filter(({ withdrawn }) => !withdrawn).map(({ id, amount }) => ({ id, amount }))
  const amount = items.reduce((sum, item) => sum + item.amount, 0)
  const checked = { checkedBy: 'card', checkNote: null, confirmation: 'signature' }
  const said = { period, items, amount, receivedBy: 'self', substitute: null, ...checked }
  return body(desk, 'payment', beneficiary_id, said)
}

function visitOf(desk: Desk, { period, beneficiary_id }: PayeeTable, reason: string) {
  return { ...body(desk, 'visit', beneficiary_id, { period, reason, note: null }), photos: [] }
}

/** Fewest notes for an amount; every amount of the demo is in whole thousands. */
function notesFor(amount: number): CountedNote[] {
  let rest = amount
  return denominations.flatMap((note) => {
    const count = Math.floor(rest / note)
    rest -= count * note
    return count === 0 ? [] : [{ note, count }]
  })
}

function settlementOf(desk: Desk, period: Period, cashOut: number, payments: { id: RecordId; data: object }[]) {
  const paid = payments.reduce((sum, { data }) => sum + (data as { amount: number }).amount, 0)
  const returned = cashOut - paid
  const money = { cashOut, paid, returned, counted: notesFor(returned), difference: 0, differenceReason: null }
  const day = dayInVietnam(desk.clock.now())
  const named = payments.map(({ id }) => id)
  return body(desk, 'settlement', null, { day, period, ...money, payments: named, receiver: 'Thủ quỹ bưu điện' })
}

/** A day at the doors: everybody but some is paid, and the evening adds up. */
async function roundOf(
  desk: Desk,
  tablet: DemoTablet,
  payees: readonly PayeeTable[],
  { ago, unpaid }: { ago: number; unpaid: ReadonlyMap<string, string> },
) {
  if (payees.length === 0) return []
  desk.clock.goBack(ago, 10)
  const payments = []
  for (const payee of payees) if (!unpaid.has(payee.beneficiary_id)) payments.push(await paymentOf(desk, payee))
  const visits = payees.flatMap((payee) => {
    const reason = unpaid.get(payee.beneficiary_id)
    return reason === undefined ? [] : [visitOf(desk, payee, reason)]
  })
  const period = payees[0]?.period as Period
  const cashOut = payees.reduce((sum, { due }) => sum + due, 0)
  await tablet.push([...payments, ...visits])
  desk.clock.goBack(ago, 17)
  await tablet.push([settlementOf(desk, period, cashOut, payments)])
  return payments
}

const homeOf = (payees: readonly PayeeTable[], { actor }: DemoTablet) =>
  payees.filter((payee) => payee.channel === 'home' && payee.staff_id === actor.staffId)

/** A month from its locking to its closing. @param absent how many doors stay closed. */
async function closedMonth(desk: Desk, period: Period, officers: Officers, absent: number): Promise<void> {
  const { tools, clock, reviewer } = desk
  const place = { commune: demoWard, period }
  const version = await lock(desk, period, officers)
  const payees = await payeesOfPeriod(tools.db, demoWard, period)
  for (const [index, tablet] of [officers.postman, officers.wardOfficer, officers.secondOfficer].entries()) {
    const own = homeOf(payees, tablet)
    const away = own.slice(0, index === 0 ? absent : 1)
    const unpaid = new Map(away.map(({ beneficiary_id }) => [beneficiary_id, 'R01']))
    await roundOf(desk, tablet, own, { ago: daysAgo(clock, period, 6 + index), unpaid })
  }
  clock.goBack(daysAgo(clock, period, 17), 10)
  const returned = payees.filter(({ channel }) => channel === 'point').slice(0, 2)
  const people = returned.map(({ beneficiary_id }) => ({ beneficiary: beneficiary_id, reason: 'R16' as const }))
  must(await noteReturned(tools, reviewer, place, { people }), 'noted')
  await step(desk, period, 'close', await step(desk, period, 'finish', version))
}

/** The present month: yesterday's round of the payment officer, with something left for the office to settle. */
async function presentMonth(desk: Desk, period: Period, officers: Officers): Promise<void> {
  const { tools, clock, reviewer } = desk
  const place = { commune: demoWard, period }
  await lock(desk, period, officers)
  const own = homeOf(await payeesOfPeriod(tools.db, demoWard, period), officers.postman).slice(0, 9)
  const [, , twice, large] = own
  const first = own[0]
  if (!first || !twice || !large) throw new Error('the demo has too few deliveries')
  clock.goBack(1, 8)
  const funeral = { entitlement: null, kind: 'oneOff' as const, amount: 2_500_000 as Dong, note: 'QĐ 214/QĐ-UBND' }
  must(await addItem(tools, reviewer, place, { beneficiary: large.beneficiary_id, ...funeral }), 'done')
  clock.goBack(1, 9)
  const colleague = await paymentOf(desk, twice)
  await officers.wardOfficer.push([colleague])
  const fresh = (await payeesOfPeriod(tools.db, demoWard, period)).filter(({ beneficiary_id }) =>
    own.some((payee) => payee.beneficiary_id === beneficiary_id),
  )
  const unpaid = new Map([[first.beneficiary_id, 'R02']])
  const payments = await roundOf(desk, officers.postman, fresh, { ago: 1, unpaid })
  const costliest = payments.toSorted((a, b) => amountOf(b.data) - amountOf(a.data))[0]
  if (!costliest) return
  const reason = { reason: 'Ghi nhầm người nhận trong sổ', agreedBy: null }
  await officers.postman.push([
    { ...body(desk, 'correction', costliest.subject, reason, { voids: costliest.id }), photos: [] },
  ])
}

const amountOf = (data: object) => (data as { amount: number }).amount

/** Makes the ward's months. The last of them is the present one. */
export async function seedMonths(desk: Desk, officers: Officers): Promise<void> {
  const present = periodOf(dayInVietnam(desk.clock.real()))
  await officers.postman.sendPhoto(signature)
  await officers.wardOfficer.sendPhoto(signature)
  await officers.secondOfficer.sendPhoto(signature)
  for (const before of [2, 1]) await closedMonth(desk, monthsAfter(present, -before), officers, 1 + before)
  await presentMonth(desk, present, officers)
}
