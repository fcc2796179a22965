// The list as it can be searched, kept beside its pages so that unlocking reads no person. The pages stay the truth: a sheet that is
// not whole, has another form or can not be opened is as good as none, and is made again (keep-sheet.ts).
import type { CommuneCode } from '../../domain/ids.ts'
import { type Bytes, concatBytes, fromUtf8 } from '../../protocol/bytes.ts'
import type { HeldEntitlement } from './held-people.ts'
import { letPageBreathe } from './let-page-breathe.ts'
import { openBlock, type PeopleBlock } from './people-block.ts'
import { openRow, type Sealer } from './sealed-rows.ts'
import type { SheetNote, SheetRow, TabletDatabase } from './tablet-database.ts'

export type SheetHead = {
  pages: [page: number, commune: CommuneCode, generation: number][]
  orphans: HeldEntitlement[]
}

export type OpenedSheet = Pick<SheetHead, 'pages' | 'orphans'> & { blocks: PeopleBlock[] }

/**
 * How words are read and people are laid out in a sheet. It goes up when a sheet of the same people would be another one, as
 * sheet-form.test.ts tells; sheets of other forms can not even be opened.
 */
export const sheetForm = 1

/** Where the head of a sheet is; its people are in the blocks from 1 on. */
export const headBlock = 0

/** So many parts are handed to the cipher in one go, which a screen does not notice. */
const fewParts = 6

/** The note after pages were written or went. What went must not stay on disk: then there is no sheet any more. */
export function noteAfter(
  note: SheetNote | null | undefined,
  written: Iterable<number>,
  gone: readonly number[],
): SheetNote | null {
  if (!note || gone.length > 0) return null
  return { ...note, stale: [...new Set([...note.stale, ...written])] }
}

/** Reads a sheet; null when it can not be used. */
export async function readSheet(
  db: TabletDatabase,
  sealer: Sealer,
  { id, blocks }: SheetNote,
): Promise<OpenedSheet | null> {
  const read = (block: number) => (block > blocks ? Promise.resolve([]) : rowsOfSheet(db, id, block).toArray())
  let [reading, next] = [read(headBlock), read(headBlock + 1)]
  const json = await openParts(sealer, await reading)
  const head = json && (JSON.parse(fromUtf8(json)) as SheetHead)
  const opened: PeopleBlock[] = []
  for (let block = headBlock + 1; block <= blocks; block += 1) {
    // The next block is on its way while the cipher works on this one.
    ;[reading, next] = [next, read(block + 1)]
    // The browser hands a megabyte over in one go, and putting it together is another: the page breathes before and between.
    const rows = await reading
    await letPageBreathe()
    const packed = await openParts(sealer, rows)
    await letPageBreathe()
    const whole = packed && openBlock(packed)
    if (whole) opened.push(whole)
  }
  if (!head || opened.length < blocks) return null
  return { pages: head.pages, orphans: head.orphans, blocks: opened }
}

/** The rows of one block of a sheet, in order. */
export function rowsOfSheet({ sheets }: TabletDatabase, id: string, block: number) {
  return sheets.where('[sheet+block+part]').between([id, block], [id, block + 1])
}

async function openParts(sealer: Sealer, rows: readonly SheetRow[]): Promise<Bytes | null> {
  const whole: Bytes[] = []
  for (let from = 0; from < rows.length; from += fewParts) {
    const some = rows.slice(from, from + fewParts)
    const parts = await Promise.all(some.map((row) => openRow(sealer, 'sheets', placeInSheet(row), row)))
    whole.push(...parts.filter((part) => part !== null))
  }
  return rows.length > 0 && whole.length === rows.length ? concatBytes(...whole) : null
}

/** Names a row of a sheet among all of them, for its seal. */
export function placeInSheet(
  { sheet, block, part }: Pick<SheetRow, 'sheet' | 'block' | 'part'>,
  form = sheetForm,
): string {
  return `${form}/${sheet}/${block}/${part}`
}
