// A new list against the list that is known.
import { describe, expect, it } from 'vitest'
import type { Beneficiary } from '../../../src/domain/beneficiary.ts'
import type { CommuneCode } from '../../../src/domain/ids.ts'
import {
  compareWithList,
  type ComparedLine,
  type ListedPerson,
} from '../../../src/domain/list-import/compare-with-list.ts'
import type { Cell } from '../../../src/domain/list-import/grid.ts'
import { readList } from '../../../src/domain/list-import/read-list.ts'
import { sheetOf } from '../../support/list-grid.ts'

const commune = '31147' as CommuneCode
const heading = ['STT', 'Mã hồ sơ', 'Họ và tên', 'Năm sinh', 'CCCD', 'Ấp', 'Đối tượng', 'Mức hưởng', 'Điện thoại']

type Row = {
  file?: string
  name?: string
  birth?: Cell
  id?: Cell
  hamlet?: string
  category?: string
  monthly?: Cell
  phone?: Cell
}

let made = 0
const newId = () => `00000000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`

function compare(
  rows: readonly Row[],
  people: readonly ListedPerson[] = [],
  idsElsewhere: readonly string[] = [],
): ComparedLine[] {
  const cells = rows.map((row, index) => [
    index + 1,
    row.file ?? '',
    row.name ?? 'Lê Văn An',
    row.birth ?? '1945',
    row.id ?? '',
    row.hamlet ?? 'Thới Hòa',
    row.category ?? 'Người khuyết tật nặng',
    row.monthly ?? 750000,
    row.phone ?? '',
  ])
  const { rows: read } = readList(sheetOf([heading, ...cells]), 2026)
  return compareWithList(read, { commune, people, idsElsewhere: new Set(idsElsewhere), newId })
}

/** The list after taking a file into an empty one. */
function listOf(...rows: Row[]): ListedPerson[] {
  const people = new Map<string, { beneficiary: Beneficiary; entitlements: ListedPerson['entitlements'][number][] }>()
  for (const line of compare(rows)) {
    if (line.kind !== 'added') throw new Error(`not added: ${line.kind}`)
    const known = people.get(line.beneficiary.id)
    if (known) known.entitlements.push(line.entitlement)
    else people.set(line.beneficiary.id, { beneficiary: line.beneficiary, entitlements: [line.entitlement] })
  }
  return [...people.values()]
}

const kinds = (lines: readonly ComparedLine[]) => lines.map((line) => line.kind)
const changesOf = (line: ComparedLine | undefined) => (line && 'changes' in line ? line.changes : [])

describe('a list compared with what is known', () => {
  it('adds whom nobody knew, once', () => {
    expect(kinds(compare([{}, {}]))).toEqual(['added', 'duplicate'])
    expect(compare([{}, {}])[1]).toMatchObject({ kind: 'duplicate', of: 2 })
  })

  it('the same list again changes nothing, capitals and placement of tones included', () => {
    const people = listOf({ name: 'Nguyễn Thị Hòa', hamlet: 'Thới Hòa', file: 'TD-1' })
    expect(kinds(compare([{ name: 'NGUYỄN THỊ HOÀ', hamlet: 'THỚI HOÀ', file: 'TD-1' }], people))).toEqual([
      'unchanged',
    ])
  })

  it('knows a person by ID number even under another name, and shows what changes field by field', () => {
    const people = listOf({ id: '092045990001', phone: '0912345678' })
    const [line] = compare([{ id: '92045990001', name: 'Lê Văn Ân', monthly: 1_000_000 }], people)
    expect(line?.kind).toBe('changed')
    expect(changesOf(line)).toEqual([
      { field: 'name', before: 'Lê Văn An', after: 'Lê Văn Ân' },
      { field: 'monthly', before: 750_000, after: 1_000_000 },
    ])
  })

  it('empty cells and less exact dates take nothing away', () => {
    const people = listOf({ id: '092045990001', birth: '02/03/1945', phone: '0912345678' })
    expect(kinds(compare([{ birth: '1945', id: '' }], people))).toEqual(['unchanged'])
  })

  it('a citizen ID in the place of an old number is the same person, who keeps the old number', () => {
    const people = listOf({ id: '361000702' })
    expect(changesOf(compare([{ id: '092045990001' }], people)[0])).toEqual([
      // The citizen ID, agreeing with the birth, says what the list never said.
      { field: 'sex', before: null, after: 'M' },
      { field: 'idNumber', before: '361000702', after: '092045990001' },
      { field: 'oldIdNumber', before: null, after: '361000702' },
    ])
  })

  it('two people of one name and birth with different citizen IDs are two people', () => {
    expect(kinds(compare([{ id: '092045990001' }, { id: '092045990002' }]))).toEqual(['added', 'added'])
  })

  it('a second benefit of one person is no duplicate, and goes to the same person', () => {
    const lines = compare([{ category: 'Người khuyết tật nặng' }, { category: 'Người đơn thân nghèo nuôi con' }])
    expect(kinds(lines)).toEqual(['added', 'added'])
    const [first, second] = lines
    if (first?.kind !== 'added' || second?.kind !== 'added') throw new Error('not added')
    expect(second.beneficiary.id).toBe(first.beneficiary.id)
    expect(second.isNewPerson).toBe(false)
  })

  it('another category in the only row of a person is a change of the benefit, not a second one', () => {
    const people = listOf({ category: 'Người khuyết tật nặng' })
    const lines = compare([{ category: 'Người khuyết tật đặc biệt nặng', monthly: 1_000_000 }], people)
    expect(kinds(lines)).toEqual(['changed'])
    expect(changesOf(lines[0]).map((change) => change.field)).toEqual(['category', 'monthly'])
  })

  it('whoever the new list no longer names is proposed as ceased, only within its programmes', () => {
    const people = [
      ...listOf({ name: 'Lê Văn An' }),
      ...listOf({ name: 'Trần Văn Bảy', category: 'Bà mẹ VNAH', monthly: 8_367_000 }),
    ]
    const lines = compare([{ name: 'Lê Văn Mới' }], people)
    expect(lines.map((line) => [line.kind, line.kind === 'missing' ? line.beneficiary.name : line.row?.name])).toEqual([
      ['added', 'Lê Văn Mới'],
      ['missing', 'Lê Văn An'],
    ])
  })

  it('broken rows are left out and nobody is missing because of another row', () => {
    const people = listOf({ name: 'Lê Văn An' })
    expect(kinds(compare([{ name: 'Lê Văn An' }, { name: 'Lê Văn Lỗi', birth: '31/02/1945' }], people))).toEqual([
      'unchanged',
      'broken',
    ])
  })

  it('an ID number that stands on another list of the scope waits for somebody to decide', () => {
    expect(compare([{ id: '092045990001' }], [], ['092045990001'])[0]).toMatchObject({
      kind: 'ambiguous',
      because: 'onAnotherList',
    })
  })

  it('a row that fits several people waits for somebody to decide', () => {
    const people = [
      ...listOf({ birth: '01/02/1945', id: '092045990001' }),
      ...listOf({ birth: '03/04/1945', id: '092045990002' }),
    ]
    expect(compare([{ birth: '1945' }], people)[0]).toMatchObject({ kind: 'ambiguous', because: 'severalFit' })
  })

  it('the file code tells namesakes apart', () => {
    const people = [...listOf({ file: 'TD-1', id: '092045990001' }), ...listOf({ file: 'TD-2', id: '092045990002' })]
    const [line] = compare([{ file: 'TD-2' }], people)
    expect(line?.kind === 'unchanged' ? line.beneficiary.fileCode : line?.kind).toBe('TD-2')
  })
})
