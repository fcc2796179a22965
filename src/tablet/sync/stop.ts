// Why a run of the sync ends before everything is done. Each is a value; what is to follow is decided in one place.
import type { FrozenWhy } from '../store/sync-notes.ts'
import type { NoConnection, ProblemAnswer } from './ask-server.ts'

export type Stop =
  /** Nobody who is our server answered. */
  | { kind: 'noConnection'; retryAfterMs: number | null }
  /** The server asks for patience (429, 503). */
  | { kind: 'busy'; retryAfterMs: number | null }
  /** The server failed (5xx), and not over one record. */
  | { kind: 'serverFailing'; retryAfterMs: number | null }
  /** 401: the token is not taken any more. Everything stays; the officer enrols anew. */
  | { kind: 'signedOut' }
  /** 403 `revoked`: the problem document, whose order is still to be checked. */
  | { kind: 'revoked'; order: unknown }
  /** 426: this build's records cannot be stored by the server. Everything stays until the app is updated. */
  | { kind: 'upgradeRequired' }
  /** The server's chain and this tablet's part ways at `seq`; this profile can send no more. */
  | { kind: 'frozen'; why: FrozenWhy; seq: number }
  /** One record, sent alone, cannot be taken: the server fails over it or finds it too large. */
  | { kind: 'recordStuck'; seq: number; why: 'serverFails' | 'tooLarge' }
  /** Pulled afresh, the list still is not what the server says it should be. */
  | { kind: 'listDiffers' }
  /** The answer made no sense for the question: kept, tried again later. */
  | { kind: 'refused'; status: number; code: string }
  /** The app is closing, locking, or another tab has taken over. */
  | { kind: 'interrupted' }

/** What a problem means for the whole run, whatever was asked. Steps look at their own codes first. */
export function stopFor(answer: ProblemAnswer | NoConnection): Stop {
  if (answer.kind === 'noConnection') return { kind: 'noConnection', retryAfterMs: answer.retryAfterMs }
  const { status, code, retryAfterMs } = answer
  if (status === 401) return { kind: 'signedOut' }
  if (status === 403 && code === 'revoked') return { kind: 'revoked', order: answer.problem }
  if (status === 426) return { kind: 'upgradeRequired' }
  if (status === 429 || status === 503) return { kind: 'busy', retryAfterMs }
  if (status >= 500) return { kind: 'serverFailing', retryAfterMs }
  return { kind: 'refused', status, code }
}
