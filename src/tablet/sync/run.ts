// What the steps of one run share, and what this opened page remembers from run to run. Nothing here decides anything:
// losing all of it costs a few requests.
import { limits } from '../../protocol/limits.ts'
import type { UnlockedStore } from '../store/unlocked-store.ts'
import type { Line } from './ask-server.ts'

export type Run = {
  readonly store: UnlockedStore
  readonly line: Line
  readonly memory: Memory
  /** Milliseconds since 1970 by the tablet's own clock. */
  readonly now: () => number
  readonly tell: (progress: Progress) => void
}

/** How far a step is; the status is made of it. */
export type Progress =
  /** So many records or photos more are with the server, and so many bytes of them. */
  | { step: 'sent'; things: number; bytes: number }
  | { step: 'list'; lines: number }
  /** Our server has answered; its clock in ms, where the answer said it. */
  | { step: 'heard'; serverTime: number | null }

export type Memory = {
  /** Envelopes in a push; smaller after a 413. */
  mostEnvelopes: number
  /** Bytes of a photo's piece; smaller after a 413. */
  mostPhotoBytes: number
  /** Lines asked for in a page: halved by a cut, and after a cut grown in small steps. */
  pageLines: number
  pageWasCut: boolean
  /** The record that the server failed over when it came alone. */
  stuckSeq: number | null
  /** Photos of which the server may have more than was heard: asked with HEAD before anything is sent. */
  readonly unsure: Set<string>
  /** Uptime in ms of the last refill because of a differing digest; a list that differs again is not pulled in a circle. */
  refilledAt: number | null
}

const usualPage = 500
/** Smaller ones would cost more in heads than a cut costs in lines. */
export const smallestPage = 60

/** What a freshly opened page knows: nothing. */
export function freshMemory(): Memory {
  return {
    mostEnvelopes: limits.envelopesInPush,
    mostPhotoBytes: limits.photoBytes,
    pageLines: usualPage,
    pageWasCut: false,
    stuckSeq: null,
    unsure: new Set(),
    refilledAt: null,
  }
}

/** Whether the run is to end: the app closes or locks, or another tab took over. */
export function isInterrupted(run: Run): boolean {
  return run.line.signal.aborted || run.store.closed() !== null
}
