// Sheets for tests, written as a table of text.
import type { Cell, Sheet } from '../../src/domain/list-import/grid.ts'

/** A sheet from rows of cells; the first row is number 1. Rows whose number is in `hidden` are hidden. */
export function sheetOf(
  rows: readonly (readonly Cell[])[],
  options: { name?: string; hidden?: readonly number[] } = {},
): Sheet {
  return {
    name: options.name ?? 'Sheet1',
    hidden: false,
    rows: rows.map((cells, index) => ({
      number: index + 1,
      hidden: options.hidden?.includes(index + 1) ?? false,
      cells,
    })),
  }
}
