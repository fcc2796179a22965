// The list opened: who is on it, which page their lines are in, and reading it all at the start.
import type { CommuneCode } from '../../domain/ids.ts'
import type { Holding } from '../../protocol/holdings.ts'
import { letPageBreathe } from './let-page-breathe.ts'
import { type OpenedSheet, readSheet } from './list-sheet.ts'
import type { PageColumns } from './page-columns.ts'
import { openColumns } from './page-text.ts'
import { type PeopleInMemory, startPeople } from './people-list.ts'
import type { Sealer } from './sealed-rows.ts'
import { getMeta, type ListMeta, type PageRow, type TabletDatabase } from './tablet-database.ts'

export type PageInfo = { commune: CommuneCode; generation: number }

export type ListBook = {
  readonly people: PeopleInMemory
  /** As it was when the pages were read or last written. */
  meta: ListMeta
  readonly pages: Map<number, PageInfo>
  /** Pages that could not be opened: their people are missing until the list is pulled afresh. */
  readonly unreadable: Set<number>
  /** What stands in pages that were written by a download, until somebody asks. */
  readonly counted: Map<number, Holding>
  /** Until the sheet that is being made is there. */
  makingSheet: Promise<void> | null
}

/** Pages that are read at once: enough to keep the cipher busy, little enough to let the screen breathe. */
const batch = 16

export function startBook(meta: ListMeta): ListBook {
  return { people: startPeople(), meta, pages: new Map(), unreadable: new Set(), counted: new Map(), makingSheet: null }
}

/** Reads the whole list; a book that held something before is emptied first. */
export async function readBook(book: ListBook, db: TabletDatabase, sealer: Sealer): Promise<void> {
  const meta = await getMeta(db, 'list')
  const sheet = meta.sheet ? await readSheet(db, sealer, meta.sheet) : null
  emptyBook(book)
  book.meta = sheet === null ? { ...meta, sheet: null } : meta
  if (sheet === null) await readPages(book, db, sealer)
  else {
    const stale = meta.sheet?.stale ?? []
    enterSheet(book, sheet, stale)
    await readStale(book, db, sealer, stale)
  }
}

async function readPages(book: ListBook, db: TabletDatabase, sealer: Sealer): Promise<void> {
  // A page's number goes up with its generation: what came later is read later.
  const readAfter = (page: number) => db.pages.where('page').above(page).limit(batch).toArray()
  for (let rows = await readAfter(0); rows.length > 0;) {
    const next = rows.length < batch ? [] : readAfter(rows.at(-1)?.page ?? 0)
    await enterRows(book, sealer, rows)
    rows = await next
    await letPageBreathe()
  }
}

async function readStale(book: ListBook, db: TabletDatabase, sealer: Sealer, stale: readonly number[]): Promise<void> {
  const inOrder = stale.toSorted((a, b) => a - b)
  for (let at = 0; at < inOrder.length; at += batch) {
    const rows = await db.pages.bulkGet(inOrder.slice(at, at + batch))
    await enterRows(
      book,
      sealer,
      rows.filter((row) => row !== undefined),
    )
  }
}

async function enterRows(book: ListBook, sealer: Sealer, rows: readonly PageRow[]): Promise<void> {
  const opened = rows.map(async (row) => ({ row, columns: await openColumns(sealer, row) }))
  for (const { row, columns } of await Promise.all(opened)) enterPage(book, row, columns)
}

/** What stands in pages that were written since the sheet was made goes out again. */
function enterSheet({ pages, people }: ListBook, sheet: OpenedSheet, stale: readonly number[]): void {
  for (const [page, commune, generation] of sheet.pages) pages.set(page, { commune, generation })
  for (const block of sheet.blocks) people.enterBlock(block)
  for (const orphan of sheet.orphans) people.enterOrphan(orphan)
  if (stale.length > 0) people.dropPages(new Set(stale))
}

export function emptyBook(book: ListBook): void {
  book.people.clear()
  book.pages.clear()
  book.unreadable.clear()
  book.counted.clear()
}

function enterPage(book: ListBook, { page, commune, generation }: PageRow, columns: PageColumns | null): void {
  const first = book.pages.values().next().value
  book.pages.set(page, { commune, generation })
  if (columns === null) {
    book.unreadable.add(page)
    return
  }
  // During a refill the same things stand in pages of two generations; beside a sheet a person may be in one of its blocks.
  const mayRepeat = Boolean(book.meta.sheet) || (first !== undefined && first.generation !== generation)
  book.people.enterPage(page, commune, columns, mayRepeat)
}
