// What a person's money stands at: the named cases, one by one.
import { describe, expect, it } from 'vitest'
import { standingOf } from '../../../src/domain/payment/standing.ts'
import type { Dong } from '../../../src/domain/money.ts'
import { anna, binh, december, item, known, november, payment, record, second, visit, voiding } from './facts.ts'

const paymentIn = (standing: ReturnType<typeof standingOf>, id: string) => {
  const found = standing.records.find((each) => each.id === id)
  if (found?.kind !== 'payment') throw new Error(`${id} is no payment here`)
  return found
}

describe('where a person’s money of a month stands', () => {
  it('before anybody came, after a visit, after a payment', () => {
    expect(standingOf(known())).toMatchObject({ state: 'notYetVisited', due: 540_000, unpaid: 540_000, reason: null })
    expect(standingOf(known({ facts: [visit('v', { reason: 'R02' })] }))).toMatchObject({
      state: 'notPaid',
      reason: 'R02',
      unpaid: 540_000,
    })
    expect(standingOf(known({ facts: [visit('v'), payment('p')] }))).toMatchObject({
      state: 'paid',
      reason: null,
      counted: 540_000,
      unpaid: 0,
      handed: 540_000,
      records: [{ effect: 'counted', flags: [] }, { effect: 'overtaken' }],
    })
  })

  it('the last visit says why, by the corrected moment and not by its arrival', () => {
    const facts = [visit('v2', { moment: 900, reason: 'R16' }), visit('v1', { moment: 100, reason: 'R01' })]
    expect(standingOf(known({ facts }))).toMatchObject({ reason: 'R16' })
  })

  it('a second payment of the same items is kept and never counted', () => {
    const facts = [payment('late', { moment: 2000, staff: binh }), payment('early', { moment: 1000 })]
    const standing = standingOf(known({ facts }))
    expect(standing).toMatchObject({ counted: 540_000, handed: 1_080_000, double: 540_000, openMatters: 1 })
    expect(paymentIn(standing, 'early').effect).toBe('counted')
    expect(paymentIn(standing, 'late')).toMatchObject({ effect: 'double', open: ['double'] })
  })

  it('clocks that agree leave it to the id of the record', () => {
    const facts = [payment('r2', { staff: binh }), payment('r1')]
    expect(paymentIn(standingOf(known({ facts })), 'r1').effect).toBe('counted')
  })

  it('the office’s word goes before the clocks, and the last word before earlier ones', () => {
    const facts = [payment('r1'), payment('r2', { staff: binh, moment: 2000 })]
    const word = (id: string, at: number, on: string) => ({
      kind: 'count' as const,
      id,
      by: second,
      at,
      record: record(on),
    })
    expect(paymentIn(standingOf(known({ facts, decisions: [word('d1', 1, 'r2')] })), 'r2').effect).toBe('counted')
    const twice = [word('d1', 1, 'r2'), word('d2', 2, 'r1')]
    expect(paymentIn(standingOf(known({ facts, decisions: twice })), 'r1').effect).toBe('counted')
  })

  it('two payments that share one of their items: each item counts once', () => {
    const items = [item('a', 100), item('b', 200), item('c', 300)]
    const [a, b, c] = items.map(({ id, amount }) => ({ id, amount })) as [never, never, never]
    const facts = [payment('r1', { items: [a, b] }), payment('r2', { items: [b, c], moment: 2000 })]
    const standing = standingOf(known({ items, facts }))
    expect(standing).toMatchObject({ state: 'paid', counted: 600, handed: 800, double: 200 })
    expect(paymentIn(standing, 'r2')).toMatchObject({ effect: 'partlyDouble', counted: 300, double: 200 })
  })

  it('what was handed over and its items, an item and the list: differences are flagged and counted as they were', () => {
    const more = standingOf(known({ facts: [payment('p', { amount: 600_000 as Dong })] }))
    expect(paymentIn(more, 'p')).toMatchObject({ counted: 540_000, rest: 60_000, flags: ['totalDiffers'] })
    const less = standingOf(known({ items: [item('a', 600_000)], facts: [payment('p')] }))
    expect(less).toMatchObject({ due: 600_000, counted: 540_000, difference: -60_000, unpaid: 0, openMatters: 1 })
    expect(paymentIn(less, 'p').flags).toEqual(['amountDiffers'])
  })

  it('a void takes back; the money is owed again and may be paid again', () => {
    const facts = [payment('r1'), voiding('v', 'r1')]
    expect(standingOf(known({ facts }))).toMatchObject({ state: 'notYetVisited', counted: 0, handed: 0 })
    expect(standingOf(known({ facts: [...facts, payment('r2', { moment: 3000 })] }))).toMatchObject({
      state: 'paid',
      counted: 540_000,
      handed: 540_000,
      double: 0,
    })
  })

  it('S26: a void above the limit waits for somebody else; the officer’s own word is none', () => {
    const items = [item('a', 1_500_000)]
    const facts = [payment('r1', { items: items.map(({ id, amount }) => ({ id, amount })) }), voiding('v', 'r1')]
    const word = (kind: 'agreeVoid' | 'refuseVoid', by: typeof anna, at = 1) => ({
      kind,
      id: `d${at}`,
      by,
      at,
      record: record('v'),
    })
    const effectWith = (...decisions: ReturnType<typeof word>[]) => {
      const standing = standingOf(known({ items, facts, decisions }))
      return [standing.records.find(({ id }) => id === 'v')?.effect, standing.counted, standing.openMatters]
    }
    expect(effectWith()).toEqual(['waiting', 1_500_000, 1])
    expect(effectWith(word('agreeVoid', anna))).toEqual(['waiting', 1_500_000, 1])
    expect(effectWith(word('agreeVoid', second))).toEqual(['effective', 0, 0])
    expect(effectWith(word('refuseVoid', second, 1), word('agreeVoid', second, 2))).toEqual(['refused', 1_500_000, 0])
  })

  it('S26: a small amount handed over for items above the limit does not get round the second person', () => {
    const items = [item('a', 600_000), item('b', 600_000)].map(({ id, amount }) => ({ id, amount }))
    const facts = [payment('r1', { items, amount: 1 as Dong }), voiding('v', 'r1')]
    expect(standingOf(known({ facts })).records.find(({ id }) => id === 'v')?.effect).toBe('waiting')
  })

  it('nobody voids what somebody else recorded, and a void without its target does nothing', () => {
    const facts = [payment('r1'), voiding('v', 'r1', { staff: binh })]
    expect(standingOf(known({ facts }))).toMatchObject({ counted: 540_000 })
    expect(standingOf(known({ facts: [voiding('v', 'r1')] })).records).toEqual([])
  })

  it('by whom it was not given to: counted and told, never a thing to settle', () => {
    const flags = (of: object) => paymentIn(standingOf(known({ facts: [payment('p', { staff: binh })], ...of })), 'p')
    expect(flags({})).toMatchObject({ effect: 'counted', flags: ['notAssigned'], open: [] })
    const moved = [
      { staff: binh, at: 0 },
      { staff: anna, at: 500 },
    ]
    expect(flags({ assignments: moved })).toMatchObject({ effect: 'counted', flags: ['reassigned'], open: [] })
  })

  it('money that was carried over is one thing in both months', () => {
    const late = payment('r1', { moment: 100, afterClose: true })
    const now = payment('r2', { moment: 900, period: december })
    const facts = [late, now]
    expect(standingOf(known({ facts }))).toMatchObject({ state: 'paid', counted: 540_000, double: 0 })
    const next = standingOf(known({ period: december, facts }))
    expect(next).toMatchObject({ state: 'nothingDue', counted: 0, elsewhere: 540_000, unpaid: 0, double: 540_000 })
    expect(paymentIn(next, 'r2').effect).toBe('double')
  })

  it('a closed month does not change when the next one pays what it left', () => {
    const facts = [visit('v'), payment('r2', { period: december })]
    expect(standingOf(known({ facts }))).toMatchObject({ state: 'notPaid', reason: 'R01', unpaid: 540_000 })
  })

  it('the payment organisation has paid whom its list does not return', () => {
    const at = (of: object) => standingOf(known({ channel: 'point', assignments: [], ...of }))
    expect(at({})).toMatchObject({ state: 'notYetVisited', counted: 0 })
    expect(at({ returned: true })).toMatchObject({ state: 'paid', counted: 540_000, handed: 0 })
    const decisions = [{ kind: 'returnedUnpaid', id: 'd', by: second, at: 1, reason: 'R16' }]
    expect(at({ returned: true, decisions })).toMatchObject({ state: 'notPaid', reason: 'R16', unpaid: 540_000 })
    expect(paymentIn(at({ facts: [payment('p')] }), 'p').open).toEqual(['otherChannel'])
  })

  it('a word about flags covers those that there were, not those that come later', () => {
    const settled = {
      kind: 'settle' as const,
      id: 'd',
      by: second,
      at: 1,
      record: record('r2'),
      flags: ['double' as const],
    }
    const facts = [payment('r1'), payment('r2', { moment: 2000 })]
    expect(standingOf(known({ facts, decisions: [settled] })).openMatters).toBe(0)
    const changed = standingOf(known({ items: [item('a', 600_000)], facts, decisions: [settled] }))
    expect(paymentIn(changed, 'r2').open).toEqual(['amountDiffers'])
    expect(november).toBe('2026-11')
  })
})
