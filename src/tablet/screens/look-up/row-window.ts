// Which rows of a long list are painted: those in the window and a few around them. All rows have the same height; a list may
// stand in groups, each under a heading.

/** The first row and the one after the last. */
export type RowWindow = { first: number; last: number }

/** Rows painted above and below what can be seen, so that a quick thumb meets no gap. */
const spare = 8

export type RowLayout = {
  /** Of the whole list, in pixels. */
  readonly height: number
  /** Upper edge of a row, counted from the upper edge of the list. */
  topOf: (row: number) => number
  /** Upper edge of a group's heading; that of the list's end after the last group. */
  topOfGroup: (group: number) => number
  groupOf: (row: number) => number
  /** The row at a height; of a heading the row under it. */
  rowAt: (height: number) => number
}

/** @param groups the first row of each group, ascending, the first 0; none when there are no headings. */
export function layOutRows(
  rows: number,
  rowHeight: number,
  groups: readonly number[],
  headingHeight: number,
): RowLayout {
  const topOfGroup = (group: number) =>
    (groups[group] ?? rows) * rowHeight + Math.min(group, groups.length) * headingHeight
  const lastBefore = (isPast: (group: number) => boolean) => {
    let [low, high] = [0, groups.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (isPast(middle)) high = middle
      else low = middle + 1
    }
    return Math.max(0, low - 1)
  }
  const groupOf = (row: number) => lastBefore((group) => (groups[group] ?? 0) > row)
  const headingsUpTo = (group: number) => (groups.length === 0 ? 0 : (group + 1) * headingHeight)
  return {
    height: rows * rowHeight + groups.length * headingHeight,
    topOf: (row) => row * rowHeight + headingsUpTo(groupOf(row)),
    topOfGroup,
    groupOf,
    rowAt(height) {
      const group = lastBefore((each) => topOfGroup(each) > height)
      const inGroup = Math.floor((height - headingsUpTo(group)) / rowHeight)
      return Math.max(inGroup, groups[group] ?? 0)
    },
  }
}

/**
 * @param top distance of the list's upper edge from the upper edge of what can be seen, in pixels; negative once scrolled past.
 * @param seen height of what can be seen.
 */
export function rowsInWindow(top: number, seen: number, rows: number, { rowAt }: RowLayout): RowWindow {
  const clamp = (row: number) => Math.min(rows, Math.max(0, row))
  return { first: clamp(rowAt(-top) - spare), last: clamp(rowAt(seen - top) + 1 + spare) }
}
