// Officers' settlements beside what was paid, and what goes back before the 20th.
import type { StaffId } from '../../domain/ids.ts'
import { reconcile } from '../../domain/payment/reconcile.ts'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { DayRow, Reconciliation, ReturnSummary } from '../../protocol/office/reconciliation.ts'
import type { SettlementV1 } from '../../protocol/records/settlement.ts'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { staffNames } from '../store/payable-people.ts'
import { payeesOfPeriod, payeeSums } from '../store/payees.ts'
import type { PayeeTable, SettlementTable } from '../store/payment-tables.ts'
import { findPeriod } from '../store/periods.ts'
import { type PaidPerson, paidRecords, settledDayOf, settlementsOf } from '../store/settlements.ts'
import { inTransaction } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { totalsBy, totalsOf } from './pay-totals.ts'
import { standingIn } from './read-payees.ts'
import type { PeriodPlace } from './take-period.ts'

const returnDay = '20'

type Balance = { out: number; paid: number; returned: number; missing: number }

function sumOf(rows: readonly Balance[]): Balance {
  const sum = (key: keyof Balance) => rows.reduce((total, row) => total + row[key], 0)
  return { out: sum('out'), paid: sum('paid'), returned: sum('returned'), missing: sum('missing') }
}

/** Every officer's days of a month with who was paid; null when the list is not there or not in scope. Names are logged. */
export function readReconciliation(
  tools: ServerTools,
  actor: OfficeActor,
  place: PeriodPlace,
): Promise<Reconciliation | null> {
  const { commune, period } = place
  if (!actor.communes.includes(commune)) return Promise.resolve(null)
  return inTransaction(tools.db, async (trx) => {
    if (!(await findPeriod(trx, commune, period))) return null
    const settlements = (await settlementsOf(trx, commune, period)).filter(({ voided }) => voided === 0)
    const paid = await paidRecords(trx, commune, period)
    const balances = reconcile(settlements.map(settledDayOf), paid)
    const payees = await payeesOfPeriod(trx, commune, period)
    const named = namedPayments(paid, payees)
    const names = await staffNames(
      trx,
      balances.map(({ staff }) => staff),
    )
    const nameOf = (staff: StaffId) => names.get(staff) ?? '?'
    const rows = new Map(settlements.map((row) => [row.id, row]))
    const days = balances.map((balance): DayRow => ({
      ...balance,
      payments: named.get(keyOf(balance)) ?? [],
      staffName: nameOf(balance.staff),
      settlements: balance.settlements.flatMap((id, index) => {
        const row = rows.get(id)
        return row ? [settlementRow(row, index > 0)] : []
      }),
    }))
    await writeAudit(trx, tools, actor, {
      action: 'payee.listed',
      commune,
      thing: 'period',
      thingId: period,
      detail: { count: new Set(paid.map(({ beneficiary }) => beneficiary)).size, settlements: true },
    })
    const list = payees.flatMap((payee) => standingIn(payee).records)
    const payments = list.filter((record) => record.kind === 'payment')
    const of = (key: 'counted' | 'double' | 'rest') => payments.reduce((total, payment) => total + payment[key], 0)
    return {
      ...place,
      days,
      byOfficer: [...Map.groupBy(balances, ({ staff }) => staff)].map(([staff, ofStaff]) => {
        return { staff, staffName: nameOf(staff), ...sumOf(ofStaff) }
      }),
      total: sumOf(balances),
      list: { counted: of('counted'), double: of('double'), rest: of('rest') },
    }
  })
}

const keyOf = ({ staff, day }: { staff: StaffId; day: CalendarDate }) => `${day}/${staff}`

/** The payments of each officer's day, in the order of the list. */
function namedPayments(paid: readonly PaidPerson[], payees: readonly PayeeTable[]): Map<string, DayRow['payments']> {
  const byPerson = Map.groupBy(paid, ({ beneficiary }) => beneficiary)
  const rows = payees.flatMap(({ beneficiary_id: beneficiary, name }) =>
    (byPerson.get(beneficiary) ?? []).map(({ id, amount, voided, ...of }) => {
      return { key: keyOf(of), payment: { id, beneficiary, name, amount, voided } }
    }),
  )
  return new Map([...Map.groupBy(rows, ({ key }) => key)].map(([key, of]) => [key, of.map(({ payment }) => payment)]))
}

function settlementRow(row: SettlementTable, isAddition: boolean): DayRow['settlements'][number] {
  const data = JSON.parse(row.data) as SettlementV1
  return {
    id: row.id,
    at: new Date(row.moment).toISOString(),
    receivedAt: new Date(row.received_at).toISOString(),
    isAddition,
    cashOut: row.cash_out,
    paid: row.paid,
    returned: row.returned,
    difference: row.difference,
    differenceReason: data.differenceReason,
    counted: data.counted,
    receiver: data.receiver ?? null,
  }
}

/** What goes back of a month: who was not paid, and the money; null when not there or not in scope. Names are logged. */
export function readReturn(tools: ServerTools, actor: OfficeActor, place: PeriodPlace): Promise<ReturnSummary | null> {
  const { commune, period } = place
  if (!actor.communes.includes(commune)) return Promise.resolve(null)
  return inTransaction(tools.db, async (trx) => {
    if (!(await findPeriod(trx, commune, period))) return null
    const sums = await payeeSums(trx, commune, period)
    const totals = totalsOf(sums)
    const unpaid = (await payeesOfPeriod(trx, commune, period)).filter((payee) => payee.unpaid > 0)
    await writeAudit(trx, tools, actor, {
      action: 'payee.listed',
      commune,
      thing: 'period',
      thingId: period,
      detail: { count: unpaid.length, unpaid: true },
    })
    return {
      ...place,
      before: `${period}-${returnDay}` as CalendarDate,
      channels: totalsBy(sums, ({ channel }) => channel).map(({ key, totals: of }) => ({ channel: key, totals: of })),
      unpaid: unpaid.map((payee) => ({
        beneficiary: payee.beneficiary_id,
        name: payee.name,
        hamlet: payee.hamlet,
        channel: payee.channel,
        amount: payee.unpaid,
        reason: payee.reason,
      })),
      due: totals.due,
      paid: totals.counted + totals.elsewhere,
      remaining: totals.unpaid,
    }
  })
}
