// What is shown of the sync. Counts come from the outbox, words about the connection from real answers; nothing is guessed.
import type { Frozen } from '../store/sync-notes.ts'
import type { Waiting } from '../store/outbox.ts'
import type { Stop } from './stop.ts'
import type { Phase } from './synchronize.ts'

/**
 * What a person should know about. `storageFull`: the tablet has no room to store what came. `failed`: a fault of the app
 * itself, named by its kind of error.
 */
export type SyncProblem =
  Exclude<Stop, { kind: 'interrupted' | 'revoked' }> | { kind: 'storageFull' } | { kind: 'failed'; error: string }

export type SyncStatus = {
  readonly phase: Phase
  /** `ok` after a real answer of our server; `none` when the last try met none. */
  readonly connection: 'unknown' | 'ok' | 'none'
  /** False until the outbox was looked into for the first time: before that the counts say nothing. */
  readonly counted: boolean
  /** Records that the server has not taken. */
  readonly waiting: number
  readonly photosWaiting: number
  /** Of records and of photo parts still to send. */
  readonly bytesWaiting: number
  /**
   * Of the run that goes on, null between runs. Sending: records and photos with their bytes. In phase `list`: lines that
   * came in `done`; the server does not say how many there are, so `total` is 0.
   */
  readonly progress: { done: number; total: number; bytesDone: number; bytesTotal: number } | null
  /** The tablet's clock at the last real answer, in ms since 1970; null: never. */
  readonly lastContact: number | null
  /** Null after a run that did everything. */
  readonly lastProblem: SyncProblem | null
  /** Server time minus tablet time, in ms. */
  readonly clockSkewMs: number | null
  /** The tablet's clock is off by more than ten minutes. */
  readonly clockWrong: boolean
  /** The server ordered this profile to be wiped, and it was. */
  readonly revoked: boolean
  /** The server does not know this profile's token any more: enrol anew and carry over. */
  readonly signedOut: boolean
  /** The profile can send no more: enrol anew and carry over. */
  readonly frozen: Frozen | null
  /** The app is too old for the server, or for a change that it sent. */
  readonly upgradeRequired: boolean
  /** Tablet's clock of the next try by itself, in ms since 1970; null while a run goes on or none is planned. */
  readonly nextTryAt: number | null
}

export const clockToleranceMs = 10 * 60_000

/** Before anything was asked. */
export const firstStatus: SyncStatus = {
  phase: 'idle',
  connection: 'unknown',
  counted: false,
  waiting: 0,
  photosWaiting: 0,
  bytesWaiting: 0,
  progress: null,
  lastContact: null,
  lastProblem: null,
  clockSkewMs: null,
  clockWrong: false,
  revoked: false,
  signedOut: false,
  frozen: null,
  upgradeRequired: false,
  nextTryAt: null,
}

export type StatusKeeper = {
  status: () => SyncStatus
  subscribe: (listener: () => void) => () => void
  change: (part: Partial<SyncStatus>) => void
}

/** The same object until something changes, so that screens can compare by identity. */
export function keepStatus(): StatusKeeper {
  let current = firstStatus
  const listeners = new Set<() => void>()
  return {
    status: () => current,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    change(part) {
      const keys = Object.keys(part) as (keyof SyncStatus)[]
      if (keys.every((key) => Object.is(current[key], part[key]))) return
      const next = { ...current, ...part }
      current = { ...next, clockWrong: Math.abs(next.clockSkewMs ?? 0) > clockToleranceMs }
      for (const listener of listeners) listener()
    },
  }
}

/** Counts of the outbox, as the status names them. */
export function countsOf({
  records,
  photos,
  bytes,
}: Waiting): Pick<SyncStatus, 'waiting' | 'photosWaiting' | 'bytesWaiting'> {
  return { waiting: records, photosWaiting: photos, bytesWaiting: bytes }
}
