// What tablets said of payments, visits and voids, in columns; and what the office said to it.
import { NonDeliveryReason } from '../../domain/code-lists/non-delivery-reasons.ts'
import type { BeneficiaryId, CommuneCode, RecordId, StaffId } from '../../domain/ids.ts'
import type { Dong } from '../../domain/money.ts'
import { type Assignment, type PaymentDecision, PaymentFlag, type PaymentRelated } from '../../domain/payment/fact.ts'
import type { Period } from '../../domain/payment/period.ts'
import { amongst } from './amongst.ts'
import { rowInserter } from './insert-rows.ts'
import type { PaymentDecisionTable, PaymentFactItemTable, PaymentFactTable } from './payment-tables.ts'
import type { Reader, Trx } from './transaction.ts'

const insertFacts = rowInserter('payment_fact', [
  'commune',
  'id',
  'kind',
  'period',
  'beneficiary_id',
  'staff_id',
  'profile_id',
  'seq',
  'moment',
  'day',
  'amount',
  'reason',
  'target',
  'void_limit',
  'expired_authorisation',
  'after_close',
  'data',
  'received_at',
  'voided',
  'outcome',
])
const insertFactItems = rowInserter('payment_fact_item', ['commune', 'item_id', 'record_id', 'amount'])

/** Adds facts and the items that they name. */
export async function addFacts(
  trx: Trx,
  facts: readonly PaymentFactTable[],
  items: readonly PaymentFactItemTable[],
): Promise<void> {
  await insertFacts(trx, facts)
  await insertFactItems(trx, items)
}

/** A person and a month. */
export type PayeeKey = { period: Period; beneficiary: BeneficiaryId }

/** Facts of a commune by record id. */
export async function factsById(
  db: Reader,
  commune: CommuneCode,
  ids: readonly string[],
): Promise<Map<RecordId, PaymentFactTable>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('payment_fact')
    .selectAll()
    .where('commune', '=', commune)
    .where(amongst(db, 'id', ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Facts about people of a month, and every payment of whatever month that names one of these items. */
export async function factsAbout(
  db: Reader,
  commune: CommuneCode,
  { period, people, items }: { period: Period; people: readonly BeneficiaryId[]; items: readonly string[] },
): Promise<Map<RecordId, PaymentFactTable>> {
  const direct = await db
    .selectFrom('payment_fact')
    .select('id')
    .where('commune', '=', commune)
    .where('period', '=', period)
    .where(amongst(db, 'beneficiary_id', people))
    .execute()
  const byItem = await db
    .selectFrom('payment_fact_item')
    .select('record_id as id')
    .where('commune', '=', commune)
    .where(amongst(db, 'item_id', items))
    .execute()
  const targets = [...new Set([...direct, ...byItem].map(({ id }) => id))]
  const voids = await voidsOf(db, commune, targets)
  return factsById(db, commune, [...targets, ...voids])
}

/** What tablets said of one person's month, oldest first. */
export async function factsOfPayee(
  db: Reader,
  commune: CommuneCode,
  period: Period,
  person: BeneficiaryId,
): Promise<PaymentFactTable[]> {
  const direct = await db
    .selectFrom('payment_fact')
    .select('id')
    .where('commune', '=', commune)
    .where('period', '=', period)
    .where('beneficiary_id', '=', person)
    .execute()
  const ids = direct.map(({ id }) => id)
  const rows = await factsById(db, commune, [...ids, ...(await voidsOf(db, commune, ids))])
  return [...rows.values()].toSorted((a, b) => a.moment - b.moment || (a.id < b.id ? -1 : 1))
}

async function voidsOf(db: Reader, commune: CommuneCode, targets: readonly RecordId[]): Promise<RecordId[]> {
  if (targets.length === 0) return []
  const rows = await db
    .selectFrom('payment_fact')
    .select('id')
    .where('commune', '=', commune)
    .where(amongst(db, 'target', targets))
    .execute()
  return rows.map(({ id }) => id)
}

/** Which of these records the same officer's voids name, with the void of each. */
export async function voidsNaming(
  db: Reader,
  commune: CommuneCode,
  staff: StaffId,
  targets: readonly RecordId[],
): Promise<Map<RecordId, RecordId>> {
  if (targets.length === 0) return new Map()
  const rows = await db
    .selectFrom('payment_fact')
    .select(['id', 'target'])
    .where('commune', '=', commune)
    .where('staff_id', '=', staff)
    .where(amongst(db, 'target', targets))
    .execute()
  return new Map(rows.flatMap(({ id, target }) => (target === null ? [] : [[target, id] as const])))
}

/** What payments name, by record. */
export async function itemsOfFacts(
  db: Reader,
  commune: CommuneCode,
  records: readonly string[],
): Promise<Map<RecordId, PaymentFactItemTable[]>> {
  if (records.length === 0) return new Map()
  const rows = await db
    .selectFrom('payment_fact_item')
    .selectAll()
    .where('commune', '=', commune)
    .where(amongst(db, 'record_id', records))
    .orderBy('item_id')
    .execute()
  return Map.groupBy(rows, ({ record_id }) => record_id)
}

/** A row as the rules take it. */
export function factOf(row: PaymentFactTable, items: readonly PaymentFactItemTable[]): PaymentRelated {
  const who = { id: row.id, staff: row.staff_id, moment: row.moment }
  if (row.kind === 'void') {
    const { reason } = JSON.parse(row.data) as { reason: string }
    return { kind: 'void', ...who, target: row.target as RecordId, reason, limit: (row.void_limit ?? 0) as Dong }
  }
  const period = row.period as Period
  if (row.kind === 'visit') {
    const { note } = JSON.parse(row.data) as { note: string | null }
    return { kind: 'visit', ...who, period, reason: NonDeliveryReason.parse(row.reason), note }
  }
  return {
    kind: 'payment',
    ...who,
    period,
    amount: (row.amount ?? 0) as Dong,
    items: items.map(({ item_id, amount }) => ({ id: item_id, amount: amount as Dong })),
    expiredAuthorisation: row.expired_authorisation === 1,
    afterClose: row.after_close === 1,
  }
}

/** Writes down what became of facts. */
export async function settleFacts(
  trx: Trx,
  commune: CommuneCode,
  outcomes: readonly Pick<PaymentFactTable, 'id' | 'voided' | 'outcome'>[],
): Promise<void> {
  for (const { id, voided, outcome } of outcomes) {
    await trx
      .updateTable('payment_fact')
      .set({ voided, outcome })
      .where('commune', '=', commune)
      .where('id', '=', id)
      .execute()
  }
}

/** Adds a decision of the office. */
export async function addDecision(trx: Trx, decision: PaymentDecisionTable): Promise<void> {
  await trx.insertInto('payment_decision').values(decision).execute()
}

/** Decisions about these records, and those about these people of the month. */
export async function decisionsAbout(
  db: Reader,
  commune: CommuneCode,
  { period, people, records }: { period: Period; people: readonly BeneficiaryId[]; records: readonly string[] },
): Promise<PaymentDecisionTable[]> {
  return db
    .selectFrom('payment_decision')
    .selectAll()
    .where('commune', '=', commune)
    .where(({ or, and, eb }) =>
      or([amongst(db, 'record_id', records), and([eb('period', '=', period), amongst(db, 'beneficiary_id', people)])]),
    )
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** A row as the rules take it. */
export function decisionOf(row: PaymentDecisionTable): PaymentDecision {
  const decided = { id: row.id, by: row.staff_id, at: row.at }
  if (row.kind === 'returnedUnpaid') {
    return { kind: row.kind, ...decided, reason: NonDeliveryReason.parse(row.reason) }
  }
  const record = row.record_id as RecordId
  return row.kind === 'settle'
    ? { kind: row.kind, ...decided, record, flags: PaymentFlag.array().parse(JSON.parse(row.flags)) }
    : { kind: row.kind, ...decided, record }
}

/** Who had the deliveries of these people from when on. */
export async function assignmentsOf(
  db: Reader,
  commune: CommuneCode,
  period: Period,
  people: readonly BeneficiaryId[],
): Promise<Map<BeneficiaryId, Assignment[]>> {
  const rows = await db
    .selectFrom('assignment')
    .select(['beneficiary_id', 'staff_id', 'at'])
    .where('commune', '=', commune)
    .where('period', '=', period)
    .where(amongst(db, 'beneficiary_id', people))
    .orderBy('at')
    .orderBy('id')
    .execute()
  const found = new Map<BeneficiaryId, Assignment[]>()
  for (const { beneficiary_id, staff_id, at } of rows) {
    const list = found.get(beneficiary_id) ?? []
    list.push({ staff: staff_id, at })
    found.set(beneficiary_id, list)
  }
  return found
}
