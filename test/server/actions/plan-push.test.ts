// What a batch does to a chain, for any batch.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Chain, type CheckedEnvelope, planPush } from '../../../src/server/actions/plan-push.ts'

const link = (seq: number, variant = 'a', signed = true): CheckedEnvelope => ({
  envelope: { seq, prev: seq === 1 ? 'genesis' : `${seq - 1}a`, body: '', sig: '' },
  hash: `${seq}${variant}`,
  body: new Uint8Array(),
  signed,
})
const chainOf = (length: number, frozen = false): Chain => ({
  headSeq: length,
  headHash: length === 0 ? 'genesis' : `${length}a`,
  frozen,
  stored: new Map(Array.from({ length }, (_, index) => [index + 1, `${index + 1}a`])),
})
const anyBatch = fc.array(
  fc.record({
    seq: fc.integer({ min: 1, max: 12 }),
    variant: fc.constantFrom('a', 'a', 'a', 'b'),
    signed: fc.constantFrom(true, true, true, false),
  }),
  { maxLength: 20 },
)

describe('a plan for a push', () => {
  it('takes only links that continue the chain, each signed, without a gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), fc.boolean(), anyBatch, (length, frozen, batch) => {
        const chain = chainOf(length, frozen)
        const { take } = planPush(
          chain,
          batch.map(({ seq, variant, signed }) => link(seq, variant, signed)),
        )
        let head = chain.headHash
        for (const [index, { envelope, hash, signed }] of take.entries()) {
          expect([envelope.seq, envelope.prev, signed]).toEqual([length + index + 1, head, true])
          head = hash
        }
        if (frozen) expect(take).toEqual([])
      }),
    )
  })

  it('keeps apart only what is signed and differs, and then the chain takes nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), fc.boolean(), anyBatch, (length, frozen, batch) => {
        const chain = chainOf(length, frozen)
        const { take, refusal } = planPush(
          chain,
          batch.map(({ seq, variant, signed }) => link(seq, variant, signed)),
        )
        if (refusal?.kind !== 'fork') return
        expect(take).toEqual([])
        expect(refusal.apart.length).toBeGreaterThan(0)
        for (const { envelope, hash, signed } of refusal.apart) {
          expect([signed, chain.stored.get(envelope.seq) === hash]).toEqual([true, false])
        }
      }),
    )
  })

  it('sent again after it was taken, changes nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 6 }), (length, more) => {
        const batch = Array.from({ length: more }, (_, index) => link(length + index + 1))
        expect(planPush(chainOf(length), batch)).toEqual({ take: batch, duplicates: [], refusal: null })
        const again = planPush(chainOf(length + more), batch)
        expect(again).toEqual({ take: [], duplicates: batch.map(({ envelope }) => envelope.seq), refusal: null })
      }),
    )
  })
})
