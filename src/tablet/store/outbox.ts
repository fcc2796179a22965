// The outbox: what the server has not taken. An entry leaves it on the server's word alone.
import type { Envelope } from '../../protocol/envelope.ts'
import type { PushResult } from '../../protocol/push.ts'
import type { UnlockedStore } from './unlocked-store.ts'

/** Where the chain stands: the last seq and its hash; seq 0 with the genesis hash when nothing was saved yet. */
export type Head = { seq: number; hash: string }

export async function head(_store: UnlockedStore): Promise<Head> {
  throw new Error('body follows')
}

export type EnvelopeBatch = {
  /** In order, without gaps among what waits. */
  envelopes: Envelope[]
  /** The seq of the first waiting record that can not be opened (damaged or swapped): nothing past it can be sent. */
  unreadable: number | null
}

/**
 * The next waiting envelopes from `fromSeq` on.
 * @param maxBytes upper limit for the sum of the envelopes' JSON in UTF-8; the first one is given even if it is larger.
 */
export async function nextEnvelopes(
  _store: UnlockedStore,
  _wanted: { fromSeq: number; maxCount: number; maxBytes: number },
): Promise<EnvelopeBatch> {
  throw new Error('body follows')
}

/**
 * Takes the server's answers to a push. An entry moves on only when it still equals what was sent and the answer names it
 * `accepted`, `duplicate` or `quarantined`. Photos that the answer shows to be there are noted as complete.
 * @returns how many entries left the outbox.
 */
export async function settlePush(
  _store: UnlockedStore,
  _sent: readonly Envelope[],
  _results: readonly PushResult[],
): Promise<number> {
  throw new Error('body follows')
}

/**
 * Puts every kept record from `seq` on back into the outbox, with its photos: the server was restored from a backup.
 * @returns how many, and which seqs are asked for but no longer kept.
 */
export async function requeueFrom(
  _store: UnlockedStore,
  _seq: number,
): Promise<{ requeued: number; missing: { from: number; to: number } | null }> {
  throw new Error('body follows')
}

export type Waiting = { records: number; photos: number; bytes: number }

/** What has not been taken by the server; bytes are those of records and of photo parts still to send. */
export async function countWaiting(_store: UnlockedStore): Promise<Waiting> {
  throw new Error('body follows')
}
