// Step: what changed at the office comes to the tablet, page by page. A page and its cursor are stored in one
// transaction, and only when the page came whole.
import { changesMediaType, type BeginLine } from '../../protocol/changes.ts'
import { limits } from '../../protocol/limits.ts'
import { head, requeueFrom } from '../store/outbox.ts'
import { applyPage, holdingOf, position, refillList, type Position } from '../store/list-pages.ts'
import { requeuePhotos } from '../store/photo-queue.ts'
import { noteFrozen } from '../store/sync-notes.ts'
import { ask, mediaTypeOf } from './ask-server.ts'
import { type ReadLine, type ReadPage, readPage } from './read-page.ts'
import { isInterrupted, type Run, smallestPage } from './run.ts'
import { type Stop, stopFor } from './stop.ts'

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
    const at = await position(run.store)
    const page = await askPage(run, at)
    if (page.kind === 'badCursor' && refills < mostRefills) {
      refills += 1
      await refillList(run.store)
      continue
    }
    if (page.kind === 'badCursor') return { kind: 'refused', status: 400, code: 'bad_cursor' }
    if (page.kind !== 'page') return page
    const { begin } = page
    run.tell({ step: 'heard', serverTime: timeOf(begin) })

    // The journal first: should the app die here, the epoch still differs and all of this happens again.
    requeued += await compareJournal(run, begin)
    if (at.epoch !== null && at.epoch !== begin.epoch) {
      refills += 1
      if (refills > mostRefills) return { kind: 'refused', status: 200, code: 'epoch' }
      await refillList(run.store)
      continue
    }
    await offerMissingPhotos(run, page.lines)
    const applied = await applyPage(run.store, {
      from: at.cursor,
      epoch: begin.epoch,
      communes: begin.communes.map(({ code, name }) => ({ code, name })),
      lines: page.lines,
      cursor: page.end.cursor,
      more: page.end.more,
    })
    if (!applied) return { kind: 'interrupted' }
    run.tell({ step: 'list', lines: page.lines.length })
    if (page.end.more) continue
    if (await holdsTheSame(run, begin)) return { kind: 'done', requeued }
    if (run.memory.refilledAt !== null && run.line.uptime() - run.memory.refilledAt < refillPauseMs) {
      return { kind: 'listDiffers' }
    }
    run.memory.refilledAt = run.line.uptime()
    await refillList(run.store)
  }
}

type AskedPage = Extract<ReadPage, { kind: 'page' }> | Stop | { kind: 'badCursor' }

async function askPage(run: Run, at: Position): Promise<AskedPage> {
  const query = new URLSearchParams({ limit: String(run.memory.pageLines) })
  if (at.cursor !== null) query.set('cursor', at.cursor)
  const answer = await ask(run.line, {
    method: 'GET',
    path: `/changes?${query}`,
    headers: { accept: changesMediaType },
  })
  if (answer.kind === 'problem' && answer.code === 'bad_cursor') return { kind: 'badCursor' }
  if (answer.kind === 'problem') return stopFor(answer)
  const page: ReadPage =
    answer.kind === 'answer' && mediaTypeOf(answer.headers) === changesMediaType
      ? await readPage(answer.bytes)
      : { kind: 'cutOff' }
  if (page.kind === 'newerThanApp') return { kind: 'upgradeRequired' }
  if (page.kind === 'page') {
    const { pageLines, pageWasCut } = run.memory
    run.memory.pageLines = Math.min(limits.changesInPage, pageWasCut ? pageLines + smallestPage / 5 : pageLines * 2)
    return page
  }
  if (isInterrupted(run)) return { kind: 'interrupted' }
  run.memory.pageWasCut = true
  run.memory.pageLines = Math.max(smallestPage, Math.floor(run.memory.pageLines / 2))
  return answer.kind === 'noConnection' ? stopFor(answer) : { kind: 'noConnection', retryAfterMs: null }
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
