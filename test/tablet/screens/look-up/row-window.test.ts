import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutRows, rowsInWindow } from '../../../../src/tablet/screens/look-up/row-window.ts'

const made = fc.record({
  rows: fc.integer({ min: 0, max: 50_000 }),
  rowHeight: fc.integer({ min: 20, max: 300 }),
  headingHeight: fc.integer({ min: 10, max: 100 }),
  cuts: fc.array(fc.integer({ min: 1, max: 49_999 }), { maxLength: 40 }),
  hasHeadings: fc.boolean(),
})

/** The first row of each group. */
function groupsOf({ rows, cuts, hasHeadings }: { rows: number; cuts: number[]; hasHeadings: boolean }): number[] {
  if (!hasHeadings || rows === 0) return []
  return [...new Set([0, ...cuts.filter((cut) => cut < rows)])].toSorted((a, b) => a - b)
}

describe('the rows of a long list', () => {
  it('stand one under the other, each group under its heading, and are found by their height', () => {
    fc.assert(
      fc.property(made, fc.nat(), (list, pick) => {
        const { rows, rowHeight, headingHeight } = list
        if (rows === 0) return
        const groups = groupsOf(list)
        const layout = layOutRows(rows, rowHeight, groups, headingHeight)
        const row = pick % rows
        const headingsAbove = groups.filter((from) => from <= row).length
        expect(layout.topOf(row)).toBe(row * rowHeight + headingsAbove * headingHeight)
        expect(layout.rowAt(layout.topOf(row))).toBe(row)
        expect(layout.rowAt(layout.topOf(row) + rowHeight - 1)).toBe(row)
        if (groups.length > 0) {
          const group = layout.groupOf(row)
          expect(groups[group]).toBeLessThanOrEqual(row)
          expect(groups[group + 1] ?? rows).toBeGreaterThan(row)
          expect(layout.topOfGroup(group)).toBe(layout.topOf(groups[group] ?? 0) - headingHeight)
          expect(layout.topOfGroup(groups.length)).toBe(layout.height)
        }
      }),
    )
  })

  it('are painted where they can be seen, and not many more', () => {
    const view = fc.record({
      top: fc.integer({ min: -5_000_000, max: 3000 }),
      seen: fc.integer({ min: 100, max: 3000 }),
    })
    fc.assert(
      fc.property(made, view, (list, { top, seen }) => {
        const { rows, rowHeight, headingHeight } = list
        const layout = layOutRows(rows, rowHeight, groupsOf(list), headingHeight)
        const { first, last } = rowsInWindow(top, seen, rows, layout)
        expect(first).toBeGreaterThanOrEqual(0)
        expect(last).toBeLessThanOrEqual(rows)
        expect(last - first).toBeLessThanOrEqual(seen / rowHeight + 19)
        const isSeen = (row: number) => layout.topOf(row) + rowHeight > -top && layout.topOf(row) < seen - top
        if (first > 0) expect(isSeen(first - 1)).toBe(false)
        if (last < rows) expect(isSeen(last)).toBe(false)
      }),
    )
  })
})
