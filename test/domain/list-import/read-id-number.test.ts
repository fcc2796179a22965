// ID numbers in lists, as Excel left them.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { provinceByCode } from '../../../src/domain/code-lists/province-codes.ts'
import type { Cell } from '../../../src/domain/list-import/grid.ts'
import { readIdNumber } from '../../../src/domain/list-import/read-id-number.ts'

describe('an ID number of a list', () => {
  it.each<[Cell, string, string | null]>([
    ['092155990028', '092155990028', null],
    ['092 155 990 028', '092155990028', null],
    ['092.155.990.028', '092155990028', null],
    ['092.155.990.000', '092155990000', null],
    ['092155990028 cấp ngày 10/05/2021', '092155990028', null],
    ['‘092155990028', '092155990028', null],
    ['361000702.0', '361000702', null],
    ["'092155990028", '092155990028', null],
    ['CCCD: 092155990028', '092155990028', null],
    [92155990028, '092155990028', null],
    ['92155990028', '092155990028', null],
    ['9.2155990028E+10', '092155990028', null],
    [1155990028, '001155990028', null],
    ['361000702', '361000702', null],
    [36100070, '036100070', null],
    ['092155990028/361000702', '092155990028', '361000702'],
    ['361000702; 092155990028', '092155990028', '361000702'],
    ['092155990028 (361000702)', '092155990028', '361000702'],
  ])('%j is %s', (cell, idNumber, oldIdNumber) => {
    expect(readIdNumber(cell)).toMatchObject({ kind: 'ids', idNumber, oldIdNumber })
  })

  it.each<[Cell]>([
    ['09215599002A'],
    ['1234567'],
    ['99955990028'],
    ['0921559900281'],
    ['361000702/361000703/361000704'],
  ])('%j is not read', (cell) => {
    expect(readIdNumber(cell)).toEqual({ kind: 'unreadable' })
  })

  it.each<[Cell]>([[''], [null], ['-'], ['0'], ['chưa có'], ['Không']])('%j says nothing', (cell) => {
    expect(readIdNumber(cell)).toEqual({ kind: 'none' })
  })

  it('a citizen ID is the same with and without the zeros that a spreadsheet took', () => {
    const codes = fc.constantFrom(...provinceByCode.keys())
    fc.assert(
      fc.property(codes, fc.integer({ min: 0, max: 999_999_999 }), (province, rest) => {
        const id = `${province}${String(rest).padStart(9, '0')}`
        const read = readIdNumber(Number(id))
        expect(read.kind === 'ids' ? read.idNumber : read.kind).toBe(id)
      }),
    )
  })
})

describe('words in the place of an ID number', () => {
  it.each<[Cell]>([['đang làm'], ['Chưa có CCCD'], ['mất'], ['không có'], ['-'], [0], ['']])('%j is none', (cell) => {
    expect(readIdNumber(cell)).toEqual({ kind: 'none' })
  })
})
