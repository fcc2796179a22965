// What an officer may still hand over at a door: the office's line, and over it whatever this tablet recorded since and the
// office has not heard of.
import type { NonDeliveryReason } from '../code-lists/non-delivery-reasons.ts'
import type { RecordId, StaffId } from '../ids.ts'
import { claimsOf } from './claims.ts'
import type { Delivery } from './delivery.ts'
import type { PaymentDecision, PaymentFact, PaymentRelated, VisitFact } from './fact.ts'
import { type JudgedVoids, judgeVoids } from './voids.ts'

/** What the office said of this tablet's voids, by the void's record. */
export type VoidWords = ReadonlyMap<RecordId, 'effective' | 'refused'>

export type DoorItem = Delivery['items'][number] & {
  /** `paidElsewhere`: the office knows of a payment that this tablet did not make, or no longer keeps. */
  standing: 'due' | 'paidHere' | 'paidElsewhere' | 'withdrawn'
  /** This tablet's payment. */
  paidBy: RecordId | null
}

export type DoorStanding = {
  state: Delivery['state']
  /** Why not; null unless `notPaid`. */
  reason: NonDeliveryReason | null
  items: DoorItem[]
  /** Đồng that are still to be handed over. */
  due: number
  /** Đồng that this tablet's payments handed over for these items. */
  paid: number
  /** Payments of this tablet whose void waits for a second person. */
  waiting: ReadonlySet<RecordId>
}

/** Nobody knows who agreed; that it was not the officer is the office's rule. */
const somebodyElse = 'somebody else' as StaffId

/** Which of this tablet's payments and visits did not happen, by its own voids and the office's word on those. */
export function judgeOwnVoids(facts: readonly PaymentRelated[], words: VoidWords): JudgedVoids {
  const decisions = [...words].map(([record, word]): PaymentDecision => {
    const kind = word === 'effective' ? ('agreeVoid' as const) : ('refuseVoid' as const)
    return { kind, id: record, by: somebodyElse, at: 0, record }
  })
  return judgeVoids(facts, decisions)
}

/**
 * Where a delivery stands as this tablet knows it.
 * @param facts this tablet's own about the person, of any month.
 */
export function standingAtDoor(delivery: Delivery, facts: readonly PaymentRelated[], words: VoidWords): DoorStanding {
  const judged = judgeOwnVoids(facts, words)
  const isAlive = ({ id }: PaymentRelated) => !judged.voided.has(id)
  const payments = facts.filter((fact): fact is PaymentFact => fact.kind === 'payment' && isAlive(fact))
  const claims = claimsOf(payments, [])
  const hasOther = delivery.paidBy.length === 0 || delivery.paidBy.some((id) => !judged.voided.has(id))
  const items = delivery.items.map((item): DoorItem => {
    const claim = claims.get(item.id)
    if (claim) return { ...item, standing: 'paidHere', paidBy: claim.payment.id }
    if (item.state === 'withdrawn') return { ...item, standing: 'withdrawn', paidBy: null }
    return { ...item, standing: item.state === 'paid' && hasOther ? 'paidElsewhere' : 'due', paidBy: null }
  })
  const visits = facts.filter((fact): fact is VisitFact => fact.kind === 'visit' && fact.period === delivery.period)
  const last = visits
    .filter(isAlive)
    .toSorted((a, b) => a.moment - b.moment || (a.id < b.id ? -1 : 1))
    .at(-1)
  // The office may not have heard that the visit was voided.
  const known = visits.length > 0 ? (last?.reason ?? null) : delivery.state === 'notPaid' ? delivery.reason : null
  const state = stateOf(items, known !== null)
  return {
    state,
    reason: state === 'notPaid' ? known : null,
    items,
    due: sumOf(items, 'due'),
    paid: sumOf(items, 'paidHere'),
    waiting: judged.waitingFor,
  }
}

function stateOf(items: readonly DoorItem[], wasVisited: boolean): DoorStanding['state'] {
  const has = (standing: DoorItem['standing']) => items.some((item) => item.standing === standing)
  const isPaid = has('paidHere') || has('paidElsewhere')
  if (has('due')) return isPaid ? 'partlyPaid' : wasVisited ? 'notPaid' : 'notYetVisited'
  return isPaid ? 'paid' : 'nothingDue'
}

function sumOf(items: readonly DoorItem[], standing: DoorItem['standing']): number {
  return items.reduce((sum, item) => sum + (item.standing === standing ? item.amount : 0), 0)
}

export type DoorTotals = {
  /** People for whom something was or is to be handed over. */
  people: number
  /** Of those, people for whom something still is. */
  left: number
  /** Đồng that are still to be handed over. */
  due: number
  /** Đồng that this tablet handed over. */
  paid: number
  notYetVisited: number
  notPaid: number
}

/** The figures above a list of deliveries. */
export function totalsOf(standings: readonly DoorStanding[]): DoorTotals {
  const asked = standings.filter(({ state }) => state !== 'nothingDue')
  const count = (...states: DoorStanding['state'][]) => asked.filter(({ state }) => states.includes(state)).length
  return {
    people: asked.length,
    left: count('notYetVisited', 'notPaid', 'partlyPaid'),
    due: asked.reduce((sum, { due }) => sum + due, 0),
    paid: asked.reduce((sum, { paid }) => sum + paid, 0),
    notYetVisited: count('notYetVisited', 'partlyPaid'),
    notPaid: count('notPaid'),
  }
}
