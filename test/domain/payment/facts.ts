// Made-up facts of paying for the tests of the rules.
import fc from 'fast-check'
import type { RecordId, StaffId } from '../../../src/domain/ids.ts'
import type { Dong } from '../../../src/domain/money.ts'
import type {
  Assignment,
  PaymentDecision,
  PaymentFact,
  PaymentFlag,
  PaymentRelated,
  VisitFact,
  VoidFact,
} from '../../../src/domain/payment/fact.ts'
import type { ItemId } from '../../../src/domain/payment/item.ts'
import type { Period } from '../../../src/domain/payment/period.ts'
import type { StandingInput } from '../../../src/domain/payment/standing.ts'

export const november = '2026-11' as Period
export const december = '2026-12' as Period
export const limit = 1_000_000 as Dong
export const officers = ['anna', 'binh', 'chau'] as unknown as readonly [StaffId, StaffId, StaffId]
export const [anna, binh] = officers
export const second = 'second' as StaffId

export const record = (id: string) => id as RecordId
export const item = (id: string, amount = 540_000, withdrawn = false) => ({
  id: id as ItemId,
  amount: amount as Dong,
  withdrawn,
})

export function payment(id: string, of: Partial<PaymentFact> = {}): PaymentFact {
  const items = of.items ?? [{ id: 'a' as ItemId, amount: 540_000 as Dong }]
  return {
    kind: 'payment',
    id: record(id),
    staff: anna,
    moment: 1000,
    period: november,
    amount: items.reduce((sum, { amount }) => sum + amount, 0) as Dong,
    expiredAuthorisation: false,
    afterClose: false,
    ...of,
    items,
  }
}

export function visit(id: string, of: Partial<VisitFact> = {}): VisitFact {
  return { kind: 'visit', id: record(id), staff: anna, moment: 500, period: november, reason: 'R01', note: null, ...of }
}

export function voiding(id: string, target: string, of: Partial<VoidFact> = {}): VoidFact {
  const said = { staff: anna, moment: 2000, reason: 'Ghi nhầm', limit }
  return { kind: 'void', id: record(id), target: record(target), ...said, ...of }
}

/** A person of November who is paid at home by Anna. */
export function known(of: Partial<StandingInput> = {}): StandingInput {
  return {
    period: november,
    items: [item('a')],
    channel: 'home',
    returned: false,
    facts: [],
    decisions: [],
    assignments: [{ staff: anna, at: 0 }],
    ...of,
  }
}

const chance = {
  staff: fc.constantFrom(...officers),
  moment: fc.integer({ min: 0, max: 6 }),
  period: fc.constantFrom(november, november, december),
  dong: fc.constantFrom(0, 540_000, 600_000, 1_500_000) as fc.Arbitrary<Dong>,
  target: fc.integer({ min: 0, max: 11 }),
}

const anyItems = fc
  .tuple(fc.subarray(['a', 'b', 'c'], { minLength: 1 }), fc.array(chance.dong, { minLength: 3, maxLength: 3 }))
  .map(([ids, amounts]) => ids.map((id, index) => ({ id: id as ItemId, amount: amounts[index] ?? (0 as Dong) })))
const anyPayment = fc
  .record({
    items: anyItems,
    extra: fc.constantFrom(0, 0, 0, 20_000),
    staff: chance.staff,
    moment: chance.moment,
    period: chance.period,
    expiredAuthorisation: fc.boolean(),
  })
  .map(({ extra, items, ...rest }) => (id: string): PaymentRelated => {
    const amount = items.reduce<number>((sum, one) => sum + one.amount, extra) as Dong
    return payment(id, { ...rest, items, amount })
  })
const anyVisit = fc
  .record({ staff: chance.staff, moment: chance.moment, period: chance.period, reason: fc.constantFrom('R01', 'R02') })
  .map(
    (of) =>
      (id: string): PaymentRelated =>
        visit(id, of),
  )
const anyVoid = fc.record({ staff: chance.staff, moment: chance.moment, target: chance.target }).map(
  ({ target, ...of }) =>
    (id: string) =>
      voiding(id, `r${target}`, of),
)

/** Up to twelve facts with ids r0 … r11; voids name any of them, also one that never comes. */
export const anyFacts: fc.Arbitrary<PaymentRelated[]> = fc
  .array(fc.oneof({ weight: 5, arbitrary: anyPayment }, anyVisit, { weight: 3, arbitrary: anyVoid }), { maxLength: 12 })
  .map((makers) => makers.map((make, index) => make(`r${index}`)))

/** Words of the office on any of the records. */
export const anyDecisions: fc.Arbitrary<PaymentDecision[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('count', 'settle', 'agreeVoid', 'refuseVoid'),
      by: fc.constantFrom(second, ...officers),
      at: chance.moment,
      record: chance.target.map((target) => record(`r${target}`)),
    }),
    { maxLength: 5 },
  )
  .map((words) =>
    words.map((word, index): PaymentDecision => {
      const decided = { id: `d${index}`, by: word.by, at: word.at, record: word.record }
      return word.kind === 'settle'
        ? { kind: 'settle', ...decided, flags: ['double', 'totalDiffers'] as PaymentFlag[] }
        : { kind: word.kind, ...decided }
    }),
  )

/** The delivery going from hand to hand. */
export const anyAssignments: fc.Arbitrary<Assignment[]> = fc.array(
  fc.record({ staff: fc.option(chance.staff), at: chance.moment }),
  { maxLength: 4 },
)
