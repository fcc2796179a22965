// What stayed unpaid in a month that is being closed goes on to the next one.
import type { ItemStanding } from '../../domain/payment/standing.ts'
import { addPayees, findPayees, payeesOfPeriod } from '../store/payees.ts'
import { addItems, carryItems, itemsOfPeriod, type ListedItem } from '../store/payment-items.ts'
import type { PayeeTable, PeriodTable } from '../store/payment-tables.ts'
import type { Trx } from '../store/transaction.ts'
import { payeeOf } from './draft-period.ts'
import { refreshPayees } from './refresh-payees.ts'
import { movePeriod } from './take-period.ts'

/**
 * Carries the unpaid items of a closed month over. A next list that is still a draft takes them at once; else they wait
 * for the next one that is drafted.
 * @param next the list of the next month, taken; null when there is none.
 */
export async function carryOver(
  trx: Trx,
  closed: PeriodTable,
  next: PeriodTable | null,
): Promise<{ items: number; amount: number }> {
  const { commune, period } = closed
  const payees = await payeesOfPeriod(trx, commune, period)
  const open = new Set(
    payees.flatMap(({ standing }) =>
      (JSON.parse(standing) as { items: ItemStanding[] }).items.flatMap(({ id, state }) =>
        state === 'notPaid' || state === 'notYetVisited' ? [id] : [],
      ),
    ),
  )
  const unpaid = (await itemsOfPeriod(trx, commune, period)).filter(({ id }) => open.has(id))
  if (next !== null && (next.state === 'draft' || next.state === 'checked')) {
    await takeInto(trx, next, unpaid, new Map(payees.map((payee) => [payee.beneficiary_id, payee])))
    await carryItems(trx, commune, { period, items: unpaid.map(({ id }) => id) }, next.period)
    await movePeriod(trx, next, { state: 'draft' })
  }
  return { items: unpaid.length, amount: unpaid.reduce((sum, { amount }) => sum + amount, 0) }
}

async function takeInto(
  trx: Trx,
  { commune, period }: PeriodTable,
  unpaid: readonly ListedItem[],
  from: ReadonlyMap<string, PayeeTable>,
): Promise<void> {
  const items = unpaid.map((item) => ({
    ...item,
    kind: 'carriedOver' as const,
    from: item.from ?? { period: item.period, kind: item.kind === 'carriedOver' ? ('monthly' as const) : item.kind },
  }))
  await addItems(trx, commune, period, items)
  const people = [...new Set(items.map(({ beneficiary }) => beneficiary))]
  const there = new Set((await findPayees(trx, commune, period, people)).map((payee) => payee.beneficiary_id))
  const missing = people.filter((id) => !there.has(id))
  await addPayees(
    trx,
    missing.flatMap((id) => {
      const payee = from.get(id)
      if (!payee) return []
      const { name, hamlet, channel, staff_id } = payee
      const of = items.filter(({ beneficiary }) => beneficiary === id)
      return [payeeOf({ commune, period, beneficiary_id: id }, of, { name, hamlet, channel, staff_id })]
    }),
  )
  // Nothing is told of a draft, so the limit of voids plays no part.
  const keys = [...there].map((beneficiary) => ({ period, beneficiary }))
  await refreshPayees(trx, commune, keys, { voidLimit: 0 as never })
}
