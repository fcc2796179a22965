// F48 and the arithmetic of money: whatever came from whom in whatever order, the answer is one and the sums agree.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PaymentFact, PaymentRelated } from '../../../src/domain/payment/fact.ts'
import { standingOf, type StandingInput } from '../../../src/domain/payment/standing.ts'
import { anyAssignments, anyDecisions, anyFacts, december, item, known, november, officers } from './facts.ts'

const items = [item('a'), item('b', 1_500_000), item('c', 600_000, true)]

const anyInput: fc.Arbitrary<StandingInput> = fc
  .record({
    facts: anyFacts,
    decisions: anyDecisions,
    assignments: anyAssignments,
    period: fc.constantFrom(november, december),
  })
  .map((of) => known({ items, ...of }))

/** Every way in which the logs of several tablets can arrive, each log in its own order. */
function interleavings<T>(logs: readonly (readonly T[])[]): T[][] {
  const open = logs.filter((log) => log.length > 0)
  if (open.length === 0) return [[]]
  return open.flatMap((log) =>
    interleavings(open.map((each) => (each === log ? log.slice(1) : each))).map((rest) => [log[0] as T, ...rest]),
  )
}

/** What the words of the rule say, written down a second time as plainly as possible. */
function countedByHand({ facts, decisions }: StandingInput, id: string): string | null {
  const didNotHappen = new Set<string>()
  for (const fact of facts) {
    if (fact.kind !== 'void') continue
    const target = facts.find((each) => each.id === fact.target)
    if (target?.kind !== 'payment' || target.staff !== fact.staff) continue
    const words = decisions
      .filter((word) => (word.kind === 'agreeVoid' || word.kind === 'refuseVoid') && word.record === fact.id)
      .filter(({ by }) => by !== fact.staff)
      .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    if (target.amount <= fact.limit || words[0]?.kind === 'agreeVoid') didNotHappen.add(target.id)
  }
  const claiming = facts.filter(
    (fact): fact is PaymentFact =>
      fact.kind === 'payment' && !didNotHappen.has(fact.id) && fact.items.some((each) => each.id === id),
  )
  const chosen = decisions
    .filter((word) => word.kind === 'count')
    .toSorted((a, b) => b.at - a.at || (a.id > b.id ? -1 : 1))
    .find((word) => word.kind === 'count' && claiming.some((fact) => fact.id === word.record))
  if (chosen?.kind === 'count') return chosen.record
  return claiming.toSorted((a, b) => a.moment - b.moment || (a.id < b.id ? -1 : 1))[0]?.id ?? null
}

describe('facts in every order', () => {
  it('F48: all interleavings of two and three tablets give the same answer', () => {
    fc.assert(
      fc.property(anyInput, fc.constantFrom(2, 3), (input, tablets) => {
        const logs = officers
          .slice(0, tablets)
          .map((staff) => input.facts.filter((fact) => fact.staff === staff).slice(0, tablets === 2 ? 4 : 2))
        const together = standingOf({ ...input, facts: logs.flat() })
        for (const facts of interleavings(logs)) expect(standingOf({ ...input, facts })).toEqual(together)
      }),
      { numRuns: 60 },
    )
  })

  it('any order, and anything told twice because an answer was lost, changes nothing', () => {
    fc.assert(
      fc.property(
        anyInput.chain((input) =>
          fc.tuple(
            fc.constant(input),
            fc.shuffledSubarray([...input.facts, ...input.facts], { minLength: input.facts.length * 2 }),
            fc.shuffledSubarray([...input.decisions], { minLength: input.decisions.length }),
          ),
        ),
        ([input, facts, decisions]) => {
          expect(standingOf({ ...input, facts, decisions })).toEqual(standingOf(input))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('the payment that counts for an item is the one that the words of the rule name', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const standing = standingOf(input)
        for (const { id, paidBy } of standing.items) {
          const byHand = countedByHand(input, id)
          const fact = input.facts.find((each) => each.id === byHand) as PaymentFact | undefined
          const expected = fact !== undefined && fact.period <= input.period ? byHand : null
          expect(paidBy?.kind === 'record' ? paidBy.record : null).toBe(expected)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('money', () => {
  it('adds up, and nothing is counted twice', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const standing = standingOf(input)
        const payments = standing.records.filter((each) => each.kind === 'payment')
        const sum = (key: 'counted' | 'double' | 'rest') => payments.reduce((total, each) => total + each[key], 0)
        const happened = handedOver(input, standing)
        expect(standing.handed).toBe(happened.reduce((total, { amount }) => total + amount, 0))
        expect(standing.handed).toBe(sum('counted') + sum('double') + sum('rest'))
        expect(standing.counted).toBe(sum('counted'))
        expect(standing.due).toBe(standing.counted - standing.difference + standing.elsewhere + standing.unpaid)
        for (const { id } of items) {
          const counting = payments.filter((each) => standing.items.some(paidFor(id, each.id)))
          expect(counting.length).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('counts in one month only, for the same money in two months', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const [first, next] = [november, december].map((period) => standingOf({ ...input, period }))
        const paidIn = (standing: typeof first, id: string) =>
          standing?.items.some((each) => each.id === id && each.state === 'paid') === true
        for (const { id } of items) expect(paidIn(first, id) && paidIn(next, id)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})

function paidFor(item: string, payment: string) {
  return ({ id, paidBy }: ReturnType<typeof standingOf>['items'][number]) =>
    id === item && paidBy?.kind === 'record' && paidBy.record === payment
}

function handedOver({ facts, period }: StandingInput, { records }: ReturnType<typeof standingOf>): PaymentFact[] {
  const voided = new Set(records.flatMap((each) => (each.effect === 'voided' ? [each.id] : [])))
  return facts.filter(
    (fact: PaymentRelated): fact is PaymentFact =>
      fact.kind === 'payment' && fact.period === period && !voided.has(fact.id),
  )
}
