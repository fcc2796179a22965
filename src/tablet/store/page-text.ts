// What is inside a sealed page: the feed's lines, exactly as they came, one below the other, and before them what of each
// must be in memory (page-columns.ts): opening a long list reads those and leaves the lines as they are until somebody is
// opened. A page is closed before its row could pass 64 KiB, where Chromium would make it a loose file.
import { type Bytes, concatBytes, fromUtf8, utf8 } from '../../protocol/bytes.ts'
import type { ChangeLine } from '../../protocol/changes.ts'
import { columnsOf, type PageColumns } from './page-columns.ts'
import { openRow, sealRow, type Sealer } from './sealed-rows.ts'
import type { PageRow, SealedValue } from './tablet-database.ts'

/** No new line goes into a page past this; the columns add about a quarter. */
export const closedBytes = 38 * 1024
/** A line that changed may grow its page up to this. */
export const fullBytes = 44 * 1024

/** 1: lines alone. 2: columns before them. */
const pageVersion = 2
/** Before the columns stands their length. */
const lengthBytes = 4

/** A line that stays on the list. */
export type ListedLine = Extract<ChangeLine, { type: 'beneficiary' | 'entitlement' }>
/** Names a thing on the list among all pages. */
export type ThingKey = `${'beneficiary' | 'entitlement'}/${string}`

export function keyOf({ type, id }: Pick<ListedLine, 'type' | 'id'>): ThingKey {
  return `${type}/${id}`
}

export function thingOf(key: ThingKey): { type: 'beneficiary' | 'entitlement'; id: string } {
  const [type, id] = key.split('/') as ['beneficiary' | 'entitlement', string]
  return { type, id }
}

/** Bytes that a line takes in its page, line feed included. */
export function sizeOf(line: string): number {
  return utf8(line).length + 1
}

/** An opened page. */
export type OpenPage = {
  readonly columns: PageColumns
  /** The lines in UTF-8, with a line feed between. */
  readonly lines: Bytes
}

/** The lines of a page as they lie in memory. */
export function packLines(lines: Iterable<string>): Bytes {
  return utf8([...lines].join('\n'))
}

export function sealPage(sealer: Sealer, page: number, lines: Bytes): Promise<SealedValue> {
  const columns = utf8(JSON.stringify(columnsOf(readLines(lines))))
  const length = new Uint8Array(lengthBytes)
  new DataView(length.buffer).setUint32(0, columns.length)
  return sealRow(sealer, 'pages', String(page), concatBytes(length, columns, lines), pageVersion)
}

/** Null for a page that can not be opened, or that a newer build wrote. */
export async function openPage(sealer: Sealer, row: PageRow): Promise<OpenPage | null> {
  const plain = await openRow(sealer, 'pages', String(row.page), row)
  if (plain === null || row.version > pageVersion) return null
  if (row.version < pageVersion) return { columns: columnsOf(readLines(plain)), lines: plain }
  const start = lengthBytes + new DataView(plain.buffer, plain.byteOffset).getUint32(0)
  // The seal vouches for the shape: only this app wrote it.
  const columns = JSON.parse(fromUtf8(plain.subarray(lengthBytes, start))) as PageColumns
  return { columns, lines: plain.subarray(start) }
}

/** The exact texts of a page's lines. */
export function textsOf(lines: Bytes): string[] {
  return lines.length === 0 ? [] : fromUtf8(lines).split('\n')
}

/** The things of a page. JSON has no line feed inside, so one parse reads them all. */
export function readLines(lines: Bytes): ListedLine[] {
  return JSON.parse(`[${fromUtf8(lines).replaceAll('\n', ',')}]`) as ListedLine[]
}
