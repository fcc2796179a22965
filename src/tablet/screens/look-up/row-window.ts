// Which rows of a long list are painted: those in the window and a few around them. All rows have the same height.

export type RowWindow = { first: number; last: number }

/** Rows painted above and below what can be seen, so that a quick thumb meets no gap. */
const spare = 8

/**
 * @param top distance of the list's upper edge from the upper edge of what can be seen, in pixels; negative once scrolled past.
 * @returns the first row and the one after the last.
 */
export function rowsInWindow(top: number, seen: number, rowHeight: number, rows: number): RowWindow {
  const first = Math.floor(-top / rowHeight) - spare
  const last = Math.ceil((seen - top) / rowHeight) + spare
  const clamp = (row: number) => Math.min(rows, Math.max(0, row))
  return { first: clamp(first), last: clamp(last) }
}
