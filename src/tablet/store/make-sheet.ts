// The list's sheet, made. See keep-sheet.ts for when.
import { segmentSize } from '../../domain/search/segment.ts'
import { type Bytes, utf8 } from '../../protocol/bytes.ts'
import { startBlock } from './block-writer.ts'
import { breath, letPageRest } from './let-page-breathe.ts'
import { headBlock, placeInSheet, type SheetHead } from './list-sheet.ts'
import { sealRow } from './sealed-rows.ts'
import { getMeta, type SheetNote, type SheetRow } from './tablet-database.ts'
import type { UnlockedStore } from './unlocked-store.ts'
import { StorageFull, writeStrictly } from './write-strictly.ts'

/** Of a value that stays inside Chromium's log. */
const partBytes = 48 * 1024

/** In short pieces. The rows that were written for nothing are given back. @throws StorageFull or StoreClosed. */
export async function makeSheet(store: UnlockedStore): Promise<void> {
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
  const head: SheetHead = { pages, orphans: book.people.orphans() }
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
    else if (tools.uptime() - since >= breath) await letPageRest()
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
