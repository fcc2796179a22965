// A workbook's sheets as plain cells. Formulas are never executed: SheetJS has no calculator, and only stored results are read.
import { read, SSF, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx'
import type { Cell, GridRow, Merge, Sheet } from '../../domain/list-import/grid.ts'

export type GridLimits = { rows: number; columns: number; cells: number; sheets: number }

/** Whether any sheet may hold a formula, and whether anything may be hidden. */
export type WorkbookContents = { hasFormulas: boolean; hasHidden: boolean }

export type WorkbookReading =
  { kind: 'sheets'; sheets: Sheet[] } | { kind: 'tooLarge' } | { kind: 'corrupt' } | { kind: 'encrypted' }

/** Letters of a cell; what is longer is cut. */
export const longestText = 2000
const mostMerges = 100_000

/** What a number's format shows of a day: nothing, the year, the month, all. */
export type Shown = 'number' | 'year' | 'month' | 'day'

/** Each format is looked at once. */
const shownOf = new Map<string, Shown>()

/** What a format shows of a number. */
export function shownBy(format: string): Shown {
  const known = shownOf.get(format)
  if (known !== undefined) return known
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  const shown = !SSF.is_date(format)
    ? 'number'
    : !/y/i.test(bare) || /d/i.test(bare)
      ? 'day'
      : /m/i.test(bare)
        ? 'month'
        : 'year'
  if (shownOf.size < 2000) shownOf.set(format, shown)
  return shown
}

const lettersShown = { day: 10, month: 7, year: 4 } as const

function cellOf(cell: CellObject, date1904: boolean): Cell {
  if (cell.t === 's') return String(cell.v).slice(0, longestText)
  if (cell.t === 'b') return cell.v === true
  if (cell.t === 'e' || (cell.t === 'z' && cell.f !== undefined)) return { lost: true }
  if (cell.t !== 'n' || typeof cell.v !== 'number') return null
  return numberCell(cell.v, shownBy(String(cell.z ?? 'General')), date1904)
}

/** A number as it is shown. */
export function numberCell(value: number, shown: Shown, date1904: boolean): Cell {
  // A year typed into a cell that Excel shows as a day: 1945 would be 28 April 1905.
  if (shown === 'number' || (Number.isInteger(value) && value >= 1900 && value < 2100)) return value
  // `parse_date_code` gives nothing for a number that is no day.
  const parts = SSF.parse_date_code(value, { date1904 }) as { y: number; m: number; d: number } | null
  if (parts === null || parts.y < 1800) return value
  const [month, day] = [parts.m, parts.d].map((part) => String(part).padStart(2, '0'))
  return { date: `${String(parts.y).padStart(4, '0')}-${month}-${day}`.slice(0, lettersShown[shown]) }
}

export type SheetRows = { rows: GridRow[]; cells: number }

function rowsOf(sheet: WorkSheet, date1904: boolean, limits: GridLimits): SheetRows | null {
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

function mergesOf(sheet: WorkSheet): Merge[] {
  return (sheet['!merges'] ?? [])
    .slice(0, mostMerges)
    .map(({ s, e }) => ({ top: s.r + 1, bottom: e.r + 1, left: s.c, right: e.c }))
}

/** How the rows of a sheet are read; null when they are too many. */
export type RowReader = (sheet: WorkSheet, workbook: WorkBook, limits: GridLimits) => SheetRows | null

/** Whether days are counted from 1904 on. */
export const isFrom1904 = (workbook: WorkBook) => workbook.Workbook?.WBProps?.date1904 === true

/** As SheetJS read them. */
export const asRead: RowReader = (sheet, workbook, limits) => rowsOf(sheet, isFrom1904(workbook), limits)

/**
 * Reads an XLSX or XLS workbook that is known to inflate to a bearable size. Blank rows are left out.
 * @param contents what is worth looking for, because looking takes time.
 */
export function readWorkbook(
  bytes: Uint8Array,
  limits: GridLimits,
  { hasFormulas, hasHidden }: WorkbookContents,
  readRows: RowReader = asRead,
): WorkbookReading {
  let workbook
  try {
    workbook = read(bytes, {
      type: 'buffer',
      dense: true,
      // A formula without a stored result is told by an empty cell that has one.
      cellFormula: hasFormulas,
      sheetStubs: hasFormulas,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      // Without it hidden rows are not told.
      cellStyles: hasHidden,
      sheetRows: limits.rows + 1,
    })
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    return { kind: /password|encrypt/i.test(message) ? 'encrypted' : 'corrupt' }
  }
  if (workbook.SheetNames.length > limits.sheets) return { kind: 'tooLarge' }
  const sheets: Sheet[] = []
  let cells = 0
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name]
    if (sheet === undefined || sheet['!type'] === 'chart') continue
    const found = readRows(sheet, workbook, limits)
    if (found === null) return { kind: 'tooLarge' }
    cells += found.cells
    if (cells > limits.cells) return { kind: 'tooLarge' }
    const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0
    sheets.push({ name, hidden, rows: found.rows, merges: mergesOf(sheet) })
  }
  return { kind: 'sheets', sheets }
}
