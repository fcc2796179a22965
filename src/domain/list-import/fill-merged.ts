// Cells merged over several rows: what the block says holds for each of its rows.
import type { ColumnMeaning } from './column-meaning.ts'
import type { Cell, Sheet } from './grid.ts'

/** Meanings that may hold for several rows; an amount in a merged cell is one amount and stays where it stands. */
const mayHold: ReadonlySet<ColumnMeaning> = new Set<ColumnMeaning>([
  'fileCode',
  'name',
  'familyName',
  'givenName',
  'birth',
  'birthDay',
  'birthMonth',
  'birthYear',
  'birthMale',
  'birthFemale',
  'sex',
  'idNumber',
  'oldIdNumber',
  'permanentAddress',
  'currentAddress',
  'hamlet',
  'category',
  'phone',
  'method',
])

const mostRows = 5000

/**
 * Values for cells that a merged block above covers, by row number and column from 0.
 * @param meaningAt what the column in a place means.
 * @param after the last row of the heading.
 */
export function filledCells(
  sheet: Sheet,
  meaningAt: (column: number) => ColumnMeaning,
  after: number,
): ReadonlyMap<number, ReadonlyMap<number, Cell>> {
  const filled = new Map<number, Map<number, Cell>>()
  const blocks = (sheet.merges ?? []).filter(
    ({ top, bottom, left, right }) =>
      top > after && bottom > top && bottom - top < mostRows && left === right && mayHold.has(meaningAt(left)),
  )
  if (blocks.length === 0) return filled
  const rows = new Map(sheet.rows.map((row) => [row.number, row]))
  for (const { top, bottom, left } of blocks) {
    const value = rows.get(top)?.cells[left] ?? null
    if (value === null) continue
    for (let row = top + 1; row <= bottom; row += 1) {
      const cells = filled.get(row)
      if (cells === undefined) filled.set(row, new Map([[left, value]]))
      else cells.set(left, value)
    }
  }
  return filled
}
