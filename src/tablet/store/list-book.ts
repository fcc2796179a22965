// Where each thing of the list stands in the sealed pages, kept in memory, and reading them all at the start.
import type { CommuneCode } from '../../domain/ids.ts'
import { keyOf, type ListedLine, openPage, readLines, type ThingKey } from './page-text.ts'
import { type PeopleInMemory, startPeople } from './people-list.ts'
import type { Sealer } from './sealed-rows.ts'
import { getMeta, type ListMeta, type PageRow, type TabletDatabase } from './tablet-database.ts'

export type PageInfo = { commune: CommuneCode; generation: number }

export type ListBook = {
  readonly people: PeopleInMemory
  /** As it was when the pages were read or last written. */
  meta: ListMeta
  readonly pages: Map<number, PageInfo>
  readonly pageOf: Map<ThingKey, number>
  /** Pages that could not be opened: their people are missing until the list is pulled afresh. */
  readonly unreadable: Set<number>
}

/** Rows that are opened at once: enough to keep the cipher busy, little enough to let the screen breathe. */
const batch = 96

export function startBook(meta: ListMeta): ListBook {
  return { people: startPeople(), meta, pages: new Map(), pageOf: new Map(), unreadable: new Set() }
}

/** Reads the whole list; a book that held something before is emptied first. */
export async function readBook(book: ListBook, db: TabletDatabase, sealer: Sealer): Promise<void> {
  const [meta, numbers] = await db.transaction('r', db.meta, db.pages, async () => [
    await getMeta(db, 'list'),
    await db.pages.orderBy('generation').primaryKeys(),
  ])
  emptyBook(book)
  book.meta = meta
  let next = db.pages.bulkGet(numbers.slice(0, batch))
  for (let start = 0; start < numbers.length; start += batch) {
    const rows = await next
    next = db.pages.bulkGet(numbers.slice(start + batch, start + 2 * batch))
    const opened = rows
      .filter((row) => row !== undefined)
      .map(async (row) => ({ row, text: await openPage(sealer, row) }))
    for (const { row, text } of await Promise.all(opened)) enterPage(book, row, text)
  }
  await next
}

export function emptyBook(book: ListBook): void {
  book.people.clear()
  book.pages.clear()
  book.pageOf.clear()
  book.unreadable.clear()
}

/** Puts a thing of the feed into memory. */
export function enterLine(people: PeopleInMemory, line: ListedLine): void {
  if (line.type === 'beneficiary') people.putBeneficiary(line)
  else people.putEntitlement(line)
}

function enterPage(book: ListBook, { page, commune, generation }: PageRow, text: string | null): void {
  book.pages.set(page, { commune, generation })
  if (text === null) {
    book.unreadable.add(page)
    return
  }
  for (const line of readLines(text)) {
    book.pageOf.set(keyOf(line), page)
    enterLine(book.people, line)
  }
}
