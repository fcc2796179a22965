// What is inside a sealed page: the feed's lines, exactly as they came, one below the other. A page is closed before its
// row could pass 64 KiB, where Chromium would make it a loose file.
import { fromUtf8, utf8 } from '../../protocol/bytes.ts'
import type { ChangeLine } from '../../protocol/changes.ts'
import { openRow, sealRow, type Sealer } from './sealed-rows.ts'
import type { PageRow, SealedValue } from './tablet-database.ts'

/** No new line goes into a page past this. */
export const closedBytes = 48 * 1024
/** A line that changed may grow its page up to this. */
export const fullBytes = 56 * 1024

/** A line that stays on the list. */
export type ListedLine = Extract<ChangeLine, { type: 'beneficiary' | 'entitlement' }>
/** Names a thing on the list among all pages. */
export type ThingKey = `${'beneficiary' | 'entitlement'}/${string}`

export function keyOf({ type, id }: Pick<ListedLine, 'type' | 'id'>): ThingKey {
  return `${type}/${id}`
}

/** Bytes that a line takes in its page, line feed included. */
export function sizeOf(line: string): number {
  return utf8(line).length + 1
}

export function sealPage(sealer: Sealer, page: number, lines: Iterable<string>): Promise<SealedValue> {
  return sealRow(sealer, 'pages', String(page), utf8([...lines].join('\n')))
}

/** The page's lines as one text, or null for a page that can not be opened. */
export async function openPage(sealer: Sealer, row: PageRow): Promise<string | null> {
  const plain = await openRow(sealer, 'pages', String(row.page), row)
  return plain === null ? null : fromUtf8(plain)
}

/** The things of a page. The seal vouches for their shape; JSON has no line feed inside, so one parse reads them all. */
export function readLines(text: string): ListedLine[] {
  return JSON.parse(`[${text.replaceAll('\n', ',')}]`) as ListedLine[]
}
