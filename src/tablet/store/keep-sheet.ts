// Making the list's sheet, in the background: no officer waits for it, and nobody has lost anything when it is given up.
import { segmentSize } from '../../domain/search/segment.ts'
import { type Bytes, utf8 } from '../../protocol/bytes.ts'
import { breath, letPageBreathe } from './let-page-breathe.ts'
import { headBlock, placeInSheet, type SheetHead } from './list-sheet.ts'
import { startBlock } from './people-block.ts'
import { sealRow } from './sealed-rows.ts'
import { getMeta, type SheetNote, type SheetRow } from './tablet-database.ts'
import { StoreClosed, type UnlockedStore } from './unlocked-store.ts'
import { StorageFull, writeStrictly } from './write-strictly.ts'

/** Of a value that stays inside Chromium's log. */
const partBytes = 48 * 1024
/** So many pages are opened in a moment. */
const fewPages = 16

/**
 * Makes the sheet anew when too many pages have to be read beside it. In short pieces; given up when the list changes meanwhile,
 * there is no room for it, or the vault is locked.
 * @param enough pages that are read beside a sheet without one being made.
 * @returns when that is done, whoever began it.
 */
export function keepSheet(store: UnlockedStore, enough = fewPages): Promise<void> {
  const { book } = store
  if (book.makingSheet !== null) return book.makingSheet
  const beside = book.meta.sheet?.stale.length ?? book.pages.size
  if (book.unreadable.size > 0 || beside <= enough) return Promise.resolve()
  book.makingSheet = makeSheet(store)
    .catch((error: unknown) => {
      if (!(error instanceof StoreClosed || error instanceof StorageFull) && store.closed() === null) throw error
    })
    .finally(() => {
      book.makingSheet = null
    })
  return book.makingSheet
}

/** Gives the rows back that were written for nothing. */
async function makeSheet(store: UnlockedStore): Promise<void> {
  const id = store.tools.newId()
  let isHung = false
  try {
    isHung = await writeSheet(store, id)
  } finally {
    if (!isHung && store.closed() === null) await giveBack(store, id).catch(() => undefined)
  }
}

/** @returns whether it became the list's sheet. */
async function writeSheet(store: UnlockedStore, id: string): Promise<boolean> {
  const { book, tools } = store
  const { version } = book.meta
  const isOld = () => store.closed() !== null || book.meta.version !== version
  const pages = [...book.pages].map(
    ([page, { commune, generation }]) => [page, commune, generation] as SheetHead['pages'][0],
  )
  const head: SheetHead = { app: tools.app, pages, orphans: book.people.orphans() }
  let rows = await putBlock(store, id, headBlock, utf8(JSON.stringify(head)))
  let [block, blocks, since] = [startBlock(), 0, tools.uptime()]
  const write = async () => {
    blocks += 1
    rows += await putBlock(store, id, blocks, block.pack())
    block = startBlock()
  }
  for (const person of book.people.everybody()) {
    block.add(person)
    if (block.size() === segmentSize) await write()
    else if (tools.uptime() - since >= breath) await letPageBreathe()
    else continue
    if (isOld()) return false
    since = tools.uptime()
  }
  if (block.size() > 0) await write()
  return hang(store, { id, blocks, stale: [] }, rows, version)
}

/** @returns how many rows it took. */
async function putBlock(store: UnlockedStore, sheet: string, block: number, packed: Bytes): Promise<number> {
  const count = Math.ceil(packed.length / partBytes)
  const rows = Array.from({ length: count }, async (_, part): Promise<SheetRow> => {
    const place = { sheet, block, part }
    const plain = packed.slice(part * partBytes, (part + 1) * partBytes)
    return { ...place, ...(await sealRow(store.sealer(), 'sheets', placeInSheet(place), plain)) }
  })
  await put(store, await Promise.all(rows))
  return count
}

/** The sheet is a convenience: it takes no room that a record may need. */
async function put(store: UnlockedStore, rows: readonly SheetRow[]): Promise<void> {
  const { sheets } = store.db
  const bytes = rows.length * partBytes
  const written = await writeStrictly(store, [sheets], () => sheets.bulkPut(rows), {
    bytes,
    mayUseBallast: false,
  })
  if (written.kind !== 'done') throw new StorageFull()
}

/** Makes it the list's sheet, unless the list has changed since or another tab took its rows for leavings. */
async function hang(store: UnlockedStore, note: SheetNote, rows: number, version: number): Promise<boolean> {
  const { db, book } = store
  const hung = await writeStrictly(
    store,
    [db.sheets],
    async () => {
      const meta = await getMeta(db, 'list')
      const keys = await db.sheets.toCollection().primaryKeys()
      const others = keys.filter(([sheet]) => sheet !== note.id)
      if (meta.version !== version || keys.length - others.length !== rows) return false
      await db.sheets.bulkDelete(others)
      await db.meta.put({ key: 'list', value: { ...meta, sheet: note } })
      return true
    },
    { mayUseBallast: false },
  )
  const isHung = hung.kind === 'done' && hung.value
  if (isHung && book.meta.version === version) book.meta = { ...book.meta, sheet: note }
  return isHung
}

/** What can not be given back now goes when the next sheet is made. */
async function giveBack({ db }: UnlockedStore, id: string): Promise<void> {
  const keys = await db.sheets.toCollection().primaryKeys()
  await db.sheets.bulkDelete(keys.filter(([sheet]) => sheet === id))
}
