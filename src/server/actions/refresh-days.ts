// What officers' settlements of a day come to, after anything of that day changed: a payment that came late, a void, another
// settlement.
import type { CommuneCode, RecordId, StaffId } from '../../domain/ids.ts'
import { reconcile } from '../../domain/payment/reconcile.ts'
import type { PaymentOutcome } from '../../protocol/changes.ts'
import { tellOutcomes } from '../store/outcomes.ts'
import { changeSettlement, type DayKey, paidRecords, settledDayOf, settlementsOf } from '../store/settlements.ts'
import type { Trx } from '../store/transaction.ts'

/** Works out these days. @param fresh records that came just now: whoever takes them tells their outcomes. */
export async function refreshDays(
  trx: Trx,
  commune: CommuneCode,
  days: readonly DayKey[],
  fresh: ReadonlySet<string>,
): Promise<void> {
  const told = new Map<StaffId, RecordId[]>()
  const distinct = new Map(days.map((key) => [`${key.period}/${key.day}/${key.staff}`, key]))
  for (const { staff, period, day } of distinct.values()) {
    const rows = (await settlementsOf(trx, commune, period, { staff, day })).filter(({ voided }) => voided === 0)
    if (rows.length === 0) continue
    const [balance] = reconcile(rows.map(settledDayOf), await paidRecords(trx, commune, period, { staff, day }))
    if (!balance || balance.state === 'open') continue
    const outcome: PaymentOutcome = { kind: 'settlement', period, state: balance.state, missing: balance.missing }
    const text = JSON.stringify(outcome)
    for (const row of rows.filter((each) => each.outcome !== text)) {
      await changeSettlement(trx, commune, row.id, { outcome: text })
      if (!fresh.has(row.id)) told.set(staff, [...(told.get(staff) ?? []), row.id])
    }
  }
  for (const [staff, records] of [...told].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    await tellOutcomes(trx, staff, records)
  }
}
