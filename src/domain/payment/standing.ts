// THE rule of paying: what a person's items of a month stand at, made from the set of facts. The order in which facts
// arrived is nowhere in here, so every order gives the same answer.
import type { NonDeliveryReason } from '../code-lists/non-delivery-reasons.ts'
import type { RecordId, StaffId } from '../ids.ts'
import type { Channel } from './channel.ts'
import { claimsOf } from './claims.ts'
import type { Assignment, PaymentDecision, PaymentFact, PaymentFlag, PaymentRelated, VisitFact } from './fact.ts'
import { flagsOf, openFlags } from './flags.ts'
import { dueOf, type ItemId, type PaymentItem } from './item.ts'
import type { Period } from './period.ts'
import { type VoidEffect, judgeVoids } from './voids.ts'

/** All that is known of one person and one month. */
export type StandingInput = {
  period: Period
  /** As corrected until now. */
  items: readonly Pick<PaymentItem, 'id' | 'amount' | 'withdrawn'>[]
  channel: Channel
  /** The payment organisation's signed list came back: whom it does not return as unpaid it has paid. */
  returned: boolean
  /** Facts about the person and the month, and facts of other months that name one of its items or their rivals. */
  facts: readonly PaymentRelated[]
  decisions: readonly PaymentDecision[]
  /** Who had the delivery from when on. */
  assignments: readonly Assignment[]
}

/** `organisation`: paid by the payment organisation, as its returned list says. */
export type PaidBy = { kind: 'record'; record: RecordId; staff: StaffId } | { kind: 'organisation' }

export type ItemStanding = {
  id: ItemId
  /** Đồng; 0 once withdrawn. */
  due: number
  state: 'paid' | 'paidInOtherPeriod' | 'notPaid' | 'notYetVisited' | 'withdrawn'
  paidBy: PaidBy | null
  /** Đồng that count for it in this month; 0 unless `paid`. */
  counted: number
}

export type PaymentEffect = 'counted' | 'double' | 'partlyDouble' | 'voided'
export type RecordStanding =
  | {
      kind: 'payment'
      id: RecordId
      effect: PaymentEffect
      /** A void of it waits for a second person. */
      voidWaiting: boolean
      /** Handed over = counted + double + rest; `rest` is what its items do not explain, below zero when too little. */
      counted: number
      double: number
      rest: number
      flags: PaymentFlag[]
      /** Those of the flags that nobody has settled. */
      open: PaymentFlag[]
    }
  | { kind: 'visit'; id: RecordId; effect: 'noted' | 'overtaken' | 'voided' }
  | { kind: 'void'; id: RecordId; effect: VoidEffect }

export type Standing = {
  state: 'nothingDue' | 'notYetVisited' | 'notPaid' | 'partlyPaid' | 'paid'
  /** Why not, by the last visit or the organisation; null unless something stays unpaid for a reason. */
  reason: NonDeliveryReason | null
  /**
   * All in đồng, of this month: due = counted − difference + elsewhere + unpaid. `difference`: counted beyond what the
   * items ask for; `elsewhere`: paid in an earlier month, by a payment that came late.
   */
  due: number
  counted: number
  difference: number
  elsewhere: number
  unpaid: number
  /** What went out of officers' hands, voided payments left out. */
  handed: number
  double: number
  /** In the order of their ids. */
  items: ItemStanding[]
  /** Of this month only, in the order of their ids. */
  records: RecordStanding[]
  /** Payments and voids that somebody has to settle. */
  openMatters: number
}

/** Where a person's items of a month stand. Pure, and the same for every order of `facts` and `decisions`. */
export function standingOf(input: StandingInput): Standing {
  const facts = [...new Map(input.facts.map((fact) => [fact.id, fact])).values()].toSorted(byId)
  const voids = judgeVoids(facts, input.decisions)
  const payments = facts.filter((fact): fact is PaymentFact => fact.kind === 'payment')
  const alive = payments.filter(({ id }) => !voids.voided.has(id))
  const claims = claimsOf(alive, input.decisions)
  const visit = lastVisit(facts, voids.voided, input.period)
  const organisation = organisationSays(input)
  const items = input.items.toSorted(byId).map((item): ItemStanding => {
    const due = item.withdrawn ? 0 : item.amount
    const claim = claims.get(item.id)
    // What a later month paid stayed unpaid in this one: a month that was closed does not change because of it.
    if (claim && claim.payment.period <= input.period) {
      const here = claim.payment.period === input.period
      const paidBy: PaidBy = { kind: 'record', record: claim.payment.id, staff: claim.payment.staff }
      return { id: item.id, due, state: here ? 'paid' : 'paidInOtherPeriod', paidBy, counted: here ? claim.amount : 0 }
    }
    if (item.withdrawn) return { id: item.id, due, state: 'withdrawn', paidBy: null, counted: 0 }
    if (organisation.paid) {
      return { id: item.id, due, state: 'paid', paidBy: { kind: 'organisation' }, counted: due }
    }
    const unpaid = visit !== null || organisation.reason !== null ? 'notPaid' : 'notYetVisited'
    return { id: item.id, due, state: unpaid, paidBy: null, counted: 0 }
  })
  const open = items.filter(({ state }) => state === 'notPaid' || state === 'notYetVisited')
  const isOvertaken = items.length > 0 && open.length === 0
  const records = facts
    .filter((fact) => (fact.kind === 'void' ? voids.periods.get(fact.id) : fact.period) === input.period)
    .map((fact): RecordStanding => {
      if (fact.kind === 'void')
        return { kind: 'void', id: fact.id, effect: voids.effects.get(fact.id) ?? 'withoutTarget' }
      if (fact.kind === 'visit') {
        const effect = voids.voided.has(fact.id) ? 'voided' : isOvertaken ? 'overtaken' : 'noted'
        return { kind: 'visit', id: fact.id, effect }
      }
      return paymentStanding(fact, input, claims, voids)
    })
  const sum = (pick: (record: Extract<RecordStanding, { kind: 'payment' }>) => number) =>
    records.reduce((total, record) => total + (record.kind === 'payment' ? pick(record) : 0), 0)
  const unpaid = open.reduce((total, { due }) => total + due, 0)
  return {
    state: stateOf(items),
    reason: open.length === 0 ? null : (organisation.reason ?? visit?.reason ?? null),
    due: dueOf(input.items),
    counted: items.reduce((total, { counted }) => total + counted, 0),
    difference: items.reduce((total, item) => total + (item.state === 'paid' ? item.counted - item.due : 0), 0),
    elsewhere: items.reduce((total, item) => total + (item.state === 'paidInOtherPeriod' ? item.due : 0), 0),
    unpaid,
    handed: sum(({ counted, double, rest }) => counted + double + rest),
    double: sum(({ double }) => double),
    items,
    records,
    openMatters:
      sum(({ open: flags }) => (flags.length > 0 ? 1 : 0)) +
      records.filter(({ kind, effect }) => kind === 'void' && effect === 'waiting').length,
  }
}

type Claims = ReturnType<typeof claimsOf>
type Voids = ReturnType<typeof judgeVoids>

function paymentStanding(fact: PaymentFact, input: StandingInput, claims: Claims, voids: Voids): RecordStanding {
  const nothing = { counted: 0, double: 0, rest: 0 }
  const voidWaiting = voids.waitingFor.has(fact.id)
  if (voids.voided.has(fact.id)) {
    return { kind: 'payment', id: fact.id, effect: 'voided', voidWaiting: false, ...nothing, flags: [], open: [] }
  }
  const countsFor = fact.items.filter(({ id }) => claims.get(id)?.payment.id === fact.id)
  const counted = countsFor.reduce((sum, { amount }) => sum + amount, 0)
  const claimed = fact.items.reduce((sum, { amount }) => sum + amount, 0)
  const effect = countsFor.length === fact.items.length ? 'counted' : countsFor.length === 0 ? 'double' : 'partlyDouble'
  const flags = flagsOf(fact, input, effect !== 'counted', claimed)
  const money = { counted, double: claimed - counted, rest: fact.amount - claimed }
  return {
    kind: 'payment',
    id: fact.id,
    effect,
    voidWaiting,
    ...money,
    flags,
    open: openFlags(fact.id, flags, input.decisions),
  }
}

function stateOf(items: readonly ItemStanding[]): Standing['state'] {
  const asked = items.filter(({ state }) => state !== 'withdrawn')
  const has = (...states: ItemStanding['state'][]) => asked.some(({ state }) => states.includes(state))
  const isOpen = has('notPaid', 'notYetVisited')
  if (!has('paid', 'paidInOtherPeriod')) return isOpen ? (has('notPaid') ? 'notPaid' : 'notYetVisited') : 'nothingDue'
  if (isOpen) return 'partlyPaid'
  return has('paid') ? 'paid' : 'nothingDue'
}

function lastVisit(facts: readonly PaymentRelated[], voided: ReadonlySet<RecordId>, period: Period): VisitFact | null {
  const visits = facts.filter(
    (fact): fact is VisitFact => fact.kind === 'visit' && fact.period === period && !voided.has(fact.id),
  )
  return visits.toSorted((a, b) => a.moment - b.moment || byId(a, b)).at(-1) ?? null
}

/** What the payment organisation says of a person that it pays; nothing before its list came back. */
function organisationSays({ channel, returned, decisions }: StandingInput): {
  paid: boolean
  reason: NonDeliveryReason | null
} {
  if (channel === 'home') return { paid: false, reason: null }
  const unpaid = decisions
    .filter((decision) => decision.kind === 'returnedUnpaid')
    .toSorted(byTime)
    .at(-1)
  return unpaid ? { paid: false, reason: unpaid.reason } : { paid: returned, reason: null }
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function byTime(a: { at: number; id: string }, b: { at: number; id: string }): number {
  return a.at - b.at || byId(a, b)
}
