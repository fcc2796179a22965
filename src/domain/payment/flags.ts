// Why somebody should look at a payment.
import type { RecordId } from '../ids.ts'
import { type Assignment, flagsToSettle, type PaymentDecision, type PaymentFact, PaymentFlag } from './fact.ts'
import type { PaymentItem } from './item.ts'

type About = {
  items: readonly Pick<PaymentItem, 'id' | 'amount' | 'withdrawn'>[]
  channel: string
  assignments: readonly Assignment[]
}

/**
 * The flags of a payment that was not voided, in the order of the list of flags.
 * @param claimed what its items add up to, in đồng.
 */
export function flagsOf(fact: PaymentFact, about: About, isDouble: boolean, claimed: number): PaymentFlag[] {
  const asked = new Map(about.items.map((item) => [item.id, item]))
  const found: Record<PaymentFlag, boolean> = {
    double: isDouble,
    totalDiffers: fact.amount !== claimed,
    amountDiffers: fact.items.some(({ id, amount }) => {
      const item = asked.get(id)
      return item !== undefined && !item.withdrawn && item.amount !== amount
    }),
    ...assignmentFlags(fact, about.assignments),
    otherChannel: about.channel !== 'home',
    withdrawnItem: fact.items.some(({ id }) => asked.get(id)?.withdrawn === true),
    expiredAuthorisation: fact.expiredAuthorisation,
    afterClose: fact.afterClose,
  }
  return PaymentFlag.options.filter((flag) => found[flag])
}

function assignmentFlags(fact: PaymentFact, assignments: readonly Assignment[]) {
  const mine = assignments.some(({ staff }) => staff === fact.staff)
  const before = assignments.filter(({ at }) => at <= fact.moment).toSorted((a, b) => a.at - b.at)
  const hadBefore = before.some(({ staff }) => staff === fact.staff)
  return { notAssigned: !mine, reassigned: hadBefore && before.at(-1)?.staff !== fact.staff }
}

/** Those that a person has to settle and has not: a word about a payment covers the flags that it had then. */
export function openFlags(
  record: RecordId,
  flags: readonly PaymentFlag[],
  decisions: readonly PaymentDecision[],
): PaymentFlag[] {
  const settled = new Set(
    decisions.flatMap((decision) => (decision.kind === 'settle' && decision.record === record ? decision.flags : [])),
  )
  return flags.filter((flag) => flagsToSettle.includes(flag) && !settled.has(flag))
}
