// What was true on a day: laid beside a calendar in which each day is painted by hand.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalendarDate, daysLater, lastDayOfMonth } from '../../src/domain/calendar-date.ts'
import type { CommuneCode } from '../../src/domain/ids.ts'
import { deathWithdrawn, endedByDeath } from '../../src/domain/list-history/death.ts'
import { periodsOf } from '../../src/domain/list-history/periods.ts'
import { dueDays, lastDayBeforePlans } from '../../src/domain/list-history/plans.ts'
import { type DatedFields, stateOn } from '../../src/domain/list-history/state-on.ts'
import { entitlementOf, madeUpPerson } from '../support/made-up-person.ts'

const first = '2026-01-01' as CalendarDate
const span = 60
const dayAt = (n: number) => daysLater(first, n)
const benefit = { ...entitlementOf(madeUpPerson('31147' as CommuneCode)), monthly: 1 as never }

const change = fc.record({
  from: fc.option(fc.integer({ min: 0, max: span - 1 })),
  length: fc.option(fc.integer({ min: 0, max: 20 })),
  amount: fc.integer({ min: 2, max: 6 }),
})

/** Days painted one by one, and the changes as they are written down. */
function painted(plans: readonly { from: number | null; length: number | null; amount: number }[]) {
  const calendar = Array.from({ length: span }, () => 1)
  const changes = plans.map(({ from, length, amount }): DatedFields => {
    const last = from === null || length === null ? span - 1 : from + length
    for (let day = from ?? 0; day <= Math.min(last, span - 1); day += 1) calendar[day] = amount
    const until = from === null || length === null ? null : dayAt(from + length)
    return {
      from: from === null ? null : dayAt(from),
      until,
      fields: [{ field: 'monthly', before: 1, after: amount }],
    }
  })
  return { calendar, changes }
}

describe('the list of a day', () => {
  it('is what was written down last of those changes that speak of the day', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (plans) => {
        const { calendar, changes } = painted(plans)
        expect(calendar.map((_, n) => stateOn(benefit, changes, dayAt(n)).monthly)).toEqual(calendar)
      }),
      { numRuns: 200 },
    )
  })

  it('falls into periods without gap or overlap that say the same', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (plans) => {
        const { calendar, changes } = painted(plans)
        const periods = periodsOf(benefit, changes)
        expect(periods[0]?.from).toBe(null)
        expect(periods.at(-1)?.until).toBe(null)
        for (const [index, period] of periods.entries()) {
          const next = periods[index + 1]
          if (next?.from) expect(period.until).toBe(daysLater(next.from, -1))
        }
        const amounts = calendar.map((_, n) => {
          const day = dayAt(n)
          const holding = periods.filter(({ from, until }) => (from ?? day) <= day && (until ?? day) >= day)
          expect(holding).toHaveLength(1)
          return holding[0]?.terms.monthly
        })
        expect(amounts).toEqual(calendar)
      }),
      { numRuns: 200 },
    )
  })

  it('leaves alone what no change speaks of', () => {
    const changes = [{ from: dayAt(3), until: null, fields: [{ field: 'monthly', before: 1, after: 2 }] }]
    expect(stateOn(benefit, changes, dayAt(9))).toEqual({ ...benefit, monthly: 2 })
  })

  it('knows on which days it has to be looked at again', () => {
    expect(dueDays({ from: dayAt(5), until: dayAt(9) }, dayAt(4))).toEqual([dayAt(5), dayAt(10)])
    expect(dueDays({ from: dayAt(5), until: dayAt(9) }, dayAt(5))).toEqual([dayAt(10)])
    expect(dueDays({ from: null, until: null }, dayAt(5))).toEqual([])
    const planned = [{ from: dayAt(7), until: null, fields: [{ field: 'monthly', before: 1, after: 2 }] }]
    expect(lastDayBeforePlans(['monthly'], planned, dayAt(5))).toBe(dayAt(6))
    expect(lastDayBeforePlans(['hamlet'], planned, dayAt(5))).toBe(null)
    expect(lastDayBeforePlans(['monthly'], planned, dayAt(7))).toBe(null)
  })
})

describe('a death', () => {
  const owedOn = (changes: readonly DatedFields[], day: CalendarDate) => {
    const { state, until } = stateOn(benefit, changes, day)
    return state === 'active' && (until === null || day <= until)
  }

  it('leaves the month of death owed and nothing after, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (n) => {
        const died = daysLater('2020-01-01' as CalendarDate, n)
        const last = lastDayOfMonth(died)
        const changes = endedByDeath(benefit, died)
        const days = [died, last, daysLater(last, 1), daysLater(last, 400)]
        expect(days.map((day) => owedOn(changes, day))).toEqual([true, true, false, false])
      }),
      { numRuns: 100 },
    )
  })

  it('changes nothing of what had ended before, and can be taken back', () => {
    const died = '2026-03-10' as CalendarDate
    expect(endedByDeath({ ...benefit, until: '2026-02-28' as CalendarDate }, died)).toEqual([])
    expect(endedByDeath({ ...benefit, state: 'ceased' }, died)).toEqual([])
    const line = { thing: 'entitlement', thingId: benefit.id, kind: 'died' } as const
    const written = endedByDeath(benefit, died).map((dated, index) => ({
      ...line,
      ...dated,
      n: index + 1,
      fields: [...dated.fields],
    }))
    const all = [...written, ...deathWithdrawn(written)]
    expect(stateOn(benefit, all, '2027-01-01' as CalendarDate)).toEqual(benefit)
    expect(deathWithdrawn(all.map((change, index) => ({ ...change, n: index + 1 })))).toEqual([])
  })
})
