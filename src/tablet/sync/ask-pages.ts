// Asking for changes: as many pages as the server puts into one answer, handed on as they come in, so that no page waits for the
// next to be asked for and a line that breaks costs no more than the page it broke in. When an answer has come and there is more,
// the next one is asked for while pages still wait to be applied: the line never stands still for the tablet.
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
  /** All pages that have come since the last call, at least one; or how the answer ended. */
  next: () => Promise<{ kind: 'pages'; pages: WholePage[] } | PagesEnd>
  /** Nothing more of this answer is wanted. */
  giveUp: () => void
}

/** Taken together they are applied quicker; so many at most, so that the screen breathes. */
const mostTogether = 8
/** With more than these yet to be applied, nothing more is asked for: they lie in memory. */
const mostWaiting = 20
/** After a cut, pages grow by this with every answer that comes whole. */
const smallStep = 25
const lineFeed = 0x0a
const silence: Stop = { kind: 'noConnection', retryAfterMs: null }

export function askPages(run: Run, cursor: string | null): AskedPages {
  const { memory } = run
  const whole: Bytes[] = []
  let ended: PagesEnd | null = null
  let wake = () => {}
  let drained = () => {}
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
      while (whole.length > mostWaiting && !line.signal.aborted) {
        await new Promise<void>((resolve) => (drained = resolve))
      }
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
      if (whole.length > 0) wake()
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

  let failure: { error: unknown } | null = null
  listenToAll()
    .then((end) => (ended ??= end))
    .catch((error: unknown) => (failure = { error }))
    .finally(() => wake())

  return {
    async next() {
      while (whole.length === 0 && ended === null && failure === null) {
        await new Promise<void>((resolve) => (wake = resolve))
      }
      if (failure !== null) throw failure.error
      const pages: WholePage[] = []
      const some = whole.splice(0, mostTogether)
      drained()
      for (const bytes of some) {
        const page = await readPage(bytes)
        if (page.kind === 'page') {
          pages.push(page)
          continue
        }
        // Nothing behind it can be applied.
        whole.length = 0
        ended = page.kind === 'newerThanApp' ? { kind: 'upgradeRequired' } : wasCut(silence)
        own.abort()
        break
      }
      if (pages.length > 0) return { kind: 'pages', pages }
      return ended ?? { kind: 'complete' }
    },
    giveUp: () => {
      own.abort()
      drained()
    },
  }
}

/** What a page's own end says; whether the page is whole is looked at when it is read. */
function cursorBehind(page: Bytes): string | null {
  const body = page.at(-1) === lineFeed ? page.subarray(0, -1) : page
  const end = EndLine.safeParse(parseJson(body.subarray(body.lastIndexOf(lineFeed) + 1)))
  return end.success && end.data.more ? end.data.cursor : null
}
