import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startPace } from '../../../src/tablet/sync/pace.ts'

const kib = 1024

test('a fast line gets whole photos, a slow one small pieces', () => {
  const fast = startPace(20_000)
  for (let round = 0; round < 6; round += 1) fast.answered(fast.piece(5 * 1024 * kib), 100)
  expect(fast.piece(5 * 1024 * kib)).toBe(5 * 1024 * kib)
  const slow = startPace(20_000)
  for (let round = 0; round < 6; round += 1) slow.answered(64 * kib, 16_000)
  expect(slow.piece(5 * 1024 * kib)).toBeLessThanOrEqual(64 * kib)
})

test('a line that cuts gets smaller pieces each time, down to a floor', () => {
  const pace = startPace(20_000)
  const pieces = Array.from({ length: 8 }, () => {
    pace.failed()
    return pace.piece(5 * 1024 * kib)
  })
  expect(pieces.every((piece, index) => index === 0 || piece <= (pieces[index - 1] ?? 0))).toBe(true)
  expect(pieces.at(-1)).toBe(16 * kib)
})

test('a large body on a slow line is waited for longer than it takes', () => {
  const pace = startPace(20_000)
  pace.answered(100 * kib, 16_000)
  expect(pace.patienceFor(200 * kib)).toBeGreaterThan(2 * 32_000)
})

test('a piece is never larger than what is left, and never empty', () => {
  const step = fc.oneof(
    fc.record({ bytes: fc.integer({ min: 0, max: 10 ** 7 }), ms: fc.integer({ min: 0, max: 10 ** 6 }) }),
    fc.constant(null),
  )
  fc.assert(
    fc.property(fc.array(step), fc.integer({ min: 1, max: 10 ** 7 }), (steps, left) => {
      const pace = startPace(1_000)
      for (const one of steps) {
        if (one === null) pace.failed()
        else pace.answered(one.bytes, one.ms)
      }
      expect(pace.piece(left)).toBeGreaterThan(0)
      expect(pace.piece(left)).toBeLessThanOrEqual(left)
    }),
  )
})
