// What is owed on months' lists, item by item.
import type { BeneficiaryId, CommuneCode, EntitlementId } from '../../domain/ids.ts'
import type { Dong } from '../../domain/money.ts'
import type { ItemId, PaymentItem } from '../../domain/payment/item.ts'
import type { Period } from '../../domain/payment/period.ts'
import { amongst } from './amongst.ts'
import { rowInserter } from './insert-rows.ts'
import type { ItemCorrectionTable, PaymentItemTable } from './payment-tables.ts'
import type { Reader, Trx } from './transaction.ts'

/** An item of a month as the domain has it. */
export type ListedItem = PaymentItem & { period: Period; corrected: boolean }

/** Items of people of a month. */
export async function itemsOfPeople(
  db: Reader,
  commune: CommuneCode,
  period: Period,
  people: readonly BeneficiaryId[],
): Promise<ListedItem[]> {
  if (people.length === 0) return []
  const rows = await ofMonth(db, commune, period)
    .where(amongst(db, 'beneficiary_id', people))
    .execute()
  return rows.map(itemOf)
}

/** Every item of a month. */
export async function itemsOfPeriod(db: Reader, commune: CommuneCode, period: Period): Promise<ListedItem[]> {
  return (await ofMonth(db, commune, period).execute()).map(itemOf)
}

/** The months in which items of these ids stand, and whose they are. */
export function placesOfItems(db: Reader, commune: CommuneCode, items: readonly string[]) {
  if (items.length === 0) return Promise.resolve([])
  return db
    .selectFrom('payment_item')
    .select(['period', 'id', 'beneficiary_id'])
    .where('commune', '=', commune)
    .where(amongst(db, 'id', items))
    .execute()
}

/** One item of a month. */
export async function findItem(
  db: Reader,
  commune: CommuneCode,
  period: Period,
  id: ItemId,
): Promise<ListedItem | null> {
  const row = await ofMonth(db, commune, period).where('id', '=', id).executeTakeFirst()
  return row ? itemOf(row) : null
}

/** Items of closed months that nobody was paid and that stand on no later list. */
export async function waitingItems(
  db: Reader,
  commune: CommuneCode,
  before: Period,
): Promise<{ item: ListedItem; standing: string }[]> {
  const rows = await db
    .selectFrom('payment_item')
    .innerJoin('period', (join) =>
      join
        .onRef('period.commune', '=', 'payment_item.commune')
        .onRef('period.period', '=', 'payment_item.period')
        .on('period.state', '=', 'closed'),
    )
    .innerJoin('payee', (join) =>
      join
        .onRef('payee.commune', '=', 'payment_item.commune')
        .onRef('payee.period', '=', 'payment_item.period')
        .onRef('payee.beneficiary_id', '=', 'payment_item.beneficiary_id'),
    )
    .selectAll('payment_item')
    .select('payee.standing')
    .where('payment_item.commune', '=', commune)
    .where('payment_item.period', '<', before)
    .where('payment_item.carried_to', 'is', null)
    .where('payment_item.withdrawn', '=', 0)
    .where('payee.unpaid', '>', 0)
    .orderBy('payment_item.period')
    .orderBy('payment_item.id')
    .execute()
  return rows.map(({ standing, ...row }) => ({ item: itemOf(row), standing }))
}

/** Arrears that earlier lists carried, by benefit. */
export async function listedArrears(
  db: Reader,
  commune: CommuneCode,
  before: Period,
): Promise<Map<EntitlementId, number[]>> {
  const rows = await db
    .selectFrom('payment_item')
    .select(['entitlement_id', 'amount'])
    .where('commune', '=', commune)
    .where('period', '<', before)
    .where('kind', '=', 'arrears')
    .where('withdrawn', '=', 0)
    .execute()
  const found = new Map<EntitlementId, number[]>()
  for (const { entitlement_id, amount } of rows) {
    if (entitlement_id !== null) found.set(entitlement_id, [...(found.get(entitlement_id) ?? []), amount])
  }
  return found
}

const insertItems = rowInserter('payment_item', [
  'commune',
  'period',
  'id',
  'beneficiary_id',
  'entitlement_id',
  'programme',
  'kind',
  'amount',
  'from_period',
  'from_kind',
  'note',
  'withdrawn',
  'corrected',
  'carried_to',
])

/** Adds items to a month. */
export function addItems(
  trx: Trx,
  commune: CommuneCode,
  period: Period,
  items: readonly (PaymentItem & { corrected?: boolean })[],
): Promise<void> {
  return insertItems(
    trx,
    items.map((item) => ({
      commune,
      period,
      id: item.id,
      beneficiary_id: item.beneficiary,
      entitlement_id: item.entitlement,
      programme: item.programme,
      kind: item.kind,
      amount: item.amount,
      from_period: item.from?.period ?? null,
      from_kind: item.from?.kind ?? null,
      note: item.note,
      withdrawn: item.withdrawn ? (1 as const) : (0 as const),
      corrected: item.corrected === true ? (1 as const) : (0 as const),
      carried_to: null,
    })),
  )
}

/** Takes every item of a draft away, to write it anew. A list that was locked keeps its items. */
export async function clearDraft(trx: Trx, commune: CommuneCode, period: Period): Promise<void> {
  await trx.deleteFrom('payment_item').where('commune', '=', commune).where('period', '=', period).execute()
  await trx.deleteFrom('payee').where('commune', '=', commune).where('period', '=', period).execute()
}

/** Notes that unpaid items go on to a later month, or, with null, that they go nowhere yet. */
export async function carryItems(
  trx: Trx,
  commune: CommuneCode,
  from: { period: Period; items: readonly ItemId[] },
  to: Period | null,
): Promise<void> {
  if (from.items.length === 0) return
  await trx
    .updateTable('payment_item')
    .set({ carried_to: to })
    .where('commune', '=', commune)
    .where('period', '=', from.period)
    .where(amongst(trx, 'id', from.items))
    .execute()
}

/** Lets go of everything that a draft had taken over. */
export async function releaseCarried(trx: Trx, commune: CommuneCode, period: Period): Promise<void> {
  await trx
    .updateTable('payment_item')
    .set({ carried_to: null })
    .where('commune', '=', commune)
    .where('carried_to', '=', period)
    .execute()
}

/** Changes an item and adds why to its history. */
export async function correctItem(
  trx: Trx,
  correction: ItemCorrectionTable,
  change: Partial<Pick<PaymentItemTable, 'amount' | 'withdrawn' | 'corrected'>>,
): Promise<void> {
  await trx.insertInto('item_correction').values(correction).execute()
  if (Object.keys(change).length === 0) return
  await trx
    .updateTable('payment_item')
    .set(change)
    .where('commune', '=', correction.commune)
    .where('period', '=', correction.period)
    .where('id', '=', correction.item_id)
    .execute()
}

/** The history of somebody's items of a month, oldest first. */
export function correctionsOf(db: Reader, commune: CommuneCode, period: Period, person: BeneficiaryId) {
  return db
    .selectFrom('item_correction')
    .innerJoin('staff', 'staff.id', 'item_correction.staff_id')
    .selectAll('item_correction')
    .select('staff.name as staff_name')
    .where('item_correction.commune', '=', commune)
    .where('item_correction.period', '=', period)
    .where('item_correction.beneficiary_id', '=', person)
    .orderBy('item_correction.at')
    .orderBy('item_correction.id')
    .execute()
}

function ofMonth(db: Reader, commune: CommuneCode, period: Period) {
  return db
    .selectFrom('payment_item')
    .selectAll()
    .where('commune', '=', commune)
    .where('period', '=', period)
    .orderBy('beneficiary_id')
    .orderBy('id')
}

function itemOf(row: PaymentItemTable): ListedItem {
  return {
    id: row.id,
    period: row.period,
    beneficiary: row.beneficiary_id,
    entitlement: row.entitlement_id,
    programme: row.programme,
    kind: row.kind,
    amount: row.amount as Dong,
    from: row.from_period === null || row.from_kind === null ? null : { period: row.from_period, kind: row.from_kind },
    note: row.note,
    withdrawn: row.withdrawn === 1,
    corrected: row.corrected === 1,
  }
}

/** Items and đồng of a month by kind, withdrawn ones left out. */
export async function itemSums(db: Reader, commune: CommuneCode, period: Period) {
  const rows = await db
    .selectFrom('payment_item')
    .select('kind')
    .select(({ fn }) => [fn.countAll<number>().as('items'), fn.sum<number>('amount').as('due')])
    .where('commune', '=', commune)
    .where('period', '=', period)
    .where('withdrawn', '=', 0)
    .groupBy('kind')
    .execute()
  return rows.map(({ kind, items, due }) => ({ kind, items: Number(items), due: Number(due) }))
}
