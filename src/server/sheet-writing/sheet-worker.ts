// The worker's side: one table, written, then the thread ends.
import { parentPort, workerData } from 'node:worker_threads'
import { utils, write } from '@e965/xlsx'
import { neutralCell } from '../../domain/neutral-cell.ts'
import type { SheetTable } from './write-sheet.ts'

const { name, title, columns, rows } = workerData as SheetTable
const headings = columns.map(({ heading }) => heading)
const lines = [...title.map((line) => [line]), headings, ...rows]
const sheet = utils.aoa_to_sheet(
  lines.map((line) => line.map((cell) => (typeof cell === 'string' ? { t: 's', v: neutralCell(cell) } : cell))),
)
sheet['!cols'] = columns.map(({ width }) => ({ wch: width }))
const book = utils.book_new()
utils.book_append_sheet(book, sheet, name)
parentPort?.postMessage(write(book, { type: 'buffer', bookType: 'xlsx', compression: true }))
