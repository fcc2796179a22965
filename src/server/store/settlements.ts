// Officers' days as they were settled on tablets.
import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { BeneficiaryId, CommuneCode, RecordId, StaffId } from '../../domain/ids.ts'
import type { Period } from '../../domain/payment/period.ts'
import type { PaidRecord, SettledDay } from '../../domain/payment/reconcile.ts'
import { amongst } from './amongst.ts'
import type { SettlementTable } from './payment-tables.ts'
import type { Reader, Trx } from './transaction.ts'

/** An officer's day of a month. */
export type DayKey = { staff: StaffId; period: Period; day: CalendarDate }

/** Adds settlements as they came. */
export async function addSettlements(trx: Trx, rows: readonly SettlementTable[]): Promise<void> {
  for (const row of rows) await trx.insertInto('settlement').values(row).execute()
}

/** Settlements of a month, oldest first; of one day of one officer when that is named. */
export function settlementsOf(
  db: Reader,
  commune: CommuneCode,
  period: Period,
  of?: { staff: StaffId; day: CalendarDate },
): Promise<SettlementTable[]> {
  let query = db.selectFrom('settlement').selectAll().where('commune', '=', commune).where('period', '=', period)
  if (of) query = query.where('day', '=', of.day).where('staff_id', '=', of.staff)
  return query.orderBy('moment').orderBy('id').execute()
}

/** Who was paid by a record. */
export type PaidPerson = PaidRecord & { beneficiary: BeneficiaryId | null }

/** What officers paid of a month, voided payments included; of one day of one officer when that is named. */
export async function paidRecords(
  db: Reader,
  commune: CommuneCode,
  period: Period,
  of?: { staff: StaffId; day: CalendarDate },
): Promise<PaidPerson[]> {
  let query = db
    .selectFrom('payment_fact')
    .select(['id', 'staff_id', 'beneficiary_id', 'day', 'amount', 'voided'])
    .where('commune', '=', commune)
    .where('period', '=', period)
    .where('kind', '=', 'payment')
  if (of) query = query.where('day', '=', of.day).where('staff_id', '=', of.staff)
  const rows = await query.orderBy('id').execute()
  return rows.map(({ id, staff_id, beneficiary_id, day, amount, voided }) => {
    return { id, staff: staff_id, beneficiary: beneficiary_id, day, amount: amount ?? 0, voided: voided === 1 }
  })
}

/** Settlements by record id. */
export async function settlementsById(
  db: Reader,
  commune: CommuneCode,
  ids: readonly string[],
): Promise<SettlementTable[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('settlement')
    .selectAll()
    .where('commune', '=', commune)
    .where(amongst(db, 'id', ids))
    .execute()
}

/** Writes down what became of a settlement. */
export async function changeSettlement(
  trx: Trx,
  commune: CommuneCode,
  id: RecordId,
  change: Partial<Pick<SettlementTable, 'voided' | 'outcome'>>,
): Promise<void> {
  await trx.updateTable('settlement').set(change).where('commune', '=', commune).where('id', '=', id).execute()
}

/** A row as the rules take it. */
export function settledDayOf(row: SettlementTable): SettledDay {
  const { payments, voided } = JSON.parse(row.data) as { payments: RecordId[]; voided?: RecordId[] }
  return {
    id: row.id,
    staff: row.staff_id,
    day: row.day,
    moment: row.moment,
    cashOut: row.cash_out,
    paid: row.paid,
    returned: row.returned,
    payments,
    voided: voided ?? [],
  }
}
