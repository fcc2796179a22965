// Step: what changed at the office comes to the tablet, page by page. A page and its cursor are stored in one
// transaction, and only when the page came whole.
import type { BeginLine } from '../../protocol/changes.ts'
import { head, requeueFrom } from '../store/outbox.ts'
import { applyPage, holdingOf, position, refillList, type Position } from '../store/list-pages.ts'
import { requeuePhotos } from '../store/photo-queue.ts'
import { noteFrozen } from '../store/sync-notes.ts'
import { type AskedPages, askPages, type WholePage } from './ask-pages.ts'
import type { ReadLine } from './read-page.ts'
import { isInterrupted, type Run } from './run.ts'
import type { Stop } from './stop.ts'

/** A list that differs right after it was pulled afresh is not pulled again before this has passed. */
const refillPauseMs = 6 * 60 * 60_000
/** A server that refuses every cursor would otherwise keep us here for ever. */
const mostRefills = 2

export type ChangesEnd = Stop | { kind: 'done'; /** Records went back into the outbox. */ requeued: number }

/** Pulls until there is no more. */
export async function receiveChanges(run: Run): Promise<ChangesEnd> {
  let requeued = 0
  for (let refills = 0; ;) {
    if (isInterrupted(run)) return { kind: 'interrupted' }
    const asked = await position(run.store)
    const pages = askPages(run, asked.cursor)
    const end = await takePages(run, asked, pages).finally(() => pages.giveUp())
    if ('requeued' in end) requeued += end.requeued
    switch (end.kind) {
      case 'more':
        continue
      case 'whole':
        if (await holdsTheSame(run, end.begin)) return { kind: 'done', requeued }
        if (run.memory.refilledAt !== null && run.line.uptime() - run.memory.refilledAt < refillPauseMs) {
          return { kind: 'listDiffers' }
        }
        run.memory.refilledAt = run.line.uptime()
        await refillList(run.store)
        continue
      case 'badCursor':
      case 'newEpoch':
        refills += 1
        if (refills > mostRefills) return refusal[end.kind]
        await refillList(run.store)
        continue
      default:
        return end
    }
  }
}

const refusal = {
  badCursor: { kind: 'refused', status: 400, code: 'bad_cursor' },
  newEpoch: { kind: 'refused', status: 200, code: 'epoch' },
} as const satisfies Record<string, Stop>

type Taken = { requeued: number } & ({ kind: 'more' | 'newEpoch' } | { kind: 'whole'; begin: BeginLine })

/** Applies what comes, page by page. `more`: the answer has ended before the feed did. `whole`: with `begin` of its last page. */
async function takePages(run: Run, asked: Position, pages: AskedPages): Promise<Taken | Stop | { kind: 'badCursor' }> {
  let { cursor, epoch } = asked
  let requeued = 0
  for (;;) {
    if (isInterrupted(run)) return { kind: 'interrupted' }
    const arrived = await pages.next()
    if (arrived.kind === 'complete') {
      // An answer without a single page was none.
      return cursor === asked.cursor ? { kind: 'noConnection', retryAfterMs: null } : { kind: 'more', requeued }
    }
    if (arrived.kind !== 'pages') return arrived
    const together = upToNewEpoch(arrived.pages, epoch)
    const first = together[0] ?? arrived.pages[0]
    const last = together.at(-1) ?? first
    if (first === undefined || last === undefined) continue
    run.tell({ step: 'heard', serverTime: timeOf(last.begin) })

    // The journal first: should the app die here, the epoch still differs and all of this happens again.
    requeued += await compareJournal(run, last.begin)
    if (together.length === 0) return { kind: 'newEpoch', requeued }
    const lines = together.flatMap((page) => page.lines)
    await offerMissingPhotos(run, lines)
    const applied = await applyPage(run.store, {
      from: cursor,
      epoch: last.begin.epoch,
      communes: last.begin.communes.map(({ code, name }) => ({ code, name })),
      lines,
      cursor: last.end.cursor,
      more: last.end.more,
    })
    if (!applied) return { kind: 'interrupted' }
    run.tell({ step: 'list', lines: lines.length })
    if (!last.end.more) return { kind: 'whole', begin: last.begin, requeued }
    if (together.length < arrived.pages.length) return { kind: 'more', requeued }
    cursor = last.end.cursor
    epoch = last.begin.epoch
  }
}

/** Pages that may be applied together; none when the first of them lives in another epoch than the list. */
function upToNewEpoch(pages: readonly WholePage[], epoch: string | null): readonly WholePage[] {
  const lives = epoch ?? pages[0]?.begin.epoch
  const other = pages.findIndex(({ begin }) => begin.epoch !== lives)
  return other < 0 ? pages : pages.slice(0, other)
}

/**
 * Lays what the server has of our chain beside what we think it has.
 * @returns how many records went back into the outbox. Where the chains cannot be brought together the profile is frozen; its list still comes.
 */
async function compareJournal(run: Run, begin: BeginLine): Promise<number> {
  const { seq } = await head(run.store)
  const { next } = begin.journal
  if (next > seq + 1) await noteFrozen(run.store, { why: 'rolledBack', seq: next, at: run.now() })
  if (next > seq) return 0
  // Either they still wait, and nothing changes, or the server lost what it had said it took.
  const { requeued, missing } = await requeueFrom(run.store, next)
  if (missing !== null) await noteFrozen(run.store, { why: 'recordsGone', seq: missing.from, at: run.now() })
  return requeued
}

/** An outcome may name photos that we think have arrived: a restored server has lost them. It is asked before anything is sent. */
async function offerMissingPhotos(run: Run, lines: readonly ReadLine[]): Promise<void> {
  const missing = lines.flatMap(({ change }) => (change.type === 'outcome' ? change.missingPhotos : []))
  if (missing.length === 0) return
  for (const sha256 of await requeuePhotos(run.store, missing)) run.memory.unsure.add(sha256)
}

async function holdsTheSame(run: Run, begin: BeginLine): Promise<boolean> {
  for (const { code, holds } of begin.communes) {
    if (holds === undefined) continue
    const held = await holdingOf(run.store, code)
    if (held.count !== holds.count || held.digest !== holds.digest) return false
  }
  return true
}

function timeOf(begin: BeginLine): number | null {
  const time = Date.parse(begin.time)
  return Number.isNaN(time) ? null : time
}
