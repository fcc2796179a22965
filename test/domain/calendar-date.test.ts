import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageOn, CalendarDate, formatDate, parseTypedDate, PartialDate } from '../../src/domain/calendar-date.ts'

describe('a date that may be partly known', () => {
  it.each([
    ['1945', '1945'],
    ['03/1945', '1945-03'],
    ['1/2/1945', '1945-02-01'],
    [' 29-02-2024 ', '2024-02-29'],
    ['29/02/2023', null],
    ['13/1945', null],
    ['1/2/45', null],
    ['', null],
  ])('%j typed by an officer is %j', (typed, date) => {
    expect(parseTypedDate(typed)).toBe(date)
  })

  it('is read back from what the screen shows', () => {
    const date = fc
      .record({
        y: fc.integer({ min: 1900, max: 2100 }),
        m: fc.integer({ min: 1, max: 12 }),
        d: fc.integer({ min: 1, max: 28 }),
      })
      .chain(({ y, m, d }) => {
        const parts = [String(y), String(m).padStart(2, '0'), String(d).padStart(2, '0')]
        return fc.constantFrom(1, 2, 3).map((known) => PartialDate.parse(parts.slice(0, known).join('-')))
      })
    fc.assert(fc.property(date, (known) => parseTypedDate(formatDate(known)) === known))
  })

  it.each([
    ['1945', { atLeast: 80, atMost: 81 }],
    ['1945-11', { atLeast: 80, atMost: 81 }],
    ['1945-12', { atLeast: 80, atMost: 80 }],
    ['1945-11-23', { atLeast: 81, atMost: 81 }],
    ['1945-11-24', { atLeast: 80, atMost: 80 }],
  ])('born %s, a person is this old on 23 November 2026', (birth, age) => {
    expect(ageOn(PartialDate.parse(birth), CalendarDate.parse('2026-11-23'))).toEqual(age)
  })
})
