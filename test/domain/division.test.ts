// The divisions as dated data, laid beside the public tables that they were taken from, line by line.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { divisionOn, divisionOfToday, divisions, whatBecameOf, whatItWas } from '../../src/domain/division.ts'
import type { CommuneCode } from '../../src/domain/ids.ts'
import { otherCommuneThan } from '../../src/domain/list-import/other-commune.ts'
import { readUnitName, unitInAddress } from '../../src/domain/unit-names.ts'

function table(name: string): Record<string, string>[] {
  const text = readFileSync(join(import.meta.dirname, `../fixtures/divisions/${name}.csv`), 'utf8')
  const [head = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
  const names = head.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(names.map((column, index) => [column, cells[index] ?? '']))
  })
}

const crosswalk = table('crosswalk-2024-to-2025')
const [of2023, of2024, of2025] = divisions
const code = (text: string | undefined) => text as CommuneCode
const day = (text: string) => text as CalendarDate

describe('the divisions of Can Tho', () => {
  it('are those of the public tables, name by name', () => {
    const before = table('communes-2023').map((row) => [row['commune_code'], row['commune_name'], row['district_name']])
    expect([...of2023.units.values()].map((unit) => [unit.code, unit.name, unit.district])).toEqual(before)
    const today = table('communes-2025').map((row) => [row['commune_code'], row['commune_name']])
    expect([...of2025.units.values()].map((unit) => [unit.code, unit.name])).toEqual(today)
    expect([of2023.units.size, of2024.units.size, of2025.units.size]).toEqual([83, 80, 103])
  })

  it.each([
    ['2023-05-22', '2023'],
    ['2024-10-31', '2023'],
    ['2024-11-01', '2024'],
    ['2025-06-30', '2024'],
    ['2025-07-01', '2025'],
    ['2031-01-01', '2025'],
  ])('on %s the division of %s is in force', (when, id) => {
    expect(divisionOn(day(when)).id).toBe(id)
  })

  it('one code means two places: 31147 was Hưng Lợi and is Tân An', () => {
    const name = (when: string) => divisionOn(day(when)).units.get(code('31147'))?.name
    expect([name('2025-06-30'), name('2025-07-01')]).toEqual(['Phường Hưng Lợi', 'Phường Tân An'])
  })

  it('every line of the crosswalk is found in both directions', () => {
    for (const row of crosswalk) {
      const extent = row['merge_type'] === 'full' ? 'whole' : 'part'
      const unit = { code: row['new_commune_code'], name: row['new_commune_name'], district: null }
      expect(whatBecameOf(code(row['old_commune_code']), of2024)).toContainEqual({ unit, extent })
      const old = { code: row['old_commune_code'], name: row['old_commune_name'], district: row['old_district_name'] }
      expect(whatItWas(code(row['new_commune_code']))).toContainEqual({ unit: old, extent })
    }
    const lines = [...of2024.units.keys()].flatMap((unit) => whatBecameOf(unit, of2024))
    expect(lines).toHaveLength(crosswalk.length)
    const back = [...of2025.units.keys()].flatMap((unit) => whatItWas(unit))
    expect(back).toHaveLength(crosswalk.length)
  })

  it('no unit is left without a successor, and none became one that is not there', () => {
    for (const division of divisions) {
      for (const unit of division.units.keys()) {
        const became = whatBecameOf(unit, division)
        expect([unit, became.length > 0]).toEqual([unit, true])
        for (const { unit: today } of became) expect(divisionOfToday.units.get(today.code)).toEqual(today)
      }
    }
  })

  it('follows a unit through two changes: An Cư joined Thới Bình, and Thới Bình became Ninh Kiều', () => {
    expect(whatBecameOf(code('31129'), of2023).map(({ unit }) => unit.name)).toEqual(['Phường Ninh Kiều'])
    expect(whatBecameOf(code('31129'), of2024)).toEqual([])
  })

  it('says when a unit was divided', () => {
    const became = whatBecameOf(code('31178'), of2023).map(({ unit, extent }) => [unit.name, extent])
    expect(became).toEqual([
      ['Phường Cái Khế', 'part'],
      ['Phường Bình Thủy', 'part'],
    ])
  })
})

describe('the commune column of a list', () => {
  it.each([
    ['31147', 'Phường Tân An', false],
    ['31147', 'P. Hưng Lợi', false],
    ['31147', 'An Khánh', false],
    ['31147', 'Phường Cái Khế', true],
    ['31135', 'Phường Tân An', false],
    ['31135', 'An Cư', false],
    ['31150', 'Phường Long Tuyền', false],
    ['31150', 'Phường Bùi Hữu Nghĩa', true],
    ['31147', 'Phường Bến Nghé', false],
    ['31147', null, false],
  ])('in a list of %s %j names another commune: %s', (commune, written, other) => {
    expect(otherCommuneThan(code(commune))(written)).toBe(other)
  })
})

describe('a commune as people write it', () => {
  const meaning = (found: ReturnType<typeof readUnitName>) =>
    found.kind === 'former'
      ? `${found.unit.name} (${found.division.id}) → ${found.became.map(({ unit }) => unit.name).join(', ')}`
      : found.kind === 'today'
        ? found.unit.name
        : null

  it.each([
    ['Phường Hưng Lợi', 'Phường Hưng Lợi (2024) → Phường Tân An'],
    ['P. Hưng Lợi', 'Phường Hưng Lợi (2024) → Phường Tân An'],
    ['p.hưng lợi', 'Phường Hưng Lợi (2024) → Phường Tân An'],
    ['Hung Loi', 'Phường Hưng Lợi (2024) → Phường Tân An'],
    ['PHƯỜNG AN CƯ', 'Phường An Cư (2023) → Phường Ninh Kiều'],
    ['TT. Cờ Đỏ', 'Thị trấn Cờ Đỏ (2024) → Xã Cờ Đỏ'],
    ['Phường Tân An', 'Phường Tân An'],
    ['Phường Tân An, quận Ninh Kiều', 'Phường Tân An (2024) → Phường Ninh Kiều'],
    ['Tân An - Ninh Kiều', 'Phường Tân An (2024) → Phường Ninh Kiều'],
    ['xã Thạnh Quới', 'Xã Thạnh Quới'],
    ['Bình Thuỷ', 'Phường Bình Thủy'],
    ['Phường Bến Nghé', null],
    ['', null],
  ])('%j is read as %j', (text, expected) => {
    expect(meaning(readUnitName(text))).toBe(expected)
  })

  it.each([
    ['Số 12, hẻm 7, KV 3, phường Hưng Lợi, quận Ninh Kiều, TP Cần Thơ', 'Phường Hưng Lợi (2024) → Phường Tân An'],
    ['12/4 khu vực 3, P.Tân An, Q. Ninh Kiều, Cần Thơ', 'Phường Tân An (2024) → Phường Ninh Kiều'],
    ['Khu vực 3, phường Tân An, thành phố Cần Thơ', 'Phường Tân An'],
    ['Ấp Thới Hòa, xã Thới Đông, huyện Cờ Đỏ, Cần Thơ', 'Xã Thới Đông (2024) → Xã Cờ Đỏ'],
    ['Ấp 3, xã Thới Đông', 'Xã Thới Đông (2024) → Xã Cờ Đỏ'],
    ['Khu phố 2, phường An Bình, thành phố Rạch Giá, Kiên Giang', null],
    ['ấp Hưng Lợi', null],
  ])('the address %j names %j', (address, expected) => {
    expect(meaning(unitInAddress(address))).toBe(expected)
  })

  it('finds every unit of every division by its own name and district', () => {
    for (const division of divisions) {
      for (const unit of division.units.values()) {
        const found = readUnitName([unit.name, unit.district].filter(Boolean).join(', '))
        expect([unit.name, found.kind === 'unknown' ? null : found.unit.code]).toEqual([unit.name, unit.code])
      }
    }
  })
})
