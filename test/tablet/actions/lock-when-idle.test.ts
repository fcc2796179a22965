// S10: the vault locks itself.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type IdleLock, lockWhenIdle } from '../../../src/tablet/actions/lock-when-idle.ts'

const minute = 60_000
let wall = 0
let mono = 0
let locks = 0
let idle: IdleLock

function pass(ms: number): void {
  wall += ms
  mono += ms
  vi.advanceTimersByTime(ms)
}

beforeEach(() => {
  vi.useFakeTimers()
  wall = Date.UTC(2026, 10, 23)
  mono = 0
  locks = 0
  const clocks = { now: () => wall, uptime: () => mono }
  idle = lockWhenIdle(clocks, { lockMs: 5 * minute, hiddenMs: minute }, () => (locks += 1))
})

afterEach(() => {
  idle.stop()
  vi.useRealTimers()
})

describe('the vault', () => {
  it('locks after five minutes without a touch, once', () => {
    pass(5 * minute - 1000)
    expect(locks).toBe(0)
    pass(1000)
    expect(locks).toBe(1)
    pass(60 * minute)
    idle.touch()
    expect(locks).toBe(1)
  })

  it('stays open as long as somebody touches it', () => {
    for (let time = 0; time < 10; time += 1) {
      pass(4 * minute)
      idle.touch()
    }
    expect(locks).toBe(0)
  })

  it('locks after a minute in the background, and not when it comes back before', () => {
    idle.setHidden(true)
    pass(50_000)
    idle.setHidden(false)
    pass(2 * minute)
    expect(locks).toBe(0)
    idle.setHidden(true)
    pass(minute)
    expect(locks).toBe(1)
  })

  it('is locked by the first touch after the tablet slept: the timers slept too', () => {
    wall += 30 * minute
    idle.touch()
    expect(locks).toBe(1)
  })

  it('locks in time although the clock was set back', () => {
    wall -= 24 * 60 * minute
    pass(5 * minute)
    expect(locks).toBe(1)
  })

  it('does not lock after it was stopped', () => {
    idle.stop()
    pass(60 * minute)
    idle.touch()
    expect(locks).toBe(0)
  })
})
