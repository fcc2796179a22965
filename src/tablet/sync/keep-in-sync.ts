// When a run happens: at the start, when a record was saved, when the network or the person comes back, on a timer that
// backs off, by hand. One at a time.
import { StoreClosed, type UnlockedStore } from '../store/unlocked-store.ts'
import { StorageFull } from '../store/write-strictly.ts'
import type { Line } from './ask-server.ts'
import { backOffMs, regularWaitMs } from './back-off.ts'
import { oneAtATime, type Watch } from './one-at-a-time.ts'
import { startPace } from './pace.ts'
import type { StorageState } from './report-contact.ts'
import { freshMemory } from './run.ts'
import { keepStatus, type SyncStatus } from './sync-status.ts'
import { type RunEnd, synchronize } from './synchronize.ts'
import { recount, tellProgress } from './tell-progress.ts'
import type { SyncWorld, WakeUp } from './the-browser.ts'

export type SyncHandle = {
  readonly status: () => SyncStatus
  /** Called after each change of the status. @returns how to stop being called. */
  readonly subscribe: (listener: () => void) => () => void
  /** Tries at once, whatever the back-off says. Resolves when a try that began after the call has ended, well or not. */
  readonly now: () => Promise<void>
  /** Ends for good; a run that goes on is broken off where that loses nothing. */
  readonly stop: () => void
}

export type SyncTools = {
  send: Line['send']
  locks: Pick<LockManager, 'request'>
  app: string
  storageState: () => Promise<StorageState>
}

const afterSavingMs = 1_000
const reconnectSpreadMs = 2_000
const returnPauseMs = 30_000
const otherTabMs = 5_000

/** Starts to keep `store` in step with the server. */
export function keepInSync(store: UnlockedStore, tools: SyncTools, world: SyncWorld): SyncHandle {
  const keeper = keepStatus()
  const stopped = new AbortController()
  const memory = freshMemory()
  const pace = startPace(world.patienceMs)
  const { now, uptime } = store.tools
  let running: Promise<void> | null = null
  let cancelTimer = () => {}
  let failures = 0
  let watch: Watch = null
  let endedAt = -Infinity

  const plan = (ms: number): void => {
    cancelTimer()
    if (stopped.signal.aborted) return
    cancelTimer = world.after(ms, () => void run())
    keeper.change({ nextTryAt: now() + ms })
  }
  const retry = (retryAfterMs: number | null): void => {
    failures += 1
    plan(backOffMs(failures, world.random(), retryAfterMs))
  }
  const stop = (): void => {
    if (stopped.signal.aborted) return
    stopped.abort()
    cancelTimer()
    for (const unsubscribe of subscriptions) unsubscribe()
    keeper.change({ nextTryAt: null })
  }

  const run = async (): Promise<void> => {
    if (stopped.signal.aborted) return
    running ??= oneRun().finally(() => {
      running = null
      endedAt = uptime()
    })
    await running
  }
  const oneRun = async (): Promise<void> => {
    cancelTimer()
    keeper.change({ nextTryAt: null })
    try {
      const turn = await oneAtATime(store, tools.locks, world, watch, workThrough)
      watch = turn.kind === 'otherTab' ? turn.watch : null
      if (store.closed() === null) await recount(store, keeper)
      if (turn.kind === 'otherTab') plan(otherTabMs)
      else conclude(turn.value)
    } catch (error) {
      afterThrow(error)
    } finally {
      keeper.change({ phase: 'idle', progress: null })
    }
  }
  const workThrough = async (lost: AbortSignal): Promise<RunEnd> => {
    const signal = AbortSignal.any([lost, stopped.signal])
    const line = { send: tools.send, token: store.profile.token, app: tools.app, timers: world, uptime, pace, signal }
    const { tell, enter, settled, moved } = await tellProgress(store, keeper)
    const end = await synchronize({ store, line, memory, now, tell }, { enter, storageState: tools.storageState })
    if (end.kind !== 'wiped') await settled()
    // A line that breaks now and then but brings something across each time is no reason to wait ever longer.
    if (moved()) failures = 0
    return end
  }

  const conclude = (end: RunEnd): void => {
    switch (end.kind) {
      case 'wiped':
        keeper.change({ revoked: true, lastProblem: null })
        return stop()
      case 'done':
        failures = 0
        keeper.change({ lastProblem: null, signedOut: false, upgradeRequired: false })
        return plan(keeper.status().waiting > 0 ? afterSavingMs : regularWaitMs(world.random()))
      case 'stopped':
        return afterStop(end.stop)
    }
  }
  const afterStop = (why: Extract<RunEnd, { kind: 'stopped' }>['stop']): void => {
    if (why.kind === 'interrupted') return plan(otherTabMs)
    if (why.kind === 'noConnection') {
      keeper.change({ connection: 'none', lastProblem: why })
    } else {
      const flags = { signedOut: why.kind === 'signedOut', upgradeRequired: why.kind === 'upgradeRequired' }
      keeper.change({ connection: 'ok', lastProblem: why, ...flags })
    }
    return retry('retryAfterMs' in why ? why.retryAfterMs : null)
  }
  const afterThrow = (error: unknown): void => {
    if (error instanceof StoreClosed || store.closed() !== null) return stop()
    const full = error instanceof StorageFull
    const name = error instanceof Error ? error.name : 'unknown'
    keeper.change({ lastProblem: full ? { kind: 'storageFull' } : { kind: 'failed', error: name } })
    if (!full) world.report(error)
    return retry(null)
  }

  const wake = (why: WakeUp): void => {
    if (running !== null) return
    if (why === 'reconnected') {
      failures = 0
      plan(world.random() * reconnectSpreadMs)
    } else if (uptime() - endedAt > returnPauseMs) {
      void run()
    }
  }
  // The store speaks up after every write, those of a run included: one look at a time, and one more for what came meanwhile.
  let looking: 'no' | 'yes' | 'again' = 'no'
  const look = async (): Promise<void> => {
    if (stopped.signal.aborted) return
    if (looking !== 'no') {
      looking = 'again'
      return
    }
    looking = 'yes'
    const known = keeper.status().waiting
    try {
      await recount(store, keeper)
    } catch (error) {
      if (!(error instanceof StoreClosed) && store.closed() === null) world.report(error)
    }
    // While the network is away the back-off stands: saving must not become knocking.
    if (running === null && failures === 0 && keeper.status().waiting > known) plan(afterSavingMs)
    const again = looking === ('again' as typeof looking)
    looking = 'no'
    if (again) return look()
  }
  const subscriptions = [store.subscribe(() => void look()), store.onClosed(stop), world.onWakeUp(wake)]
  void look().then(run)

  return {
    status: keeper.status,
    subscribe: keeper.subscribe,
    now: async () => {
      await running
      await run()
    },
    stop,
  }
}
