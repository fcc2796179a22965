// The list as it lies in its sealed pages, opened: their lines in memory as they are, and reading them all at the start.
import type { CommuneCode } from '../../domain/ids.ts'
import { type Bytes, fromUtf8 } from '../../protocol/bytes.ts'
import { type OpenPage, openPage } from './page-text.ts'
import { type LinePlace, type PeopleInMemory, startPeople } from './people-list.ts'
import type { Sealer } from './sealed-rows.ts'
import { getMeta, type ListMeta, type PageRow, type TabletDatabase } from './tablet-database.ts'

export type PageInfo = { commune: CommuneCode; generation: number }

/** `lines`: null for a page that could not be opened: its people are missing until the list is pulled afresh. */
export type BookPage = PageInfo & { lines: Bytes | null }

export type ListBook = {
  readonly people: PeopleInMemory
  /** As it was when the pages were read or last written. */
  meta: ListMeta
  readonly pages: Map<number, BookPage>
  readonly unreadable: Set<number>
}

/** Pages that are read at once: enough to keep the cipher busy, little enough to let the screen breathe. */
const batch = 48
const lineFeed = 0x0a

export function startBook(meta: ListMeta): ListBook {
  const pages: ListBook['pages'] = new Map()
  return { people: startPeople((place) => lineAt(pages, place)), meta, pages, unreadable: new Set() }
}

/** Reads the whole list; a book that held something before is emptied first. */
export async function readBook(book: ListBook, db: TabletDatabase, sealer: Sealer): Promise<void> {
  // A page's number goes up with its generation: what came later is read later.
  const readAfter = (page: number) => db.pages.where('page').above(page).limit(batch).toArray()
  const [meta, first] = await db.transaction('r', db.meta, db.pages, () =>
    Promise.all([getMeta(db, 'list'), readAfter(0)]),
  )
  emptyBook(book)
  book.meta = meta
  for (let rows = first; rows.length > 0;) {
    const next = rows.length < batch ? [] : readAfter(rows.at(-1)?.page ?? 0)
    const opened = rows.map(async (row) => ({ row, opened: await openPage(sealer, row) }))
    for (const page of await Promise.all(opened)) enterPage(book, page.row, page.opened)
    rows = await next
  }
}

export function emptyBook(book: ListBook): void {
  book.people.clear()
  book.pages.clear()
  book.unreadable.clear()
}

function enterPage(book: ListBook, { page, commune, generation }: PageRow, opened: OpenPage | null): void {
  const last = book.pages.values().next().value
  book.pages.set(page, { commune, generation, lines: opened?.lines ?? null })
  if (opened === null) {
    book.unreadable.add(page)
    return
  }
  // During a refill the same things stand in pages of two generations.
  const mayRepeat = last !== undefined && last.generation !== generation
  book.people.enterPage(page, commune, opened.columns, mayRepeat)
}

function lineAt(pages: ListBook['pages'], { page, line }: LinePlace): string {
  const lines = pages.get(page)?.lines
  if (!lines) throw new Error('a page is missing from the book')
  let start = 0
  for (let skipped = 0; skipped < line; skipped += 1) start = lines.indexOf(lineFeed, start) + 1
  const end = lines.indexOf(lineFeed, start)
  return fromUtf8(lines.subarray(start, end < 0 ? lines.length : end))
}
