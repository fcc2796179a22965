// Asking for changes: as many pages as the server puts into one answer, handed on as they come in, so that no page waits for the
// next to be asked for and a line that breaks costs no more than the page it broke in. When an answer has come and there is more,
// the next one is asked for while pages still wait to be applied, and pages are read while those before them are written: the line
// never stands still for the tablet, nor the tablet for its disk.
import { changesMediaType, EndLine } from '../../protocol/changes.ts'
import { limits } from '../../protocol/limits.ts'
import type { Bytes } from '../../protocol/bytes.ts'
import { ask, mediaTypeOf, parseJson } from './ask-server.ts'
import { type ReadPage, readPage } from './read-page.ts'
import { isInterrupted, type Run, smallestPage } from './run.ts'
import { startPageSplitter } from './split-pages.ts'
import { type Stop, stopFor } from './stop.ts'

export type WholePage = Extract<ReadPage, { kind: 'page' }>
export type PagesEnd = Stop | { kind: 'badCursor' } | { kind: 'complete' }

export type AskedPages = {
  /** All pages that were read since the last call, at least one; or how the answer ended. */
  next: () => Promise<{ kind: 'pages'; pages: WholePage[] } | PagesEnd>
  /** Nothing more of this answer is wanted. */
  giveUp: () => void
}

/** Taken together they are applied quicker; so many at most, so that the screen breathes. */
const mostTogether = 8
/** With more than these yet to be applied, nothing more is asked for: they lie in memory. */
const mostWaiting = 60
/** After a cut, pages grow by this with every answer that comes whole. */
const smallStep = 25
const lineFeed = 0x0a
const silence: Stop = { kind: 'noConnection', retryAfterMs: null }

export function askPages(run: Run, cursor: string | null): AskedPages {
  const { memory } = run
  /** Pages that came whole, and those of them that were read. */
  const whole: Bytes[] = []
  const read: WholePage[] = []
  /** How the asking ended, and the reading: when nothing can come any more. */
  let answered: PagesEnd | null = null
  let ended: PagesEnd | null = null
  let failure: { error: unknown } | null = null
  const bell = startBell()
  const own = new AbortController()
  const line = { ...run.line, signal: AbortSignal.any([run.line.signal, own.signal]) }

  /** A piece of a page is thrown away; the next ones are smaller. */
  function wasCut(stop: Stop): PagesEnd {
    if (isInterrupted(run) || own.signal.aborted) return { kind: 'interrupted' }
    memory.pageWasCut = true
    memory.pageLines = Math.max(smallestPage, Math.floor(memory.pageLines / 2))
    return stop
  }

  async function listenToAll(): Promise<PagesEnd> {
    for (let after = cursor; ;) {
      const heard = await listen(after)
      if (heard.kind !== 'heard') return heard
      if (heard.more === null) return { kind: 'complete' }
      after = heard.more
      while (whole.length > mostWaiting && !line.signal.aborted) await bell.rung()
      if (line.signal.aborted) return { kind: 'interrupted' }
    }
  }

  /** One answer, to its end. @returns with the cursor of what comes behind it, null when there is nothing. */
  async function listen(after: string | null): Promise<{ kind: 'heard'; more: string | null } | PagesEnd> {
    const query = new URLSearchParams({ limit: String(memory.pageLines), pages: String(limits.pagesInAnswer) })
    if (after !== null) query.set('cursor', after)
    const request = { method: 'GET', path: `/changes?${query}`, headers: { accept: changesMediaType } } as const
    const splitter = startPageSplitter()
    let last: Bytes | null = null
    const take = (pages: readonly Bytes[]) => {
      last = pages.at(-1) ?? last
      whole.push(...pages)
      if (pages.length > 0) bell.ring()
    }
    const answer = await ask(line, request, (headers, piece) => {
      if (mediaTypeOf(headers) === changesMediaType) take(splitter.feed(piece))
    })
    if (answer.kind === 'problem' && answer.code === 'bad_cursor') return { kind: 'badCursor' }
    if (answer.kind === 'problem') return stopFor(answer)
    if (answer.kind === 'noConnection') return wasCut(stopFor(answer))
    // The very last line feed may be missing.
    const rest = splitter.rest()
    if (rest.length > 0) take([rest])
    else if (mediaTypeOf(answer.headers) !== changesMediaType) return wasCut(silence)
    if (memory.pageWasCut) memory.pageLines = Math.min(limits.changesInPage, memory.pageLines + smallStep)
    return { kind: 'heard', more: last === null ? null : cursorBehind(last) }
  }

  async function readAll(): Promise<PagesEnd> {
    const mayRead = () => read.length < mostTogether && (whole.length > 0 || answered !== null)
    for (;;) {
      while (!mayRead() && !own.signal.aborted) await bell.rung()
      if (own.signal.aborted) return { kind: 'interrupted' }
      const bytes = whole.shift()
      if (bytes === undefined) return answered ?? { kind: 'complete' }
      const page = await readPage(bytes)
      if (page.kind !== 'page') {
        // Nothing behind it can be applied.
        const end: PagesEnd = page.kind === 'newerThanApp' ? { kind: 'upgradeRequired' } : wasCut(silence)
        own.abort()
        return end
      }
      read.push(page)
      bell.ring()
    }
  }

  function failed(error: unknown): void {
    failure ??= { error }
    bell.ring()
  }
  listenToAll()
    .then((end) => {
      answered = end
      bell.ring()
    })
    .catch(failed)
  readAll()
    .then((end) => {
      ended = end
      bell.ring()
    })
    .catch(failed)

  return {
    async next() {
      while (read.length === 0 && ended === null && failure === null) await bell.rung()
      if (failure !== null) throw failure.error
      const pages = read.splice(0, mostTogether)
      bell.ring()
      if (pages.length > 0) return { kind: 'pages', pages }
      return ended ?? { kind: 'complete' }
    },
    giveUp: () => {
      own.abort()
      bell.ring()
    },
  }
}

/** Wakes all who wait for what they share to change; each looks whether it is what it waits for. */
function startBell(): { ring: () => void; rung: () => Promise<void> } {
  let waiting: (() => void)[] = []
  return {
    ring() {
      const woken = waiting
      waiting = []
      for (const wake of woken) wake()
    },
    rung: () => new Promise((resolve) => void waiting.push(resolve)),
  }
}

/** What a page's own end says; whether the page is whole is looked at when it is read. */
function cursorBehind(page: Bytes): string | null {
  const body = page.at(-1) === lineFeed ? page.subarray(0, -1) : page
  const end = EndLine.safeParse(parseJson(body.subarray(body.lastIndexOf(lineFeed) + 1)))
  return end.success && end.data.more ? end.data.cursor : null
}
