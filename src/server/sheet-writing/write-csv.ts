// Tables as CSV: UTF-8 with its mark, by which Excel knows it, and semicolons, which Excel expects in Viet Nam.
import { type Bytes, utf8 } from '../../protocol/bytes.ts'
import { neutralCell } from '../../domain/neutral-cell.ts'
import type { SheetTable } from './write-sheet.ts'

const cut = ';'

function cellText(cell: string | number | null): string {
  if (typeof cell === 'number') return String(cell)
  const text = cell === null ? '' : neutralCell(cell)
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The bytes of a .csv file: the heading and the rows; lines above the table are left to spreadsheets. */
export function writeCsv({ columns, rows }: Pick<SheetTable, 'columns' | 'rows'>): Bytes {
  const lines = [columns.map(({ heading }) => heading), ...rows].map((row) => row.map(cellText).join(cut))
  return utf8(`\uFEFF${lines.join('\r\n')}\r\n`)
}
