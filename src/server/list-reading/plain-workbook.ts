// An XLSX file most of whose bytes are rows. SheetJS is given the file with a mark in place of the rows of each sheet and reads
// all the rest: names, styles, texts, merged cells; the rows are read here, where they are plain.
import { constants } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import type { WorkBook } from '@e965/xlsx'
import type { Cell } from '../../domain/list-import/grid.ts'
import { readPlainRows } from './plain-rows.ts'
import {
  asRead,
  type GridLimits,
  isFrom1904,
  longestText,
  numberCell,
  readWorkbook,
  shownBy,
  type WorkbookContents,
  type WorkbookReading,
} from './read-workbook.ts'
import { storedZip } from './stored-zip.ts'

type Contents = WorkbookContents & { names: readonly string[]; read: (name: string) => Buffer }

const opening = Buffer.from('<sheetData>')
const closing = Buffer.from('</sheetData>')

/** Reads an XLSX file whose sheets are plain; null when one is not. */
export function readPlainWorkbook(contents: Contents, limits: GridLimits): WorkbookReading | null {
  if (contents.hasFormulas) return null
  const sheets = new Map<string, string>()
  const secret = randomUUID()
  const entries = contents.names.filter(isNeeded).map((name) => {
    const content = contents.read(name)
    if (!isSheet(name)) return { name, content }
    const start = content.indexOf(opening)
    const end = content.lastIndexOf(closing)
    if (start < 0 || end < start || end - start > constants.MAX_STRING_LENGTH) return { name, content }
    const mark = `${secret} ${sheets.size}`
    sheets.set(mark, name)
    const marked = Buffer.from(`<row r="1"><c r="A1" t="str"><v>${mark}</v></c></row>`)
    const head = content.subarray(0, start + opening.length)
    return { name, content: Buffer.concat([head, marked, content.subarray(end)]) }
  })
  let isPlain = true
  const reading = readWorkbook(storedZip(entries), limits, contents, (sheet, workbook, within) => {
    const mark: unknown = sheet['!data']?.[0]?.[0]?.v
    const name = typeof mark === 'string' ? sheets.get(mark) : undefined
    if (name === undefined) return asRead(sheet, workbook, within)
    const content = contents.read(name)
    const xml = content.toString('utf8', content.indexOf(opening) + opening.length, content.lastIndexOf(closing))
    const found = readPlainRows(xml, worldOf(workbook), within)
    if (found.kind === 'rows') return found.read
    isPlain &&= found.kind === 'tooLarge'
    return null
  })
  return isPlain ? reading : null
}

const isSheet = (name: string) => /^xl\/worksheets\/[^/]+\.xml$/.test(name)

/** Pictures and what else SheetJS would not look at are left out. */
const isNeeded = (name: string) => /\.(?:xml|rels|bin)$/i.test(name) && !name.startsWith('xl/media/')

/** What SheetJS tells of a workbook beside what its types tell. */
type Told = WorkBook & {
  Strings?: readonly ({ t?: unknown } | undefined)[]
  Styles?: { CellXf?: readonly ({ numFmtId?: number } | undefined)[] }
  SSF?: Readonly<Record<number, string>>
}

function worldOf(workbook: WorkBook) {
  const { Strings: texts = [], Styles: styles = {}, SSF: formats = {} }: Told = workbook
  const date1904 = isFrom1904(workbook)
  const shownIn = new Map<number, ReturnType<typeof shownBy>>()
  const shown = (style: number) => {
    const known = shownIn.get(style)
    if (known !== undefined) return known
    const found = shownBy(formats[styles.CellXf?.[style]?.numFmtId ?? 0] ?? 'General')
    shownIn.set(style, found)
    return found
  }
  return {
    letters: longestText,
    textAt: (index: number) => {
      const text = texts[index]?.t
      return typeof text === 'string' ? text : undefined
    },
    number: (value: number, style: number): Cell => numberCell(value, shown(style), date1904),
  }
}
