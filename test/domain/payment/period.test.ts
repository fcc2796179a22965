// Months, their states, and what is owed in them.
import { describe, expect, it } from 'vitest'
import { type CalendarDate, dayInVietnam } from '../../../src/domain/calendar-date.ts'
import { isOwed } from '../../../src/domain/payment/owed.ts'
import { type PeriodState, type PeriodStep, nextPeriodState } from '../../../src/domain/payment/period-state.ts'
import { daysOf, formatPeriod, monthsAfter, monthsBetween, type Period } from '../../../src/domain/payment/period.ts'

const month = (text: string) => text as Period
const day = (text: string) => text as CalendarDate

describe('a month', () => {
  it('counts over the year’s end, both ways', () => {
    expect(monthsAfter(month('2026-12'), 1)).toBe('2027-01')
    expect(monthsAfter(month('2026-01'), -1)).toBe('2025-12')
    expect(monthsAfter(month('2026-03'), -15)).toBe('2024-12')
    expect(monthsBetween(month('2025-11'), month('2026-02'))).toBe(3)
    expect(daysOf(month('2028-02'))).toEqual({ first: '2028-02-01', last: '2028-02-29' })
    expect(formatPeriod(month('2026-11'))).toBe('11/2026')
  })

  it('a day in Viet Nam begins seven hours before that of Greenwich', () => {
    expect(dayInVietnam(Date.UTC(2026, 10, 22, 16, 59))).toBe('2026-11-22')
    expect(dayInVietnam(Date.UTC(2026, 10, 22, 17, 0))).toBe('2026-11-23')
  })
})

describe('the states of a list', () => {
  const free = { blocking: 0, before: 'closed' as const, openMatters: 0 }
  const way: [PeriodState, PeriodStep, PeriodState][] = [
    ['draft', 'check', 'checked'],
    ['checked', 'check', 'checked'],
    ['checked', 'change', 'draft'],
    ['draft', 'change', 'draft'],
    ['checked', 'lock', 'locked'],
    ['locked', 'change', 'locked'],
    ['locked', 'finish', 'paid'],
    ['paid', 'change', 'paid'],
    ['paid', 'close', 'closed'],
  ]
  const states: PeriodState[] = ['draft', 'checked', 'locked', 'paid', 'closed']
  const steps: PeriodStep[] = ['check', 'change', 'lock', 'finish', 'close']

  it('have these ways between them, and no others', () => {
    const found = states.flatMap((state) =>
      steps.flatMap((step) => {
        const answer = nextPeriodState(state, step, free)
        return answer.kind === 'goes' ? [[state, step, answer.to]] : []
      }),
    )
    expect(new Set(found.map(String))).toEqual(new Set(way.map(String)))
  })

  it('stop where something stands in the way, and say what', () => {
    const refusal = (state: PeriodState, step: PeriodStep, of: object) => {
      const answer = nextPeriodState(state, step, { ...free, ...of })
      return answer.kind === 'refused' ? answer.because : answer.to
    }
    expect(refusal('checked', 'lock', { blocking: 1 })).toBe('blockingProblems')
    expect(refusal('draft', 'check', { blocking: 1 })).toBe('draft')
    expect(refusal('paid', 'close', { openMatters: 1 })).toBe('openMatters')
    for (const before of ['draft', 'checked', 'locked', 'paid'] as const) {
      expect(refusal('paid', 'close', { before })).toBe('earlierNotClosed')
    }
    expect(refusal('paid', 'close', { before: null })).toBe('closed')
  })
})

describe('what is owed', () => {
  const benefit = { state: 'active' as const, from: null, until: null }
  const november = month('2026-11')

  it('to the dead: the month of death and nothing after', () => {
    expect(isOwed(benefit, november, november)).toEqual({ owed: true })
    expect(isOwed(benefit, november, month('2026-10'))).toEqual({ owed: false, because: 'death' })
  })

  it('from the month of its first day to the month of its last', () => {
    expect(isOwed({ ...benefit, from: day('2026-11-30') }, november, null)).toEqual({ owed: true })
    expect(isOwed({ ...benefit, from: day('2026-12-01') }, november, null)).toEqual({ owed: false, because: 'notYet' })
    expect(isOwed({ ...benefit, until: day('2026-11-01') }, november, null)).toEqual({ owed: true })
    expect(isOwed({ ...benefit, until: day('2026-10-31') }, november, null)).toEqual({ owed: false, because: 'ended' })
  })

  it('not while suspended, and after it ceased only to its last day', () => {
    expect(isOwed({ ...benefit, state: 'suspended' }, november, null)).toEqual({ owed: false, because: 'suspended' })
    const ceased = { ...benefit, state: 'ceased' as const }
    expect(isOwed(ceased, november, null)).toEqual({ owed: false, because: 'ceased' })
    expect(isOwed({ ...ceased, until: day('2026-11-10') }, november, null)).toEqual({ owed: true })
  })
})
