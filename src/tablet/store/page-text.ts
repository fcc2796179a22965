// A page of the list on disk, in two sealed rows: the feed's lines, exactly as they came, one below the other; and what of each
// must be in memory (page-columns.ts), so that a long list opens without its lines. A page is closed before a row could pass
// 64 KiB, where Chromium would make it a loose file.
import { type Bytes, fromUtf8, utf8 } from '../../protocol/bytes.ts'
import { addLine, type Holding } from '../../protocol/holdings.ts'
import { joinLines, readLines } from '../../protocol/lines.ts'
import { columnsOf, type ListedLine, type PageColumns } from './page-columns.ts'
import { openRow, sealRow, type Sealer } from './sealed-rows.ts'
import type { PageRow, SealedValue, TabletDatabase } from './tablet-database.ts'

/** No new line goes into a page past this. */
export const closedBytes = 48 * 1024
/** A line that changed may grow its page up to this. */
export const fullBytes = 56 * 1024

/** What the row of a page holds. 1: the lines themselves. 2: the columns; the lines lie in a row of their own. */
const pageVersion = 2

/** Names a thing on the list among all pages. */
export type ThingKey = `${'beneficiary' | 'entitlement'}/${string}`

/** What a key names. */
export type Thing = { readonly type: 'beneficiary' | 'entitlement'; readonly id: string }

export function keyOf({ type, id }: Thing): ThingKey {
  return `${type}/${id}`
}

/** A line of a page: exactly as it came, and what it says. */
export type PageLine = { readonly bytes: Bytes; readonly line: ListedLine }

/** Both rows of a page of these lines. @param holding what the lines are added to, when somebody will ask for their sum. */
export async function sealPage(
  sealer: Sealer,
  page: number,
  lines: readonly PageLine[],
  holding: Holding | null,
): Promise<{ columns: SealedValue; lines: SealedValue }> {
  if (holding !== null) for (const { bytes } of lines) addLine(holding, bytes)
  const text = joinLines(lines.map(({ bytes }) => bytes))
  const columns = columnsOf(lines.map((one) => one.line))
  const [sealedColumns, sealedText] = await Promise.all([
    sealRow(sealer, 'pages', String(page), utf8(JSON.stringify(columns)), pageVersion),
    sealRow(sealer, 'lines', String(page), text),
  ])
  return { columns: sealedColumns, lines: sealedText }
}

/** Null for a page that can not be opened. */
export async function openColumns(sealer: Sealer, row: PageRow): Promise<PageColumns | null> {
  const plain = await openRow(sealer, 'pages', String(row.page), row)
  if (plain === null || row.version > pageVersion) return null
  // The seal vouches for the shape: only this app wrote it.
  return row.version < pageVersion ? columnsOf(readAll(plain)) : (JSON.parse(fromUtf8(plain)) as PageColumns)
}

/** The exact texts of a page's lines; null when they can not be opened. */
export async function openLines(db: TabletDatabase, sealer: Sealer, page: number): Promise<string[] | null> {
  const plain = await openText(db, sealer, page)
  return plain && readLines(plain).map(({ text }) => text)
}

/** The same, as they lie there: one below the other. */
export async function openText(db: TabletDatabase, sealer: Sealer, page: number): Promise<Bytes | null> {
  const [row, lines] = await db.transaction('r', db.pages, db.lines, () =>
    Promise.all([db.pages.get(page), db.lines.get(page)]),
  )
  if (row === undefined) return null
  const isInRow = row.version < pageVersion
  if (isInRow) return openRow(sealer, 'pages', String(page), row)
  return lines === undefined ? null : openRow(sealer, 'lines', String(page), lines)
}

/** JSON has no line feed inside, so one parse reads them all. */
function readAll(lines: Bytes): ListedLine[] {
  return JSON.parse(`[${fromUtf8(lines).replaceAll('\n', ',')}]`) as ListedLine[]
}
