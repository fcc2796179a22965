// A month's paying list for tests: people on the list, a locked month, deliveries given to officers; and records of what
// happened at their doors.
import { v7 } from 'uuid'
import type { BeneficiaryId, CommuneCode, RecordId, StaffId } from '../../src/domain/ids.ts'
import type { Dong } from '../../src/domain/money.ts'
import type { Delivery } from '../../src/domain/payment/delivery.ts'
import type { Period } from '../../src/domain/payment/period.ts'
import type { Beneficiary } from '../../src/domain/beneficiary.ts'
import type { Entitlement } from '../../src/domain/entitlement.ts'
import { assignDeliveries } from '../../src/server/actions/assign-deliveries.ts'
import { draftPeriod } from '../../src/server/actions/draft-period.ts'
import { stepPeriod } from '../../src/server/actions/step-period.ts'
import type { OfficeActor } from '../../src/server/actor.ts'
import { putOnList } from '../../src/server/store/list.ts'
import { itemsOfPeriod, type ListedItem } from '../../src/server/store/payment-items.ts'
import { findPeriod } from '../../src/server/store/periods.ts'
import { inTransaction } from '../../src/server/store/transaction.ts'
import { entitlementOf, madeUpPerson } from './made-up-person.ts'
import { addStaff, homeCommune, type TestServer } from './test-server.ts'
import type { TestTablet } from './test-tablet.ts'

export const november = '2026-11' as Period
export const december = '2026-12' as Period

/** Somebody at the office who manages payments. */
export async function payingActor(server: TestServer, commune: CommuneCode = homeCommune): Promise<OfficeActor> {
  const { id, name } = await addStaff(server, { role: 'reviewer', communes: [commune], name: 'Người Chốt Sổ' })
  return { kind: 'office', staffId: id, name, username: 'x', role: 'reviewer', communes: [commune], sessionHash: '' }
}

export type PayingPerson = { beneficiary: Beneficiary; entitlement: Entitlement }

type PayableOptions = {
  commune?: CommuneCode
  /** Đồng. */
  monthly?: number
  hamlet?: string
  nameOf?: (index: number) => string
  method?: 'cashAtHome' | 'bank'
}

/** People paid at home, each with one benefit of so many đồng, on the list of a commune. */
export async function addPayable(
  server: TestServer,
  count: number,
  {
    commune = homeCommune,
    monthly = 540_000,
    hamlet = 'Thới Hòa',
    nameOf = () => 'Trần Văn Một',
    method = 'cashAtHome',
  }: PayableOptions = {},
): Promise<PayingPerson[]> {
  const people = Array.from({ length: count }, (_, index) => {
    const beneficiary: Beneficiary = {
      ...madeUpPerson(commune),
      name: nameOf(index),
      hamlet,
      method:
        method === 'cashAtHome'
          ? { kind: 'cashAtHome', reason: 'ill', note: null }
          : { kind: 'bankAccount', bank: '970405', account: null },
    }
    const right = { ...entitlementOf(beneficiary), monthly: monthly as Dong, arrears: 0 as Dong }
    return { beneficiary, entitlement: right }
  })
  const part = {
    beneficiaries: people.map(({ beneficiary }) => beneficiary),
    entitlements: people.map(({ entitlement }) => entitlement),
  }
  await inTransaction(server.tools.db, (trx) => putOnList(trx, commune, part, server.tools.now()))
  return people
}

/** Drafts, checks and locks a month; gives everything at home to one officer when one is named. */
export async function lockMonth(
  server: TestServer,
  actor: OfficeActor,
  { period = november, commune = homeCommune, staff = null as StaffId | null, hamlets = ['Thới Hòa'] } = {},
): Promise<ListedItem[]> {
  const { tools } = server
  const place = { commune, period }
  const known = await findPeriod(tools.db, commune, period)
  const drafted = await draftPeriod(tools, actor, place, known?.version ?? null)
  if (drafted.kind !== 'drafted') throw new Error(`not drafted: ${JSON.stringify(drafted)}`)
  if (staff !== null) {
    const given = await assignDeliveries(tools, actor, place, { staff, hamlets, beneficiaries: [] })
    if (given.kind !== 'assigned') throw new Error(`not assigned: ${given.kind}`)
  }
  await stepMonth(server, actor, 'check', place)
  await stepMonth(server, actor, 'lock', place)
  return itemsOfPeriod(tools.db, commune, period)
}

/** Takes a step on a month that must be allowed. */
export async function stepMonth(
  { tools }: TestServer,
  actor: OfficeActor,
  step: 'check' | 'lock' | 'finish' | 'close',
  place: { commune: CommuneCode; period: Period } = { commune: homeCommune, period: november },
) {
  const version = (await findPeriod(tools.db, place.commune, place.period))?.version ?? -1
  const result = await stepPeriod(tools, actor, place, step, version)
  if (result.kind !== 'done') throw new Error(`${step} was refused: ${JSON.stringify(result)}`)
  return result.answer
}

type Changed = Record<string, unknown>
export type MadeRecord = Record<string, unknown> & { id: RecordId }

function recordOf(kind: string, subject: BeneficiaryId | null, data: Changed, changed: Changed): MadeRecord {
  return {
    id: v7() as RecordId,
    kind,
    v: 1,
    at: '2026-11-23T09:41:00+07:00',
    commune: homeCommune,
    subject,
    photos: [],
    data,
    ...changed,
  }
}

/** A payment of items, by hand and by sight. */
export function paymentOf(
  subject: BeneficiaryId,
  items: readonly { id: string; amount: number }[],
  { data = {}, ...changed }: { data?: Changed; [member: string]: unknown } = {},
): MadeRecord {
  const amount = items.reduce((sum, item) => sum + item.amount, 0)
  const named = items.map((item) => ({ id: item.id, amount: item.amount }))
  const said = {
    receivedBy: 'self',
    substitute: null,
    checkedBy: 'sight',
    checkNote: 'Thẻ mờ',
    confirmation: 'signature',
  }
  return recordOf('payment', subject, { period: november, items: named, amount, ...said, ...data }, changed)
}

/** A visit at which nothing could be handed over. */
export function visitOf(subject: BeneficiaryId, reason = 'R01', changed: Changed = {}): MadeRecord {
  return recordOf('visit', subject, { period: november, reason, note: null }, changed)
}

/** A void of a record, with a reason. */
export function voidOf(subject: BeneficiaryId | null, target: string, changed: Changed = {}): MadeRecord {
  return recordOf('correction', subject, { reason: 'Ghi nhầm', agreedBy: null }, { voids: target, ...changed })
}

/** A settlement in which nothing is missing unless it is said. */
export function settlementOf(
  money: { cashOut: number; paid: number; returned?: number },
  payments: readonly string[],
  { data = {}, ...changed }: { data?: Changed; [member: string]: unknown } = {},
): MadeRecord {
  const returned = money.returned ?? money.cashOut - money.paid
  const difference = returned - (money.cashOut - money.paid)
  const said = {
    day: '2026-11-23',
    period: november,
    cashOut: money.cashOut,
    paid: money.paid,
    returned,
    counted: returned === 0 ? [] : [{ note: 1000, count: returned / 1000 }],
    difference,
    differenceReason: difference === 0 ? null : 'Thiếu tiền lẻ',
    payments,
    ...data,
  }
  return recordOf('settlement', null, said, changed)
}

/** What a tablet has to deliver, as its feed says from the beginning. */
export async function deliveriesOf(tablet: TestTablet): Promise<Delivery[]> {
  const { lines } = await tablet.allChanges()
  return lines.flatMap((line) => (line.type === 'delivery' ? [line] : []))
}

/** What a tablet was told of a record. */
export async function outcomeOf(tablet: TestTablet, id: string) {
  const { lines } = await tablet.allChanges()
  return lines.flatMap((line) => (line.type === 'outcome' && line.id === id ? [line] : [])).at(-1)
}
