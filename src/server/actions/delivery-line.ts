// What a tablet is told of a delivery.
import type { Dong } from '../../domain/money.ts'
import { type Delivery, deliveryIdOf } from '../../domain/payment/delivery.ts'
import type { PeriodState } from '../../domain/payment/period-state.ts'
import type { Standing } from '../../domain/payment/standing.ts'
import type { Change } from '../store/feed.ts'
import type { ListedItem } from '../store/payment-items.ts'
import type { PayeeTable } from '../store/payment-tables.ts'

/** Whether a tablet is told of somebody: money is carried to the door from the locking of the list to its closing. */
export function isDelivered(state: PeriodState, { channel }: Pick<PayeeTable, 'channel'>): boolean {
  return channel === 'home' && (state === 'locked' || state === 'paid')
}

/** The line for the officer who has the delivery. */
export function deliveryChange(
  payee: Pick<PayeeTable, 'commune' | 'period' | 'beneficiary_id' | 'name' | 'hamlet' | 'state' | 'reason'>,
  items: readonly ListedItem[],
  standing: Pick<Standing, 'items'>,
  voidLimit: Dong,
): Change {
  const stands = new Map(standing.items.map((item) => [item.id, item]))
  const stateOf = ({ id }: ListedItem) => {
    const state = stands.get(id)?.state
    return state === 'withdrawn' ? 'withdrawn' : state === 'paid' || state === 'paidInOtherPeriod' ? 'paid' : 'due'
  }
  const id = deliveryIdOf(payee.period, payee.beneficiary_id)
  const due = items.filter((item) => stateOf(item) === 'due')
  const paidBy = standing.items.flatMap(({ paidBy: by }) => (by?.kind === 'record' ? [by.record] : []))
  const line: Delivery = {
    id,
    period: payee.period,
    commune: payee.commune,
    beneficiary: payee.beneficiary_id,
    name: payee.name,
    hamlet: payee.hamlet,
    items: items.map((item) => ({
      id: item.id,
      kind: item.kind,
      amount: item.amount,
      entitlement: item.entitlement,
      from: item.from,
      note: item.note,
      state: stateOf(item),
    })),
    total: due.reduce((sum, { amount }) => sum + amount, 0) as Dong,
    state: payee.state,
    reason: payee.reason,
    paidBy: [...new Set(paidBy)].toSorted(),
    voidLimit,
  }
  return { thing: 'delivery', id, line: { type: 'delivery', ...line } }
}

/** Nobody's delivery any more, as far as one officer's tablet goes. */
export function noDelivery({ period, beneficiary_id }: Pick<PayeeTable, 'period' | 'beneficiary_id'>): Change {
  return { thing: 'delivery', id: deliveryIdOf(period, beneficiary_id), line: null }
}
