// F54: all tablets send what they paid while the office exports. The bench does the same for five minutes.
import { expect, test } from 'vitest'
import { pushWhileExporting } from '../bench/push-while-exporting.ts'

test('every push and every export is answered, the books have every payment, and memory does not run away', async () => {
  const { waits, refused, exports, memory, booked, paid } = await pushWhileExporting({ perSecond: 50, seconds: 4 })
  expect(refused).toEqual([])
  expect(waits).toHaveLength(200)
  expect(exports.refused).toEqual([])
  expect(exports.done).toBeGreaterThanOrEqual(2)
  expect(booked).toBe(paid)
  // A leak of a push or of an export would show as hundreds of MiB before long.
  expect(Math.max(...memory) - Math.min(...memory)).toBeLessThan(200)
}, 60_000)
