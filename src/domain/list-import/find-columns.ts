// Where a sheet's heading stands, and what its columns mean.
import { type ColumnMeaning, columnFields } from './column-meaning.ts'
import { type GridRow, type Sheet, textOf, wordingKey } from './grid.ts'
import { meaningOfHeading } from './header-wording.ts'

export type Column = {
  /** From 0. */
  index: number
  /** What stands above it, from top to bottom. */
  headings: readonly string[]
  meaning: ColumnMeaning
}

export type Heading = {
  /** Rows of the heading as the spreadsheet counts, both included; null when none was found. */
  rows: { first: number; last: number } | null
  columns: readonly Column[]
}

const rowsSearched = 60
const rowsOfHeading = 3

function widthOf(rows: readonly GridRow[]): number {
  return rows.reduce((width, row) => Math.max(width, row.cells.length), 0)
}

/** Texts above each column; a heading over several columns counts for each that has something of its own below. */
function headingsOf(rows: readonly GridRow[], width: number): string[][] {
  const texts = rows.map((row) => Array.from({ length: width }, (_, index) => textOf(row.cells[index])))
  return Array.from({ length: width }, (_, index) => {
    const above: string[] = []
    texts.forEach((line, depth) => {
      const own = line[index] ?? ''
      const somethingBelow = texts.slice(depth + 1).some((below) => below[index] !== '')
      const shared = own === '' && somethingBelow ? (line.slice(0, index).findLast((text) => text !== '') ?? '') : own
      if (shared !== '') above.push(shared)
    })
    return above
  })
}

/** A meaning stands for one column; the first wins, and the old ID number steps in where no other ID column is. */
function settle(columns: Column[]): Column[] {
  const taken = new Set<ColumnMeaning>()
  const noIdColumn = !columns.some((column) => column.meaning === 'idNumber')
  return columns.map((column) => {
    const meaning = column.meaning === 'oldIdNumber' && noIdColumn ? 'idNumber' : column.meaning
    const again = meaning === 'idNumber' && taken.has('idNumber') ? 'oldIdNumber' : meaning
    if (again === null || taken.has(again)) return { ...column, meaning: null }
    taken.add(again)
    return { ...column, meaning: again }
  })
}

function columnsUnder(rows: readonly GridRow[]): Column[] {
  return settle(
    headingsOf(rows, widthOf(rows)).map((headings, index) => ({
      index,
      headings,
      meaning: meaningOfHeading(headings),
    })),
  )
}

function fieldsIn(columns: readonly Column[]): number {
  return columns.filter((column) => columnFields.has(column.meaning)).length
}

/** `(1) (2) (3)` or `A B 1 2 3` below a heading: numbers of columns, not a person. */
function isColumnNumbers(row: GridRow): boolean {
  const texts = row.cells.map(textOf).filter((text) => text !== '')
  return texts.length >= 3 && texts.every((text) => /^\(?([A-Da-d]|\d{1,2}([=+x*\-\s]*\d{1,2})*)\)?$/.test(text))
}

function namesSomebody(columns: readonly Column[]): boolean {
  return columns.some((column) => column.meaning === 'name' || column.meaning === 'givenName')
}

/** A sentence such as a title is no heading however many known words it holds: a heading has two cells or more. */
function isNarrow(rows: readonly GridRow[]): boolean {
  return rows.every((row) => row.cells.filter((cell) => wordingKey(textOf(cell)) !== '').length < 2)
}

/**
 * Finds the heading: of all places in the first rows, the one that names a person's columns most completely, in as few
 * rows as that takes.
 */
export function findHeading(sheet: Sheet): Heading {
  let best: { rows: { first: number; last: number }; columns: Column[]; fields: number } | null = null
  const searched = sheet.rows.slice(0, rowsSearched)
  for (let start = 0; start < searched.length; start += 1) {
    for (let count = 1; count <= rowsOfHeading && start + count <= searched.length; count += 1) {
      const rows = searched.slice(start, start + count)
      const first = rows[0]
      const last = rows.at(-1)
      if (first === undefined || last === undefined || isNarrow(rows.slice(0, 1))) continue
      const columns = columnsUnder(rows)
      const fields = fieldsIn(columns)
      if (fields < 2 || !namesSomebody(columns) || (best !== null && fields <= best.fields)) continue
      best = { rows: { first: first.number, last: last.number }, columns, fields }
    }
  }
  if (best === null) return { rows: null, columns: emptyColumns(sheet) }
  const below = sheet.rows.filter((row) => row.number > best.rows.last)
  const [next] = below
  const last = next !== undefined && isColumnNumbers(next) ? next.number : best.rows.last
  return { rows: { first: best.rows.first, last }, columns: splitName(best.columns, below) }
}

/** One heading `Họ và tên` may stand over two columns: family and middle names, and the given name beside them. */
function splitName(columns: readonly Column[], below: readonly GridRow[]): Column[] {
  const at = columns.findIndex((column) => column.meaning === 'name')
  const beside = columns[at + 1]
  if (at < 0 || beside === undefined || beside.headings.length > 0) return [...columns]
  const named = below.slice(0, 200).filter((row) => /\p{L}/u.test(textOf(row.cells[at])))
  const given = named.filter((row) => /^\p{L}[\p{L}\p{M}]*$/u.test(textOf(row.cells[at + 1])))
  if (given.length === 0 || given.length < named.length * 0.6) return [...columns]
  return columns.map((column, index) => {
    if (index === at) return { ...column, meaning: 'familyName' }
    return index === at + 1 ? { ...column, meaning: 'givenName' } : column
  })
}

function emptyColumns(sheet: Sheet): Column[] {
  const width = widthOf(sheet.rows.slice(0, 200))
  return Array.from({ length: width }, (_, index) => ({ index, headings: [], meaning: null }))
}

/**
 * The sheet that holds the list: of those with a heading, the one whose heading says most; of equals the longest.
 * @returns its place among the sheets; the first one when none has a heading.
 */
export function chooseSheet(sheets: readonly Sheet[]): number {
  let best = { index: 0, fields: -1, rows: 0 }
  sheets.forEach((sheet, index) => {
    const heading = findHeading(sheet)
    const fields = heading.rows === null ? 0 : fieldsIn(heading.columns)
    const rows = heading.rows === null ? 0 : sheet.rows.length
    const better = sheet.hidden === (sheets[best.index]?.hidden ?? false) || best.fields <= 0
    const moreSaid = fields > best.fields || (fields === best.fields && rows > best.rows)
    const seenBeforeHidden = !sheet.hidden && (sheets[best.index]?.hidden ?? false) && fields > 0
    if (seenBeforeHidden || (better && moreSaid)) best = { index, fields, rows }
  })
  return best.index
}
