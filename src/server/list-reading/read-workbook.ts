// A workbook's sheets as plain cells. Formulas are never executed: SheetJS has no calculator, and only stored results are read.
import { read, SSF, type CellObject, type WorkSheet } from '@e965/xlsx'
import type { Cell, GridRow, Sheet } from '../../domain/list-import/grid.ts'

export type GridLimits = { rows: number; columns: number; cells: number; sheets: number }

export type WorkbookReading =
  { kind: 'sheets'; sheets: Sheet[] } | { kind: 'tooLarge' } | { kind: 'corrupt' } | { kind: 'encrypted' }

const longestText = 2000

function cellOf(cell: CellObject, date1904: boolean): Cell {
  if (cell.t === 's') return String(cell.v).slice(0, longestText)
  if (cell.t === 'b') return cell.v === true
  if (cell.t !== 'n' || typeof cell.v !== 'number') return null
  if (!SSF.is_date(String(cell.z ?? 'General'))) return cell.v
  // `parse_date_code` gives nothing for a number that is no day.
  const parts = SSF.parse_date_code(cell.v, { date1904 }) as { y: number; m: number; d: number } | null
  if (parts === null || parts.y < 1800) return cell.v
  const [month, day] = [parts.m, parts.d].map((part) => String(part).padStart(2, '0'))
  return { date: `${String(parts.y).padStart(4, '0')}-${month}-${day}` }
}

function rowsOf(sheet: WorkSheet, date1904: boolean, limits: GridLimits): { rows: GridRow[]; cells: number } | null {
  const rows: GridRow[] = []
  let cells = 0
  const hidden = new Set<number>()
  sheet['!rows']?.forEach((row, index) => {
    if (row?.hidden === true) hidden.add(index)
  })
  // Dense sheets are arrays with holes: `forEach` visits what is there, however far away the last cell stands.
  const data: (CellObject[] | undefined)[] = sheet['!data'] ?? []
  let fits = true
  data.forEach((row, index) => {
    if (row === undefined || !fits) return
    const read: Cell[] = []
    row.forEach((cell, column) => {
      if (cell === undefined || column >= limits.columns) return
      const value = cellOf(cell, date1904)
      if (value === null || value === '') return
      while (read.length < column) read.push(null)
      read[column] = value
      cells += 1
    })
    if (read.length === 0) return
    rows.push({ number: index + 1, hidden: hidden.has(index), cells: read })
    fits = rows.length <= limits.rows && cells <= limits.cells
  })
  return fits ? { rows, cells } : null
}

/** Reads an XLSX or XLS workbook that is known to inflate to a bearable size. Blank rows are left out. */
export function readWorkbook(bytes: Uint8Array, limits: GridLimits): WorkbookReading {
  let workbook
  try {
    workbook = read(bytes, {
      type: 'buffer',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      // Without it hidden rows are not told.
      cellStyles: true,
      sheetRows: limits.rows + 1,
    })
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    return { kind: /password|encrypt/i.test(message) ? 'encrypted' : 'corrupt' }
  }
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true
  if (workbook.SheetNames.length > limits.sheets) return { kind: 'tooLarge' }
  const sheets: Sheet[] = []
  let cells = 0
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name]
    if (sheet === undefined || sheet['!type'] === 'chart') continue
    const found = rowsOf(sheet, date1904, limits)
    if (found === null) return { kind: 'tooLarge' }
    cells += found.cells
    if (cells > limits.cells) return { kind: 'tooLarge' }
    sheets.push({ name, hidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0, rows: found.rows })
  }
  return { kind: 'sheets', sheets }
}
