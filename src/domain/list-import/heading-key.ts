// What tells one commune's way of heading its lists from another.
import { wordingKey } from './grid.ts'
import type { Heading } from './find-columns.ts'

/** The same for lists with the same columns in the same order, however they are written; null without a heading. */
export function headingKey({ rows, columns }: Heading): string | null {
  if (rows === null) return null
  const keys = columns.map(({ headings }) => wordingKey(headings.join(' ')))
  return keys.join('|').replace(/\|+$/, '')
}
