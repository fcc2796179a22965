import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowsInWindow } from '../../../../src/tablet/screens/look-up/row-window.ts'

describe('the rows of a long list that are painted', () => {
  it('hold every row that can be seen, and not many more', () => {
    const input = fc.record({
      top: fc.integer({ min: -5_000_000, max: 3000 }),
      seen: fc.integer({ min: 100, max: 3000 }),
      rowHeight: fc.integer({ min: 20, max: 300 }),
      rows: fc.integer({ min: 0, max: 50_000 }),
    })
    fc.assert(
      fc.property(input, ({ top, seen, rowHeight, rows }) => {
        const { first, last } = rowsInWindow(top, seen, rowHeight, rows)
        expect(first).toBeGreaterThanOrEqual(0)
        expect(last).toBeLessThanOrEqual(rows)
        expect(last - first).toBeLessThanOrEqual(seen / rowHeight + 18)
        const firstSeen = Math.max(0, Math.floor(-top / rowHeight))
        const lastSeen = Math.min(rows - 1, Math.floor((seen - top - 1) / rowHeight))
        if (firstSeen > lastSeen) return
        expect(first).toBeLessThanOrEqual(firstSeen)
        expect(last).toBeGreaterThan(lastSeen)
      }),
    )
  })
})
