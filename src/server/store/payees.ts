// People of months' lists, with where their money stands.
import { sql } from 'kysely'
import type { BeneficiaryId, CommuneCode, StaffId } from '../../domain/ids.ts'
import type { Channel } from '../../domain/payment/channel.ts'
import type { Period } from '../../domain/payment/period.ts'
import { amongst } from './amongst.ts'
import { rowInserter } from './insert-rows.ts'
import { readKeyset } from './keyset.ts'
import type { PayeeTable } from './payment-tables.ts'
import { searchPatterns } from './search-text.ts'
import type { Reader, Trx } from './transaction.ts'

const insertPayees = rowInserter('payee', [
  'commune',
  'period',
  'beneficiary_id',
  'name',
  'sort_key',
  'search_text',
  'hamlet',
  'channel',
  'staff_id',
  'state',
  'reason',
  'due',
  'counted',
  'difference',
  'elsewhere',
  'unpaid',
  'handed',
  'doubled',
  'open_matters',
  'standing',
])

/** Adds people to a month. */
export function addPayees(trx: Trx, rows: readonly PayeeTable[]): Promise<void> {
  return insertPayees(trx, rows)
}

/** These people of a month. */
export function findPayees(
  db: Reader,
  commune: CommuneCode,
  period: Period,
  people: readonly BeneficiaryId[],
): Promise<PayeeTable[]> {
  if (people.length === 0) return Promise.resolve([])
  return ofMonth(db, commune, period)
    .selectAll()
    .where(amongst(db, 'beneficiary_id', people))
    .execute()
}

/** Everybody of a month, in the order of Vietnamese lists. */
export function payeesOfPeriod(db: Reader, commune: CommuneCode, period: Period): Promise<PayeeTable[]> {
  return ofMonth(db, commune, period).selectAll().orderBy('sort_key').orderBy('beneficiary_id').execute()
}

/** Where somebody stands, and who has the delivery. */
export type PayeeChange = Omit<
  PayeeTable,
  'commune' | 'period' | 'beneficiary_id' | 'name' | 'sort_key' | 'search_text'
>

/** Writes where people of a month stand now. */
export async function changePayee(
  trx: Trx,
  { commune, period, beneficiary_id }: Pick<PayeeTable, 'commune' | 'period' | 'beneficiary_id'>,
  change: Partial<PayeeChange>,
): Promise<void> {
  await trx
    .updateTable('payee')
    .set(change)
    .where('commune', '=', commune)
    .where('period', '=', period)
    .where('beneficiary_id', '=', beneficiary_id)
    .execute()
}

export type PayeeFilter = {
  q?: string | undefined
  hamlet?: string | undefined
  channel?: Channel | undefined
  state?: PayeeTable['state'] | undefined
  staff?: StaffId | 'nobody' | undefined
  open?: boolean
}

function filtered(db: Reader, commune: CommuneCode, period: Period, filter: PayeeFilter) {
  const { q, hamlet, channel, state, staff, open } = filter
  let query = ofMonth(db, commune, period)
  if (hamlet !== undefined) query = query.where('hamlet', '=', hamlet)
  if (channel !== undefined) query = query.where('channel', '=', channel)
  if (state !== undefined) query = query.where('state', '=', state)
  if (open === true) query = query.where('open_matters', '>', 0)
  if (staff === 'nobody') query = query.where('staff_id', 'is', null)
  else if (staff !== undefined) query = query.where('staff_id', '=', staff)
  for (const pattern of searchPatterns(q ?? '')) {
    query = query.where(sql<boolean>`search_text like ${pattern} escape '\\'`)
  }
  return query
}

/** A page in the order of Vietnamese lists; one more than `limit` when there are more. */
export function payeePage(
  db: Reader,
  commune: CommuneCode,
  period: Period,
  filter: PayeeFilter,
  { cursor, limit }: { cursor: string | undefined; limit: number },
): Promise<PayeeTable[]> {
  const after = cursor === undefined ? null : readKeyset(cursor, 2)
  return filtered(db, commune, period, filter)
    .selectAll()
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('sort_key', 'beneficiary_id'), '>', tuple(String(after?.[0]), String(after?.[1]) as BeneficiaryId)),
      ),
    )
    .orderBy('sort_key')
    .orderBy('beneficiary_id')
    .limit(limit + 1)
    .execute()
}

/** Everybody whom a filter finds, in the same order. */
export function payeesWith(
  db: Reader,
  commune: CommuneCode,
  period: Period,
  filter: PayeeFilter,
): Promise<PayeeTable[]> {
  return filtered(db, commune, period, filter).selectAll().orderBy('sort_key').orderBy('beneficiary_id').execute()
}

/** How many a filter finds. */
export async function countPayees(
  db: Reader,
  commune: CommuneCode,
  period: Period,
  filter: PayeeFilter,
): Promise<number> {
  const { count } = await filtered(db, commune, period, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

const sums = ['due', 'counted', 'difference', 'elsewhere', 'unpaid', 'handed', 'doubled', 'open_matters'] as const

/** People and đồng of lists, by channel, hamlet, officer, state and reason: everything that progress is made of. */
export async function payeeSums(db: Reader, commune: CommuneCode, period?: Period) {
  const rows = await db
    .selectFrom('payee')
    .select(['period', 'channel', 'hamlet', 'staff_id', 'state', 'reason'])
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .select(({ fn }) => sums.map((column) => fn.sum<number>(column).as(column)))
    .where('commune', '=', commune)
    .$if(period !== undefined, (query) => query.where('period', '=', period as Period))
    .groupBy(['period', 'channel', 'hamlet', 'staff_id', 'state', 'reason'])
    .execute()
  return rows.map((row) => ({
    ...row,
    people: Number(row.people),
    ...(Object.fromEntries(sums.map((column) => [column, Number(row[column])])) as Record<
      (typeof sums)[number],
      number
    >),
  }))
}

function ofMonth(db: Reader, commune: CommuneCode, period: Period) {
  return db.selectFrom('payee').where('commune', '=', commune).where('period', '=', period)
}
