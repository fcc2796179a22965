// What a batch of envelopes does to a chain, decided before anything is written. Pure.
import type { Envelope } from '../../protocol/envelope.ts'

/** An envelope with what was computed of it before the transaction. */
export type CheckedEnvelope = {
  envelope: Envelope
  hash: string
  /** Of the envelope, in UTF-8. */
  body: Uint8Array
  signed: boolean
}

export type Chain = {
  /** 0 before the first. */
  headSeq: number
  headHash: string
  frozen: boolean
  /** Hash by seq, for the seqs of the batch that are stored. */
  stored: ReadonlyMap<number, string>
}

export type Refusal =
  | { kind: 'sequenceGap'; next: number }
  | { kind: 'fork'; seq: number; apart: CheckedEnvelope[] }
  | { kind: 'badChain'; seq: number }
  | { kind: 'badSignature'; seq: number }

export type PushPlan = {
  /** To be stored, in the order of the chain. */
  take: CheckedEnvelope[]
  /** Seqs that were stored before, or twice in the batch. */
  duplicates: number[]
  /** Why the batch ends before its end; null when it does not. */
  refusal: Refusal | null
}

/** Goes through a batch link by link and stops at the first that cannot be taken. */
export function planPush(chain: Chain, batch: readonly CheckedEnvelope[]): PushPlan {
  const plan: PushPlan = { take: [], duplicates: [], refusal: null }
  const known = new Map(chain.stored)
  let { headSeq, headHash } = chain
  for (const [index, checked] of batch.entries()) {
    const { envelope, hash, signed } = checked
    const { seq } = envelope
    if (known.get(seq) === hash) {
      plan.duplicates.push(seq)
    } else if (index === 0 && seq > headSeq + 1 && !chain.frozen) {
      return { ...plan, refusal: { kind: 'sequenceGap', next: headSeq + 1 } }
    } else if (!signed) {
      return { ...plan, refusal: { kind: 'badSignature', seq } }
    } else if (seq <= headSeq || chain.frozen) {
      const apart = batch.slice(index).filter((later) => later.signed && known.get(later.envelope.seq) !== later.hash)
      return { take: [], duplicates: plan.duplicates, refusal: { kind: 'fork', seq, apart } }
    } else if (seq !== headSeq + 1 || envelope.prev !== headHash) {
      return { ...plan, refusal: { kind: 'badChain', seq } }
    } else {
      plan.take.push(checked)
      known.set(seq, hash)
      headSeq = seq
      headHash = hash
    }
  }
  return plan
}
