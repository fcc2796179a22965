// A clock that a test moves: timers run when the test says so, nothing sleeps.
import type { SyncWorld, WakeUp } from '../../src/tablet/sync/the-browser.ts'

export type VirtualTime = {
  /** Wall clock, ms since 1970; may be set to anything. */
  now: () => number
  setWallClock: (ms: number) => void
  /** Monotonic, ms. */
  uptime: () => number
  world: SyncWorld
  /** Errors that the app reported. */
  reported: unknown[]
  wake: (why: WakeUp) => void
  /** When the next timer is due, in ms from now; null without one. */
  nextIn: () => number | null
  /** Moves on by `ms`, running what falls due in order, and lets asynchronous work happen in between. */
  advance: (ms: number) => Promise<void>
  /** Moves from timer to timer until the claim holds. @throws after `mostMs` of virtual time. */
  until: (claim: () => boolean, mostMs?: number) => Promise<void>
}

/** Lets work that is under way (database, cryptography) come to rest, as far as a few rounds of the event loop can. */
export async function settle(rounds = 20): Promise<void> {
  for (let round = 0; round < rounds; round += 1) await new Promise<void>((resolve) => setImmediate(resolve))
}

/** What was asked of the threads behind this one before (cryptography) is answered after this, however busy the machine is. */
async function passThreads(): Promise<void> {
  await crypto.subtle.digest('SHA-256', new Uint8Array(1))
  await new Promise<void>((resolve) => setTimeout(resolve, 1))
}

/** @param start wall clock at the beginning. */
export function startVirtualTime(start = Date.UTC(2026, 10, 23, 1), random: () => number = () => 0.5): VirtualTime {
  let uptime = 0
  let offset = start
  let timers: { at: number; order: number; run: () => void }[] = []
  let order = 0
  const listeners = new Set<(why: WakeUp) => void>()
  const reported: unknown[] = []

  const world: SyncWorld = {
    after(ms, run) {
      const timer = { at: uptime + ms, order: (order += 1), run }
      timers.push(timer)
      return () => {
        timers = timers.filter((one) => one !== timer)
      }
    },
    random,
    patienceMs: 20_000,
    onWakeUp(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    report: (error) => reported.push(error),
  }
  const next = () => timers.toSorted((a, b) => a.at - b.at || a.order - b.order)[0]
  const fire = async (timer: NonNullable<ReturnType<typeof next>>) => {
    timers = timers.filter((one) => one !== timer)
    uptime = Math.max(uptime, timer.at)
    timer.run()
    await settle()
  }
  return {
    now: () => offset + uptime,
    setWallClock: (ms) => (offset = ms - uptime),
    uptime: () => uptime,
    world,
    reported,
    wake: (why) => {
      for (const listener of listeners) listener(why)
    },
    nextIn: () => {
      const timer = next()
      return timer === undefined ? null : timer.at - uptime
    },
    async advance(ms) {
      const end = uptime + ms
      await settle()
      for (let timer = next(); timer !== undefined && timer.at <= end; timer = next()) await fire(timer)
      uptime = end
    },
    async until(claim, mostMs = 24 * 60 * 60_000) {
      const end = uptime + mostMs
      for (let idle = 0; !claim();) {
        await settle()
        if (claim()) return
        // Real work (key derivation, a real socket) may need longer than a few rounds: only then does time move on.
        idle += 1
        if (idle < 8) {
          await passThreads()
          continue
        }
        const timer = next()
        if (timer === undefined || timer.at > end) {
          if (idle > 2000) throw new Error('the claim did not come true')
          await new Promise<void>((resolve) => setTimeout(resolve, 1))
          continue
        }
        await fire(timer)
        idle = 0
      }
    },
  }
}
