import { describe, expect, it } from 'vitest'
import { secondsLeft } from '../../../../src/tablet/screens/sync/seconds-left.ts'

describe('the time that sending still takes', () => {
  it('follows the pace seen so far', () => {
    expect(secondsLeft({ bytesThen: 0, bytesNow: 100_000, bytesTotal: 400_000, ms: 5_000 })).toBe(15)
    expect(secondsLeft({ bytesThen: 300_000, bytesNow: 310_000, bytesTotal: 400_000, ms: 10_000 })).toBe(90)
  })

  it('is not guessed at while nothing has moved, at the very start, and at the end', () => {
    expect(secondsLeft({ bytesThen: 0, bytesNow: 0, bytesTotal: 400_000, ms: 60_000 })).toBeNull()
    expect(secondsLeft({ bytesThen: 0, bytesNow: 10, bytesTotal: 400_000, ms: 300 })).toBeNull()
    expect(secondsLeft({ bytesThen: 0, bytesNow: 400_000, bytesTotal: 400_000, ms: 5_000 })).toBeNull()
  })
})
