// Dates in lists: what people typed, and what Excel made of it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysInMonth } from '../../../src/domain/calendar-date.ts'
import type { Cell } from '../../../src/domain/list-import/grid.ts'
import { countsDays, dateOfSerial, readDate } from '../../../src/domain/list-import/read-date.ts'

const dateIn = (cell: Cell) => {
  const read = readDate(cell, 2026)
  return read.kind === 'date' ? read.date : read.kind
}

describe('a date of a list', () => {
  it.each<[Cell, string]>([
    ['1945', '1945'],
    [1945, '1945'],
    ['1945.0', '1945'],
    [' 1945 ', '1945'],
    ['Năm 1945', '1945'],
    ['sinh năm: 1945', '1945'],
    ['03/1945', '1945-03'],
    ['3-1945', '1945-03'],
    ['01/02/1945', '1945-02-01'],
    ['1.2.1945', '1945-02-01'],
    ['1 / 2 / 1945', '1945-02-01'],
    ['01\u00A0/02/1945', '1945-02-01'],
    ['01/02/1945 00:00:00', '1945-02-01'],
    ['1945-02-01', '1945-02-01'],
    ['1945-02-01T00:00:00Z', '1945-02-01'],
    ['1945/2/1', '1945-02-01'],
    ['1945-02', '1945-02'],
    ['01/02/1945.', '1945-02-01'],
    ['01021945', '1945-02-01'],
    ['00/00/1945', '1945'],
    ['00/03/1945', '1945-03'],
    ['--/--/1945', '1945'],
    ['xx/xx/1945', '1945'],
    ['__/03/1945', '1945-03'],
    [{ date: '1945-02-01' }, '1945-02-01'],
    [16469, '1945-02-01'],
    ['29/02/1944', '1944-02-29'],
  ])('%j is %s', (cell, expected) => {
    expect(dateIn(cell)).toBe(expected)
  })

  it.each<[Cell]>([
    ['29/02/1945'],
    ['31/04/1950'],
    ['12/31/1945'],
    ['không rõ'],
    ['1850'],
    ['2150'],
    ['19455'],
    [19455],
    ['1/1/1/1945'],
    ['194'],
    [-5],
    [3.5],
  ])('%j is not read as a date', (cell) => {
    expect(dateIn(cell)).toBe('unreadable')
  })

  it.each<[Cell]>([['45'], ['01/02/45'], ['2/45']])('the century of %j is asked about', (cell) => {
    expect(dateIn(cell)).toBe('twoDigitYear')
  })

  it.each<[Cell]>([[''], [null], ['-'], ['0'], ['…'.replace('…', '..')]])('%j says nothing', (cell) => {
    expect(dateIn(cell)).toBe('none')
  })

  it('any real day is read the same as text, as an Excel date and as a bare day number', () => {
    const day = fc
      .record({
        year: fc.integer({ min: 1928, max: 2026 }),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 31 }),
      })
      .filter(({ year, month, day }) => day <= daysInMonth(year, month))
    fc.assert(
      fc.property(day, ({ year, month, day }) => {
        const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
        const serial = Math.round(Date.UTC(year, month - 1, day) / 86_400_000) + 25_569
        expect(dateIn(`${day}/${month}/${year}`)).toBe(iso)
        expect(dateIn({ date: iso })).toBe(iso)
        expect(dateOfSerial(serial)).toBe(iso)
        if (serial >= 10_000 && (year < 1952 || year > 1957)) expect(dateIn(serial)).toBe(iso)
      }),
    )
  })

  it('a number like a year with a digit too many is a day where the other numbers of its column are', () => {
    expect(countsDays([16469, 19455, '1945', 1945, null, { date: '1945-02-01' }, 22000])).toBe(true)
    expect(countsDays([1945, 19455, '16469', 1950])).toBe(false)
    expect(countsDays([16469, 19455, 19455])).toBe(false)
    expect(readDate(19455, 2026, true)).toEqual({ kind: 'date', date: '1953-04-06' })
  })

  it('no text makes it throw or gives a date that does not exist', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const read = readDate(text, 2026)
        if (read.kind !== 'date') return
        const [year, month, date] = read.date.split('-').map(Number)
        expect(year).toBeGreaterThanOrEqual(1880)
        if (date !== undefined) expect(date).toBeLessThanOrEqual(daysInMonth(year ?? 0, month ?? 0))
      }),
    )
  })
})
