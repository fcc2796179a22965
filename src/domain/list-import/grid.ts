// What a list is before anything in it is understood: sheets of cells, as Excel or a CSV file hands them over.

/**
 * A cell's value. A real Excel date arrives as `{ date }`, as exactly as its cell shows it (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`).
 * Formulas arrive as their stored result; `lost` is one that has none, or an error such as `#REF!`.
 */
export type Cell = string | number | boolean | null | { readonly date: string } | { readonly lost: true }

/** One row of a sheet. `number` is the row as the spreadsheet counts, from 1. */
export type GridRow = { readonly number: number; readonly hidden: boolean; readonly cells: readonly Cell[] }

/** A block of merged cells: rows as the spreadsheet counts, columns from 0, all included. */
export type Merge = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

export type Sheet = {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly GridRow[]
  /** Left out where the file cannot say, as in CSV. */
  readonly merges?: readonly Merge[] | undefined
}

/** Whether a cell holds a formula without a result, or an error. */
export function isLost(cell: Cell | undefined): boolean {
  return typeof cell === 'object' && cell !== null && 'lost' in cell
}

/** Whether a text is as `textOf` leaves it. Most cells are, and looking is much quicker than rewriting. */
function isTidy(text: string): boolean {
  let previous = 32
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const isLetterOrSign =
      (code > 32 && code < 127) || (code >= 0xc0 && code < 0x300) || (code >= 0x1ea0 && code < 0x1efa)
    if (!isLetterOrSign && (code !== 32 || previous === 32)) return false
    previous = code
  }
  return previous !== 32 || text === ''
}

/** A cell as text: NFC, single spaces, no invisible characters around it; empty for an empty cell. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined || typeof cell === 'boolean') return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  if (typeof cell === 'object') return 'date' in cell ? cell.date.split('-').toReversed().join('/') : ''
  if (isTidy(cell)) return cell
  return cell
    .normalize('NFC')
    .replace(/[\u200B-\u200D\uFEFF\u00AD]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether nothing stands in a row. */
export function isBlankRow(row: GridRow): boolean {
  return row.cells.every((cell) => textOf(cell) === '')
}

/** Letters and digits of a wording, without marks and capitals, single spaces between words: `Số CCCD/CMND:` → `so cccd cmnd`. */
export function wordingKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim()
}
