// An officer's day to the đồng, whatever comes late.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../../src/domain/calendar-date.ts'
import type { RecordId } from '../../../src/domain/ids.ts'
import { type PaidRecord, reconcile, type SettledDay } from '../../../src/domain/payment/reconcile.ts'
import {
  type DayPayment,
  differenceOf,
  type EarlierSettlement,
  planDay,
  settledPayments,
  sumOfNotes,
} from '../../../src/domain/payment/settlement.ts'
import { anna, binh, november, record } from './facts.ts'

const day = '2026-11-23' as CalendarDate
const paid = (id: string, amount: number, voided = false): DayPayment => ({ id: record(id), amount, voided })
const plan = (payments: DayPayment[], earlier: EarlierSettlement[] = [], drafts = 0) =>
  planDay({ day, period: november, payments, drafts, earlier })

describe('settling a day', () => {
  it('is refused while a payment of the day is a draft', () => {
    expect(plan([paid('p1', 100)], [], 1)).toEqual({ kind: 'refused', because: 'drafts', drafts: 1 })
  })

  it('counts what was paid and not voided', () => {
    expect(plan([paid('p1', 100), paid('p2', 50, true)])).toEqual({
      kind: 'open',
      payments: ['p1'],
      voided: [],
      paid: 100,
      isAddition: false,
    })
    expect(plan([])).toMatchObject({ kind: 'open', payments: [], paid: 0 })
  })

  it('what comes late or is voided later opens an addition; nothing new, nothing to settle', () => {
    const earlier = [{ payments: [record('p1')], voided: [] }]
    expect(plan([paid('p1', 100)], earlier)).toEqual({ kind: 'nothingToSettle' })
    expect(plan([paid('p1', 100, true), paid('p2', 30)], earlier)).toEqual({
      kind: 'open',
      payments: ['p2'],
      voided: ['p1'],
      paid: -70,
      isAddition: true,
    })
  })

  it('counts notes and differences: below zero when money is missing', () => {
    expect(
      sumOfNotes([
        { note: 500_000, count: 3 },
        { note: 100_000, count: 1 },
      ]),
    ).toBe(1_600_000)
    expect(differenceOf({ cashOut: 20_000_000, paid: 18_380_000, returned: 1_600_000 })).toBe(-20_000)
  })

  it('for any sequence of payments, voids and settlements the additions sum up to what stands in the end', () => {
    const event = fc.oneof(
      fc.record({ kind: fc.constant('pay' as const), amount: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ kind: fc.constant('void' as const), which: fc.nat(9) }),
      fc.record({ kind: fc.constant('settle' as const) }),
    )
    fc.assert(
      fc.property(fc.array(event, { maxLength: 25 }), (events) => {
        const payments: DayPayment[] = []
        const settled: (EarlierSettlement & { paid: number })[] = []
        for (const each of [...events, { kind: 'settle' as const }]) {
          if (each.kind === 'pay') payments.push(paid(`p${payments.length}`, each.amount))
          const voided = each.kind === 'void' ? payments[each.which] : undefined
          if (voided) payments[payments.indexOf(voided)] = { ...voided, voided: true }
          const next = each.kind === 'settle' ? plan(payments, settled) : null
          if (next?.kind === 'open') settled.push(next)
        }
        const alive = payments.filter(({ voided }) => !voided)
        expect(settled.reduce((sum, each) => sum + each.paid, 0)).toBe(
          alive.reduce((sum, { amount }) => sum + amount, 0),
        )
        expect([...settledPayments(settled)].toSorted()).toEqual(alive.map(({ id }) => id).toSorted())
      }),
      { numRuns: 300 },
    )
  })
})

describe('reconciling at the office', () => {
  const settlement = (id: string, of: Partial<SettledDay> = {}): SettledDay => ({
    id: record(id),
    staff: anna,
    day,
    moment: 1,
    cashOut: 1000,
    paid: 800,
    returned: 200,
    payments: [record('p1')],
    voided: [],
    ...of,
  })
  const payment = (id: string, of: Partial<PaidRecord> = {}): PaidRecord => {
    return { id: record(id), staff: anna, day, amount: 800, voided: false, ...of }
  }

  it('an even day', () => {
    expect(reconcile([settlement('s1')], [payment('p1')])).toEqual([
      {
        staff: anna,
        day,
        out: 1000,
        paid: 800,
        returned: 200,
        missing: 0,
        settledPaid: 800,
        settlements: ['s1'],
        unsettled: [],
        voidedSince: [],
        notThere: [],
        state: 'even',
      },
    ])
  })

  it('a payment that came late, one that was voided since, one that never came: each opens an addition', () => {
    const late = reconcile([settlement('s1')], [payment('p1'), payment('p2', { amount: 50 })])
    expect(late).toMatchObject([{ missing: -50, unsettled: ['p2'], state: 'addition' }])
    const voided = reconcile([settlement('s1')], [payment('p1', { voided: true })])
    expect(voided).toMatchObject([{ paid: 0, missing: 800, voidedSince: ['p1'], state: 'addition' }])
    expect(reconcile([settlement('s1')], [])).toMatchObject([{ missing: 800, notThere: ['p1'], state: 'addition' }])
  })

  it('an addition that takes back makes the day even again', () => {
    const addition = settlement('s2', {
      moment: 2,
      cashOut: 0,
      paid: -800,
      returned: 800,
      payments: [],
      voided: [record('p1')],
    })
    const [balance] = reconcile([settlement('s1'), addition], [payment('p1', { voided: true })])
    expect(balance).toMatchObject({ out: 1000, paid: 0, returned: 1000, missing: 0, settledPaid: 0, state: 'even' })
  })

  it('payments without a settlement are open, each officer and day for itself', () => {
    const balances = reconcile([settlement('s1')], [payment('p1'), payment('q', { staff: binh })])
    expect(balances.map(({ staff, state }) => [staff, state])).toEqual([
      [anna, 'even'],
      [binh, 'open'],
    ])
  })

  it('out = paid + returned + missing, for whatever was settled and whatever came', () => {
    const ids = fc.uniqueArray(fc.constantFrom('p0', 'p1', 'p2', 'p3') as fc.Arbitrary<RecordId>)
    const money = fc.integer({ min: 0, max: 1000 })
    const settlements = fc.array(
      fc.record({ cashOut: money, paid: money, returned: money, payments: ids, voided: ids, moment: fc.nat(5) }),
      { maxLength: 4 },
    )
    const payments = fc.array(fc.record({ amount: money, voided: fc.boolean() }), { maxLength: 4 })
    fc.assert(
      fc.property(settlements, payments, (said, came) => {
        const days = said.map((of, index) => settlement(`s${index}`, of))
        const records = came.map((of, index) => payment(`p${index}`, of))
        for (const balance of reconcile(days, records)) {
          expect(balance.out).toBe(balance.paid + balance.returned + balance.missing)
          expect(balance.paid).toBe(records.reduce((sum, { amount, voided }) => sum + (voided ? 0 : amount), 0))
        }
        expect(reconcile(days.toReversed(), records.toReversed())).toEqual(reconcile(days, records))
      }),
      { numRuns: 200 },
    )
  })
})
