// Which payment counts for which item.
import type { Dong } from '../money.ts'
import type { PaymentDecision, PaymentFact } from './fact.ts'
import type { ItemId } from './item.ts'

export type Claim = { payment: PaymentFact; amount: Dong }

/**
 * For each item the one payment that counts: the one that the office chose, else the earliest by the tablets' corrected
 * moments. Clocks may be equal or wrong, so the record's id decides what they leave open.
 * @param payments those that are not voided.
 */
export function claimsOf(
  payments: readonly PaymentFact[],
  decisions: readonly PaymentDecision[],
): ReadonlyMap<ItemId, Claim> {
  const chosen = new Map<string, { at: number; id: string }>()
  for (const decision of decisions) {
    if (decision.kind !== 'count') continue
    const earlier = chosen.get(decision.record)
    if (!earlier || isLater(decision, earlier)) chosen.set(decision.record, decision)
  }
  const claims = new Map<ItemId, Claim>()
  for (const payment of payments) {
    for (const { id, amount } of payment.items) {
      const rival = claims.get(id)
      if (!rival || goesBefore(payment, rival.payment)) claims.set(id, { payment, amount })
    }
  }
  return claims

  function goesBefore(a: PaymentFact, b: PaymentFact): boolean {
    const [wordOnA, wordOnB] = [chosen.get(a.id), chosen.get(b.id)]
    if (wordOnA && wordOnB) return isLater(wordOnA, wordOnB)
    if (wordOnA || wordOnB) return wordOnA !== undefined
    return a.moment === b.moment ? a.id < b.id : a.moment < b.moment
  }
}

function isLater(a: { at: number; id: string }, b: { at: number; id: string }): boolean {
  return a.at === b.at ? a.id > b.id : a.at > b.at
}
