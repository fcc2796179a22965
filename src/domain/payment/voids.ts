// Which payments and visits are declared not to have happened, and which of those words still wait.
import type { RecordId } from '../ids.ts'
import type { Dong } from '../money.ts'
import type { PaymentDecision, PaymentFact, PaymentRelated, VoidFact } from './fact.ts'
import type { Period } from './period.ts'

/**
 * `waiting`: above the limit, until somebody else at the office agrees · `withoutTarget`: what it voids has not come
 * yet, or is another officer's and not for this one to void.
 */
export type VoidEffect = 'effective' | 'waiting' | 'refused' | 'withoutTarget'

export type JudgedVoids = {
  /** Payments and visits that did not happen. */
  voided: ReadonlySet<RecordId>
  /** Payments of which a void waits. */
  waitingFor: ReadonlySet<RecordId>
  effects: ReadonlyMap<RecordId, VoidEffect>
  /** The month of what a void is about, where that is known. */
  periods: ReadonlyMap<RecordId, Period>
}

/** What the limit for voids is held against: what was handed over or what the items come to, whichever is more. */
export function amountAtStake({ amount, items }: Pick<PaymentFact, 'amount' | 'items'>): Dong {
  const ofItems = items.reduce((sum, item) => sum + item.amount, 0)
  return Math.max(amount, ofItems) as Dong
}

/** Judges every void among the facts. */
export function judgeVoids(facts: readonly PaymentRelated[], decisions: readonly PaymentDecision[]): JudgedVoids {
  const targets = new Map(facts.flatMap((fact) => (fact.kind === 'void' ? [] : [[fact.id, fact] as const])))
  const effects = new Map<RecordId, VoidEffect>()
  const voided = new Set<RecordId>()
  const waitingFor = new Set<RecordId>()
  const periods = new Map<RecordId, Period>()
  for (const fact of facts) {
    if (fact.kind !== 'void') continue
    const effect = effectOf(fact)
    const target = targets.get(fact.target)
    if (target) periods.set(fact.id, target.period)
    effects.set(fact.id, effect)
    if (effect === 'effective') voided.add(fact.target)
    if (effect === 'waiting') waitingFor.add(fact.target)
  }
  for (const id of voided) waitingFor.delete(id)
  return { voided, waitingFor, effects, periods }

  function effectOf(fact: VoidFact): VoidEffect {
    const target = targets.get(fact.target)
    if (!target || target.staff !== fact.staff) return 'withoutTarget'
    if (target.kind === 'visit' || amountAtStake(target) <= fact.limit) return 'effective'
    const word = firstWord(fact, decisions)
    return word === null ? 'waiting' : word === 'agreeVoid' ? 'effective' : 'refused'
  }
}

/** What a second person said first; the officer's own word does not count. */
function firstWord(fact: VoidFact, decisions: readonly PaymentDecision[]): 'agreeVoid' | 'refuseVoid' | null {
  let first: { at: number; id: string; kind: 'agreeVoid' | 'refuseVoid' } | null = null
  for (const decision of decisions) {
    if (decision.kind !== 'agreeVoid' && decision.kind !== 'refuseVoid') continue
    if (decision.record !== fact.id || decision.by === fact.staff) continue
    if (first === null || decision.at < first.at || (decision.at === first.at && decision.id < first.id))
      first = decision
  }
  return first?.kind ?? null
}
