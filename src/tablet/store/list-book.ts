// The list opened: who is on it, which page their lines are in, and reading it all at the start.
import type { CommuneCode } from '../../domain/ids.ts'
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
}

/** Pages that are read at once: enough to keep the cipher busy, little enough to let the screen breathe. */
const batch = 96

export function startBook(meta: ListMeta): ListBook {
  return { people: startPeople(), meta, pages: new Map(), unreadable: new Set() }
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
    const opened = rows.map(async (row) => ({ row, columns: await openColumns(sealer, row) }))
    for (const page of await Promise.all(opened)) enterPage(book, page.row, page.columns)
    rows = await next
  }
}

export function emptyBook(book: ListBook): void {
  book.people.clear()
  book.pages.clear()
  book.unreadable.clear()
}

function enterPage(book: ListBook, { page, commune, generation }: PageRow, columns: PageColumns | null): void {
  const first = book.pages.values().next().value
  book.pages.set(page, { commune, generation })
  if (columns === null) {
    book.unreadable.add(page)
    return
  }
  // During a refill the same things stand in pages of two generations.
  const mayRepeat = first !== undefined && first.generation !== generation
  book.people.enterPage(page, commune, columns, mayRepeat)
}
