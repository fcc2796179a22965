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
  const tails = tailsOf(book)
  // All that may be needed is read beforehand and at once; what follows waits for nothing.
  const opened = await openPages(book, pagesOfLines(book, lines, tails), readPage)
  const changed = new Map<number, OpenPage>()
  const moved = new Map<ThingKey, number | null>()
  let { nextPage } = book.meta

  function look(page: number): OpenPage {
    const known = changed.get(page) ?? opened.get(page)
    if (known === undefined) throw new Error('a page was not read beforehand')
    return known
  }

  function change(page: number): OpenPage {
    const known = look(page)
    changed.set(page, known)
    return known
  }

  function takeOut(thing: Thing, key: ThingKey): void {
    const page = whereIs(thing, key)
    if (page === null) return
    const from = change(page)
    const held = from.lines.get(key)
    if (held !== undefined) from.bytes -= sizeOf(held)
    from.lines.delete(key)
    moved.set(key, null)
  }

  function tailFor(commune: CommuneCode, size: number): number {
    const tail = tails.get(commune)
    // A tail that can not be opened must not be written over what is left of it.
    if (tail !== undefined && !book.unreadable.has(tail) && look(tail).bytes + size <= closedBytes) return tail
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

  function put(line: ListedLine, { bytes }: Line): void {
    const key = keyOf(line)
    const one: PageLine = { bytes, line }
    const size = sizeOf(one)
    const page = whereIs(line, key)
    if (page !== null) {
      const info = changed.get(page) ?? book.pages.get(page)
      // What stands in a page of an older generation goes with that page when the refill is done.
      if (info?.generation === generation) {
        const held = look(page)
        const before = held.lines.get(key)
        const grown = held.bytes + size - (before === undefined ? 0 : sizeOf(before))
        if (info.commune === line.commune && grown <= fullBytes) {
          change(page).lines.set(key, one)
          held.bytes = grown
          return
        }
        takeOut(line, key)
      }
    }
    const tail = tailFor(line.commune, size)
    const held = change(tail)
    held.lines.set(key, one)
    held.bytes += size
    moved.set(key, tail)
  }

  for (const line of lines) {
    if (isListed(line.change)) put(line.change, line)
    else {
      const thing = droppedBy(line.change)
      if (thing !== null) takeOut(thing, keyOf(thing))
    }
  }
  return { changed, moved, nextPage }
}

function isListed(change: ChangeLine): change is ListedLine {
  return change.type === 'beneficiary' || change.type === 'entitlement'
}

function droppedBy(change: ChangeLine): Thing | null {
  if (change.type !== 'drop' || (change.of !== 'beneficiary' && change.of !== 'entitlement')) return null
  return { type: change.of, id: change.id }
}

/** Every page that the lines may change: where the things stand, and where new ones go. */
function pagesOfLines(
  { people, pages, meta }: ListBook,
  lines: readonly FeedLine[],
  tails: ReadonlyMap<CommuneCode, number>,
): Set<number> {
  const wanted = new Set<number>(lines.length === 0 ? [] : tails.values())
  for (const { change } of lines) {
    const dropped = droppedBy(change)
    const thing = dropped ?? (isListed(change) ? change : null)
    const page = thing === null ? null : people.pageOf(thing)
    if (page !== null && (dropped !== null || pages.get(page)?.generation === meta.generation)) wanted.add(page)
  }
  return wanted
}

async function openPages(
  book: ListBook,
  pages: ReadonlySet<number>,
  readPage: (page: number) => Promise<Bytes | null>,
): Promise<Map<number, OpenPage>> {
  const opening = [...pages].map(async (page): Promise<[number, OpenPage]> => {
    const info = book.pages.get(page)
    if (!info) throw new Error('a page is missing from the book')
    const lines = linesOf(await readPage(page))
    const bytes = [...lines.values()].reduce((sum, line) => sum + sizeOf(line), 0)
    return [page, { ...info, lines, bytes }]
  })
  return new Map(await Promise.all(opening))
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
