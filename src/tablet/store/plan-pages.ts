// Which sealed pages a page of the feed changes, and into what. Nothing is written here.
import type { CommuneCode } from '../../domain/ids.ts'
import type { ChangeLine } from '../../protocol/changes.ts'
import type { ListBook, PageInfo } from './list-book.ts'
import type { Bytes } from '../../protocol/bytes.ts'
import { type Line, readLines } from '../../protocol/lines.ts'
import type { ListedLine } from './page-columns.ts'
import { closedBytes, fullBytes, keyOf, type PageLine, type Thing, type ThingKey } from './page-text.ts'

type OpenPage = PageInfo & { lines: Map<ThingKey, PageLine>; bytes: number }

export type PagePlan = {
  /** Pages as they shall be; one without lines shall go. */
  changed: ReadonlyMap<number, OpenPage>
  /** Where things stand afterwards; null: nowhere. */
  moved: ReadonlyMap<ThingKey, number | null>
  nextPage: number
}

/** A change with the exact text of its line. */
export type FeedLine = Line & { readonly change: ChangeLine }

/**
 * @param book as it is; it is not changed.
 * @param readPage a page's lines as they lie on disk; null when it can not be opened.
 */
export async function planPages(
  book: ListBook,
  lines: readonly FeedLine[],
  readPage: (page: number) => Promise<Bytes | null>,
): Promise<PagePlan> {
  const { generation } = book.meta
  const changed = new Map<number, OpenPage>()
  const moved = new Map<ThingKey, number | null>()
  const tails = tailsOf(book)
  let { nextPage } = book.meta

  async function open(page: number): Promise<OpenPage> {
    const known = changed.get(page)
    if (known) return known
    const info = book.pages.get(page)
    if (!info) throw new Error('a page is missing from the book')
    const lines = linesOf(await readPage(page))
    const bytes = [...lines.values()].reduce((sum, line) => sum + sizeOf(line), 0)
    const opened = { ...info, lines, bytes }
    changed.set(page, opened)
    return opened
  }

  async function takeOut(thing: Thing): Promise<void> {
    const key = keyOf(thing)
    const page = whereIs(thing, key)
    if (page === null) return
    const from = await open(page)
    const held = from.lines.get(key)
    if (held !== undefined) from.bytes -= sizeOf(held)
    from.lines.delete(key)
    moved.set(key, null)
  }

  async function tailFor(commune: CommuneCode, bytes: number): Promise<number> {
    const tail = tails.get(commune)
    // A tail that can not be opened must not be written over what is left of it.
    if (tail !== undefined && !book.unreadable.has(tail) && (await open(tail)).bytes + bytes <= closedBytes) return tail
    const page = nextPage
    nextPage += 1
    tails.set(commune, page)
    changed.set(page, { commune, generation, lines: new Map(), bytes: 0 })
    return page
  }

  function whereIs(thing: Thing, key: ThingKey): number | null {
    const page = moved.get(key)
    return page === undefined ? book.people.pageOf(thing) : page
  }

  async function put(line: ListedLine, { bytes }: Line): Promise<void> {
    const key = keyOf(line)
    const one: PageLine = { bytes, line }
    const size = sizeOf(one)
    const page = whereIs(line, key)
    if (page !== null) {
      const info = changed.get(page) ?? book.pages.get(page)
      // What stands in a page of an older generation goes with that page when the refill is done.
      const stays = info?.generation === generation && info.commune === line.commune
      if (stays) {
        const held = await open(page)
        const before = held.lines.get(key)
        const grown = held.bytes + size - (before === undefined ? 0 : sizeOf(before))
        if (grown <= fullBytes) {
          held.lines.set(key, one)
          held.bytes = grown
          return
        }
      }
      if (stays || info?.generation === generation) await takeOut(line)
    }
    const tail = await tailFor(line.commune, size)
    const held = await open(tail)
    held.lines.set(key, one)
    held.bytes += size
    moved.set(key, tail)
  }

  for (const feedLine of lines) {
    const { change } = feedLine
    if (change.type === 'beneficiary' || change.type === 'entitlement') await put(change, feedLine)
    else if (change.type === 'drop' && (change.of === 'beneficiary' || change.of === 'entitlement')) {
      await takeOut({ type: change.of, id: change.id })
    }
  }
  return { changed, moved, nextPage }
}

/** Bytes that a line takes in its page, line feed included. */
function sizeOf({ bytes }: PageLine): number {
  return bytes.length + 1
}

/** Each commune's newest page of this generation. */
function tailsOf({ pages, meta }: ListBook): Map<CommuneCode, number> {
  const tails = new Map<CommuneCode, number>()
  for (const [page, { commune, generation }] of pages) {
    if (generation === meta.generation && page > (tails.get(commune) ?? 0)) tails.set(commune, page)
  }
  return tails
}

function linesOf(page: Bytes | null): Map<ThingKey, PageLine> {
  const lines = page === null ? [] : readLines(page)
  return new Map(
    lines.map(({ text, bytes }) => {
      const line = JSON.parse(text) as ListedLine
      return [keyOf(line), { bytes, line }]
    }),
  )
}
