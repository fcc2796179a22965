// Tables as spreadsheet files. It takes seconds for a long one: to be called where nobody waits for anything else.
import { utils, write } from '@e965/xlsx'
import { z } from 'zod'
import { neutralCell } from '../../domain/neutral-cell.ts'
import type { Bytes } from '../../protocol/bytes.ts'

export type SheetTable = {
  /** Name of the sheet, at most 31 characters. */
  name: string
  /** Lines above the table. */
  title: readonly string[]
  columns: readonly { heading: string; width: number }[]
  /** Numbers stay numbers; every text is written as a text and can be no formula. */
  rows: readonly (readonly (string | number | null)[])[]
}

/** @property count people or rows that the table names. */
export type CountedTable = { table: SheetTable; count: number }

const Written = z.instanceof(Uint8Array)

/** The bytes of an .xlsx file. */
export function writeSheet({ name, title, columns, rows }: SheetTable): Bytes {
  const headings = columns.map(({ heading }) => heading)
  const lines = [...title.map((line) => [line]), headings, ...rows]
  const sheet = utils.aoa_to_sheet(
    lines.map((line) => line.map((cell) => (typeof cell === 'string' ? { t: 's', v: neutralCell(cell) } : cell))),
  )
  sheet['!cols'] = columns.map(({ width }) => ({ wch: width }))
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, name)
  // A piece of memory of its own, which can be handed to another thread.
  return new Uint8Array(Written.parse(write(book, { type: 'buffer', bookType: 'xlsx', compression: true })))
}
