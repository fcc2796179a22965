// Step: the outbox goes to the server, batch by batch, in the order of the chain.
import { type Envelope } from '../../protocol/envelope.ts'
import { utf8 } from '../../protocol/bytes.ts'
import { limits } from '../../protocol/limits.ts'
import { PushResponse, RefusedAt, SequenceGap } from '../../protocol/push.ts'
import { type EnvelopeBatch, head, nextEnvelopes, requeueFrom, settlePush } from '../store/outbox.ts'
import { clearFrozen, type FrozenWhy, noteFrozen, readFrozen } from '../store/sync-notes.ts'
import { askFor, type NoConnection, type ProblemAnswer } from './ask-server.ts'
import { gzip } from './gzip.ts'
import { isInterrupted, type Run } from './run.ts'
import { type Stop, stopFor } from './stop.ts'

/** Brackets, names and commas around the envelopes. */
const aroundBytes = 1024
const mostBytes = limits.inflatedPushBytes - aroundBytes
/** Records shrink to about this part of their size; the pace counts what really travels. */
const gzipRatio = 0.4
/** A server that asks for the same again and again would otherwise keep us here for ever. */
const mostGaps = 3

/** What is known about the batch that is to come. */
type Search = { suspects: number | null; gaps: number; upTo: number | null }

/** Sends everything that waits. Ends early with the reason, after which the same call simply goes on. */
export async function sendRecords(run: Run): Promise<Stop | { kind: 'done' }> {
  const search: Search = { suspects: null, gaps: 0, upTo: null }
  for (;;) {
    if (isInterrupted(run)) return { kind: 'interrupted' }
    const { envelopes, unreadable } = await nextBatch(run, search)
    const first = envelopes[0]
    if (first === undefined) return unreadable === null ? { kind: 'done' } : freeze(run, 'damagedRecord', unreadable)
    const stop = await sendBatch(run, first, envelopes, search)
    if (stop !== null) return stop
  }
}

async function nextBatch(run: Run, search: Search): Promise<EnvelopeBatch> {
  const frozen = await readFrozen(run.store)
  const maxBytes = Math.min(mostBytes, Math.max(1, run.line.pace.piece(mostBytes) / gzipRatio))
  const batch = await nextEnvelopes(run.store, { fromSeq: 1, maxCount: run.memory.mostEnvelopes, maxBytes })
  const first = batch.envelopes[0]
  if (first === undefined) return batch
  // A frozen profile asks with a single record whether the office has let it go on.
  if (frozen !== null || first.seq === run.memory.stuckSeq) return { ...batch, envelopes: [first] }
  const count = Math.min(
    search.suspects === null ? batch.envelopes.length : Math.max(1, Math.ceil(search.suspects / 2)),
    search.upTo === null ? batch.envelopes.length : search.upTo - first.seq + 1,
  )
  return { ...batch, envelopes: batch.envelopes.slice(0, Math.max(1, count)) }
}

async function sendBatch(run: Run, first: Envelope, envelopes: Envelope[], search: Search): Promise<Stop | null> {
  const text = utf8(JSON.stringify({ records: envelopes }))
  const answer = await askFor(
    run.line,
    {
      method: 'POST',
      path: '/records',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: await gzip(text),
    },
    PushResponse,
  )
  if (answer.kind !== 'answer') return refusal(run, first, envelopes, search, answer)

  run.tell({ step: 'heard', serverTime: answer.serverDate })
  const settled = await settlePush(run.store, envelopes, answer.value.results)
  run.tell({ step: 'sent', things: settled, bytes: text.length })
  // Answered, but not for what was asked: going on would be a circle.
  if (settled === 0) return { kind: 'refused', status: 200, code: 'nothing_settled' }
  if (first.seq === run.memory.stuckSeq) run.memory.stuckSeq = null
  await clearFrozen(run.store)
  if (search.suspects !== null) search.suspects = search.suspects > settled ? search.suspects - settled : null
  if (answer.value.next > (await head(run.store)).seq + 1) return freeze(run, 'rolledBack', answer.value.next)
  return null
}

/** The batch was not taken: what to do differently, or why to stop. */
async function refusal(
  run: Run,
  first: Envelope,
  envelopes: readonly Envelope[],
  search: Search,
  answer: ProblemAnswer | NoConnection,
): Promise<Stop | null> {
  if (answer.kind === 'noConnection') return isInterrupted(run) ? { kind: 'interrupted' } : stopFor(answer)
  if (answer.code === 'too_large') return halve(run, first, envelopes)
  if (answer.code === 'internal' && answer.status >= 500) return bisect(run, first, envelopes, search)
  if (answer.code === 'sequence_gap') return fillGap(run, search, answer)
  const refused = RefusedAt.safeParse(answer.problem)
  if (!refused.success) return stopFor(answer)
  const { code, seq } = refused.data
  if (code === 'fork') return freeze(run, 'fork', seq)
  if (seq > first.seq && search.upTo === null) {
    // What comes before it was stored; sent again by itself it is answered by name and may leave.
    search.upTo = seq - 1
    return null
  }
  return freeze(run, code === 'bad_chain' ? 'badChain' : 'badSignature', seq)
}

function halve(run: Run, first: Envelope, envelopes: readonly Envelope[]): Stop | null {
  if (envelopes.length === 1) return stuck(run, first, 'tooLarge')
  run.memory.mostEnvelopes = Math.max(1, Math.floor(envelopes.length / 2))
  return null
}

/** The server failed over this batch: half of it, until all before the one that it fails over are through. */
function bisect(run: Run, first: Envelope, envelopes: readonly Envelope[], search: Search): Stop | null {
  if (envelopes.length > 1) {
    search.suspects = envelopes.length
    return null
  }
  // A server that fails over everything looks the same; the steps that follow find that out.
  return stuck(run, first, 'serverFails')
}

function stuck(run: Run, first: Envelope, why: 'serverFails' | 'tooLarge'): Stop {
  run.memory.stuckSeq = first.seq
  return { kind: 'recordStuck', seq: first.seq, why }
}

async function fillGap(run: Run, search: Search, answer: ProblemAnswer): Promise<Stop | null> {
  const gap = SequenceGap.safeParse(answer.problem)
  search.gaps += 1
  if (!gap.success || search.gaps > mostGaps) return stopFor(answer)
  const { missing } = await requeueFrom(run.store, gap.data.next)
  return missing === null ? null : freeze(run, 'recordsGone', missing.from)
}

async function freeze(run: Run, why: FrozenWhy, seq: number): Promise<Stop> {
  await noteFrozen(run.store, { why, seq, at: run.now() })
  return { kind: 'frozen', why, seq }
}
