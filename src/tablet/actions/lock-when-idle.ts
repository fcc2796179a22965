import type { Tools } from './session.ts'

export type IdleLock = {
  /** The officer touched the screen or a key. */
  touch: () => void
  /** The page went to the background or came back. */
  setHidden: (hidden: boolean) => void
  stop: () => void
}

/**
 * Locks after `lockMs` without a touch, or `hiddenMs` in the background, by the monotonic or the wall clock, whichever says so
 * first: a tablet that slept has an old monotonic clock, one whose clock was set back an old wall clock.
 */
export function lockWhenIdle(
  _tools: Pick<Tools, 'now' | 'uptime'>,
  _limits: { lockMs: number; hiddenMs: number },
  _lock: () => void,
): IdleLock {
  throw new Error('body follows')
}
