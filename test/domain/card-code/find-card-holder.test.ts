import { describe, expect, it } from 'vitest'
import { findCardHolder, findNumberHolder } from '../../../src/domain/card-code/find-card-holder.ts'
import { readCardText } from '../../../src/domain/card-code/read-card-code.ts'
import { PartialDate } from '../../../src/domain/calendar-date.ts'
import { IdNumber } from '../../../src/domain/citizen-id.ts'

type Written = { name?: string; birth?: string | null; id?: string | null; old?: string | null }

function listed({ name = 'Ai Khác', birth = null, id = null, old = null }: Written) {
  return {
    beneficiary: {
      name,
      birth: birth === null ? null : PartialDate.parse(birth),
      idNumber: id === null ? null : IdNumber.parse(id),
      oldIdNumber: old === null ? null : IdNumber.parse(old),
    },
  }
}

const reading = readCardText('092145990124|361990124|HUỲNH PHƯỚC THUỶ|03021945|Nữ|Cần Thơ|10052021')
if (reading.kind === 'refused') throw new Error(reading.why)
const { card } = reading
const others = Array.from({ length: 50 }, (_, n) => listed({ id: `0920459910${String(n).padStart(2, '0')}` }))

describe('whose card it is', () => {
  it.each<[string, Written]>([
    ['by the number of today', { id: '092145990124' }],
    ['by the old number, where the list knows only that', { id: '361990124' }],
    ['by the old number beside another of today', { id: '092145990999', old: '361990124' }],
    ['by name and birth, however written', { name: 'Huỳnh Phước Thủy', birth: '1945-02-03' }],
    ['by name and year, where the list knows no more', { name: 'huynh phuoc thuy', birth: '1945' }],
    ['by name and birth beside another old number', { name: 'Huỳnh Phước Thủy', birth: '1945-02', id: '361990999' }],
  ])('%s', (_, written) => {
    const person = listed(written)
    expect(findCardHolder(card, [...others, person])).toEqual({ kind: 'one', person })
  })

  it('a number goes before a name', () => {
    const byNumber = listed({ id: '092145990124' })
    const byName = listed({ name: 'Huỳnh Phước Thủy', birth: '1945' })
    expect(findCardHolder(card, [byName, byNumber])).toEqual({ kind: 'one', person: byNumber })
  })

  it('several who fit are all offered', () => {
    const people = [
      listed({ name: 'Huỳnh Phước Thủy', birth: '1945' }),
      listed({ name: 'Huỳnh Phước Thuỷ', birth: '1945-02' }),
    ]
    expect(findCardHolder(card, [...others, ...people])).toEqual({ kind: 'several', people })
    const doubled = [listed({ id: '092145990124' }), listed({ id: '092145990124' })]
    expect(findCardHolder(card, doubled)).toEqual({ kind: 'several', people: doubled })
  })

  it('somebody of the same name and birth with another citizen ID is never opened unasked', () => {
    const namesake = listed({ name: 'Huỳnh Phước Thủy', birth: '1945-02-03', id: '092145990777' })
    expect(findCardHolder(card, [namesake])).toEqual({ kind: 'several', people: [namesake] })
  })

  it.each<[string, Written]>([
    ['another birth', { name: 'Huỳnh Phước Thủy', birth: '1946' }],
    ['no birth', { name: 'Huỳnh Phước Thủy', birth: null }],
    ['another name', { name: 'Huỳnh Phước Thúy Hằng', birth: '1945-02-03' }],
  ])('a stranger: %s', (_, written) => {
    expect(findCardHolder(card, [...others, listed(written)])).toEqual({ kind: 'none' })
  })

  it('a number that was typed is looked for among today’s and old ones', () => {
    const person = listed({ id: '092145990124', old: '361990124' })
    expect(findNumberHolder('361990124', [...others, person])).toEqual({ kind: 'one', person })
    expect(findNumberHolder('361990125', [...others, person])).toEqual({ kind: 'none' })
  })
})
