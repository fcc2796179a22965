import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backOffMs, regularMs, regularWaitMs } from '../../../src/tablet/sync/back-off.ts'

const chance = fc.double({ min: 0, max: 0.999999, noNaN: true })

test('the wait grows with each failure and never passes ten minutes', () => {
  const waits = Array.from({ length: 12 }, (_, index) => backOffMs(index + 1, 0.5, null))
  expect(waits[0]).toBeLessThan(5_000)
  expect(waits.every((wait, index) => index === 0 || wait >= (waits[index - 1] ?? 0))).toBe(true)
  expect(Math.max(...waits)).toBeLessThanOrEqual(600_000)
})

test('two hundred tablets that failed together do not come back together', () => {
  const waits = Array.from({ length: 200 }, (_, index) => backOffMs(8, index / 200, null))
  expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(250_000)
})

test('a Retry-After is never undercut, and an absurd one cannot silence a tablet', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      chance,
      fc.integer({ min: 0, max: 10 ** 9 }),
      (failures, random, asked) => {
        const wait = backOffMs(failures, random, asked)
        expect(wait).toBeGreaterThanOrEqual(Math.min(asked, 3_600_000))
        expect(wait).toBeLessThanOrEqual(3_600_000 + 300_000)
      },
    ),
  )
})

test('the regular wait is about five minutes, spread', () => {
  fc.assert(fc.property(chance, (random) => Math.abs(regularWaitMs(random) - regularMs) <= regularMs * 0.1))
})
