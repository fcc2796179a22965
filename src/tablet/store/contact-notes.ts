// When the tablet last heard from the server, and how far its clock is off.
import type { UnlockedStore } from './unlocked-store.ts'

export type ContactNotes = {
  /** Wall clock of the last real answer, milliseconds; null: never since enrolment. */
  lastContact: number | null
  /** Server time minus tablet time at the last answer. */
  clockSkewMs: number | null
}

export async function readContact(_store: UnlockedStore): Promise<ContactNotes> {
  throw new Error('body follows')
}

/** Notes a real answer of the server; `serverTime` in milliseconds when the answer said it. Call it at most a few times a sync. */
export async function noteContact(_store: UnlockedStore, _serverTime: number | null): Promise<void> {
  throw new Error('body follows')
}
