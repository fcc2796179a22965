// Money in lists.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../src/domain/list-import/grid.ts'
import { readAmount } from '../../../src/domain/list-import/read-amount.ts'

const amountIn = (cell: Cell) => {
  const read = readAmount(cell)
  return read.kind === 'amount' ? read.amount : read.kind
}

describe('an amount of a list', () => {
  it.each<[Cell, number | string]>([
    [500000, 500_000],
    ['500000', 500_000],
    ['500.000', 500_000],
    ['1.673.000', 1_673_000],
    ['1,673,000', 1_673_000],
    ['1 673 000', 1_673_000],
    ['500.000 đ', 500_000],
    ['500.000đồng', 500_000],
    ['500.000 VNĐ/tháng', 500_000],
    ['500.000,00', 500_000],
    ['500,000.00', 500_000],
    ['500000.0', 500_000],
    ['500.000,-', 500_000],
    ['5.4E+05', 540_000],
    ['0', 0],
    ['', 'none'],
    [null, 'none'],
    ['-', 'none'],
    [' - ', 'none'],
    ['năm trăm', 'unreadable'],
    ['-500000', 'unreadable'],
    [-500000, 'unreadable'],
    ['1.5', 'unreadable'],
    [1.5, 'unreadable'],
    ['50.00.000', 'unreadable'],
    ['500.000,50', 'unreadable'],
    ['#REF!', 'unreadable'],
    ['1e21', 'unreadable'],
  ])('%j is %j', (cell, expected) => {
    expect(amountIn(cell)).toBe(expected)
  })

  it('however an amount is grouped, it is the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), fc.constantFrom('.', ',', ' ', ''), (amount, sign) => {
        const text = String(amount).replace(/\B(?=(\d{3})+$)/g, sign)
        expect(amountIn(text)).toBe(amount)
      }),
    )
  })
})
