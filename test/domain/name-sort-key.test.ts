import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameSortKey } from '../../src/domain/name-sort-key.ts'
import { compareNames } from '../../src/domain/person-name.ts'

const byKey = (a: string, b: string) => {
  const [left, right] = [nameSortKey(a), nameSortKey(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

test('names are ordered by given name, then middle names, then family name', () => {
  const names = [
    'Trần Văn An',
    'Lê Thị Ánh',
    'Nguyễn Văn Ân',
    'Đỗ Văn Bé',
    'Nguyễn Thị Bé',
    'Lý Ba',
    'Lâm Thị Đào',
    'Võ Dân',
  ]
  expect(names.toSorted(byKey)).toEqual([
    'Trần Văn An',
    'Lê Thị Ánh',
    'Nguyễn Văn Ân',
    'Lý Ba',
    'Nguyễn Thị Bé',
    'Đỗ Văn Bé',
    'Võ Dân',
    'Lâm Thị Đào',
  ])
})

test('capitals and the place of the tone make no difference', () => {
  expect(nameSortKey('NGUYỄN THỊ THUÝ')).toBe(nameSortKey('Nguyễn Thị Thúy'))
  expect(nameSortKey('Trần Hoà')).toBe(nameSortKey('Trần Hòa'))
})

test('an empty name and a name of one word have a key', () => {
  expect(nameSortKey('An') < nameSortKey('Bình')).toBe(true)
  expect(nameSortKey('')).toMatch(/^[ -~]+$/)
})

const syllables = [
  'An',
  'Ân',
  'Ăn',
  'Bé',
  'Bê',
  'Dung',
  'Dũng',
  'Đúng',
  'Hà',
  'Há',
  'Hạ',
  'Hả',
  'Lê',
  'Lệ',
  'Ngọc',
  'Nga',
  'Ngà',
  'Oanh',
  'Ông',
  'Ơn',
  'Thu',
  'Thư',
  'Thị',
  'Tí',
  'Vy',
  'Vỹ',
  'Yến',
]

test('the key orders as the comparison of names does', () => {
  const name = fc.array(fc.constantFrom(...syllables), { minLength: 2, maxLength: 4 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(name, name, (a, b) => Math.sign(byKey(a, b)) === Math.sign(compareNames(a, b))),
    { numRuns: 3000 },
  )
})
