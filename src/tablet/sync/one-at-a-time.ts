// One sync at a time, across all tabs of the browser. A tab that was frozen keeps its lock for ever, so whoever works
// leaves a heartbeat; where it has stopped, the lock is taken away. Should both work after all, nothing breaks: the
// server takes everything twice, and a page is applied only where the cursor still is the one it was asked with.
import type { UnlockedStore } from '../store/unlocked-store.ts'
import { beat, readBeat } from '../store/sync-notes.ts'
import type { Timers } from './patience.ts'

export const beatEveryMs = 10_000
/** With a look every few seconds, another tab is at work within a minute. */
export const stealAfterMs = 50_000

/** What another tab's heartbeat looked like, and when (uptime in ms) it last changed. Kept by the caller between tries. */
export type Watch = { beat: string | null; since: number } | null

export type Turn<Value> = { kind: 'ran'; value: Value } | { kind: 'otherTab'; watch: Watch }

/**
 * Runs `work` if no other tab is at it, or if the one that is has shown no sign of life for too long.
 * @param watch what the last try returned; null at first.
 * @param work is handed a signal that is aborted when another tab takes the lock away; it is waited for all the same.
 */
export async function oneAtATime<Value>(
  store: UnlockedStore,
  locks: Pick<LockManager, 'request'>,
  timers: Timers,
  watch: Watch,
  work: (lost: AbortSignal) => Promise<Value>,
): Promise<Turn<Value>> {
  const { uptime } = store.tools
  const beatNow = await readBeat(store)
  const seen = watch !== null && watch.beat === beatNow ? watch : { beat: beatNow, since: uptime() }
  const steal = uptime() - seen.since >= stealAfterMs
  const lost = new AbortController()
  const turn: { work: Promise<Value> | null } = { work: null }
  try {
    const name = `tan-nha-sync-${store.profile.profileId}`
    await locks.request(name, steal ? { steal: true } : { ifAvailable: true }, async (lock) => {
      if (lock === null) return
      turn.work = withHeartbeat(store, timers, () => work(lost.signal))
      await turn.work
    })
  } catch (error) {
    // The lock was taken away: the work learns it by its signal and ends by itself.
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
    lost.abort()
  }
  return turn.work === null ? { kind: 'otherTab', watch: seen } : { kind: 'ran', value: await turn.work }
}

async function withHeartbeat<Value>(store: UnlockedStore, timers: Timers, work: () => Promise<Value>): Promise<Value> {
  let ended = false
  let cancel = () => {}
  const next = async (): Promise<void> => {
    // A new value is the sign of life, not a time: clocks jump, and run on while a tab is frozen. A beat that can not be
    // written costs at most the lock.
    if (!ended && store.closed() === null) await beat(store).catch(() => {})
    if (!ended) cancel = timers.after(beatEveryMs, () => void next())
  }
  await next()
  try {
    return await work()
  } finally {
    ended = true
    cancel()
  }
}
