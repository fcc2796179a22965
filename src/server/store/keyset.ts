// Cursors of paged lists: the sort values of the last row, wrapped so that nobody is tempted to build one by hand.
import { z } from 'zod'

const Values = z.array(z.union([z.string(), z.number()])).max(4)

/** @param values of the columns that a list is sorted by, of the last row of a page. */
export function writeKeyset(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** @returns the sort values, or null when the cursor is not one of ours. */
export function readKeyset(cursor: string, columns: number): (string | number)[] | null {
  try {
    const values = Values.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return values.success && values.data.length === columns ? values.data : null
  } catch {
    return null
  }
}
