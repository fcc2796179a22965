import type { Tools } from './session.ts'

export type IdleLock = {
  /** The officer touched the screen or a key. */
  touch: () => void
  /** The page went to the background or came back. */
  setHidden: (hidden: boolean) => void
  stop: () => void
}

const lookEveryMs = 1000

/**
 * Locks after `lockMs` without a touch, or `hiddenMs` in the background, by the monotonic or the wall clock, whichever says so
 * first: a tablet that slept has an old monotonic clock, one whose clock was set back an old wall clock.
 */
export function lockWhenIdle(
  { now, uptime }: Pick<Tools, 'now' | 'uptime'>,
  { lockMs, hiddenMs }: { lockMs: number; hiddenMs: number },
  lock: () => void,
): IdleLock {
  const moment = () => ({ wall: now(), mono: uptime() })
  type Moment = ReturnType<typeof moment>
  const since = (then: Moment) => Math.max(now() - then.wall, uptime() - then.mono)
  let touched = moment()
  let hiddenAt: Moment | null = null
  let ended = false

  const timer = setInterval(look, lookEveryMs)
  function stop(): void {
    ended = true
    clearInterval(timer)
  }
  /** @returns whether it is over. */
  function look(): boolean {
    if (ended) return true
    const due = since(touched) >= lockMs || (hiddenAt !== null && since(hiddenAt) >= hiddenMs)
    if (!due) return false
    stop()
    lock()
    return true
  }

  return {
    touch() {
      // A tablet that wakes up is touched before any timer has run: that touch must not count.
      if (!look()) touched = moment()
    },
    setHidden(hidden) {
      if (!look()) hiddenAt = hidden ? (hiddenAt ?? moment()) : null
    },
    stop,
  }
}
