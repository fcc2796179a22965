// The rows of a worksheet's XML as programs write it when nothing special is in them. Half a million cells are read in a third of
// the time that SheetJS takes; whatever looks different in the least is left to SheetJS.
import type { Cell, GridRow } from '../../domain/list-import/grid.ts'
import type { GridLimits, SheetRows } from './read-workbook.ts'

/** What cells point to. */
export type CellWorld = {
  /** Longest text of a cell. */
  letters: number
  /** A text of the workbook by its number; undefined when there is none. */
  textAt: (index: number) => string | undefined
  /** A number under a style of the workbook; style 0 where a cell names none. */
  number: (value: number, style: number) => Cell
}

export type PlainRows = { kind: 'rows'; read: SheetRows } | { kind: 'tooLarge' } | { kind: 'notPlain' }

const rowHead = /\s*<row r="(\d{1,7})"([^<>]*)>/y
const cellHead = /\s*<c r="([A-Z]{1,3})(\d{1,7})"(?: s="(\d{1,6})")?(?: t="(n|s|str|b|e|inlineStr)")?(\/?)>/y
const rowEnd = /\s*<\/row>/y
const inlineText = /<is><t(?: xml:space="preserve")?>([^<]*)<\/t><\/is><\/c>/y
const hiddenRow = / hidden="(?:1|true)"/
const entity = /&(?:amp|lt|gt|quot|apos|#\d{1,5});/g
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}

const special = /[&\r\uFFFD]|_x/
/** What SheetJS would go on reading, and bytes that were no UTF-8. */
const notOurs = /&(?:quot|apos|gt|lt|amp|#x?[\da-fA-F]+);|_x[\da-fA-F]{4}_|\uFFFD/i

/** Text as it was before it became XML; undefined where that is not plain. */
function plainText(raw: string): string | undefined {
  if (!special.test(raw)) return raw
  const text = raw.replace(entity, (name) => entities[name] ?? String.fromCharCode(Number(name.slice(2, -1))))
  return notOurs.test(text) ? undefined : text.replaceAll('\r\n', '\n')
}

function columnOf(letters: string): number {
  let column = 0
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64
  return column - 1
}

const notPlain = { kind: 'notPlain' } as const

/** Reads what stands between `<sheetData>` and its end. */
export function readPlainRows(xml: string, world: CellWorld, limits: GridLimits): PlainRows {
  const rows: GridRow[] = []
  let cells = 0
  let last = 0
  let at = 0
  for (;;) {
    rowHead.lastIndex = at
    const head = rowHead.exec(xml)
    if (head === null) return xml.slice(at).trim() === '' ? { kind: 'rows', read: { rows, cells } } : notPlain
    at = rowHead.lastIndex
    const number = Number(head[1])
    if (number <= last) return notPlain
    last = number
    const attributes = head[2] ?? ''
    if (attributes.endsWith('/')) continue
    const row: Cell[] = []
    const end = readCells(xml, at, number, row, world, limits)
    if (end === null) return notPlain
    at = end
    for (const cell of row) if (cell !== null) cells += 1
    if (row.length > 0) rows.push({ number, hidden: hiddenRow.test(attributes), cells: row })
    if (rows.length > limits.rows || cells > limits.cells) return { kind: 'tooLarge' }
  }
}

/** @returns where the row ends; null when it is not plain. */
function readCells(
  xml: string,
  from: number,
  number: number,
  row: Cell[],
  world: CellWorld,
  limits: GridLimits,
): number | null {
  let at = from
  let last = -1
  for (;;) {
    cellHead.lastIndex = at
    const head = cellHead.exec(xml)
    if (head === null) {
      rowEnd.lastIndex = at
      return rowEnd.test(xml) ? rowEnd.lastIndex : null
    }
    at = cellHead.lastIndex
    const [, letters = '', itsRow, style = '0', type = 'n', closed] = head
    const column = columnOf(letters)
    if (column <= last || Number(itsRow) !== number) return null
    last = column
    if (closed === '/') continue
    const content = contentAt(xml, at, type)
    if (content === null) return null
    at = content.end
    const value = content.raw === '' ? null : valueOf(content.raw, type, Number(style), world)
    if (value === undefined) return null
    if (value === null || value === '' || column >= limits.columns) continue
    while (row.length < column) row.push(null)
    row[column] = value
  }
}

/** What stands in a cell, and where the cell ends; null when it is not plain. */
function contentAt(xml: string, at: number, type: string): { raw: string; end: number } | null {
  if (type === 'inlineStr') {
    inlineText.lastIndex = at
    const found = inlineText.exec(xml)
    return found === null ? null : { raw: found[1] ?? '', end: inlineText.lastIndex }
  }
  if (xml.startsWith('</c>', at)) return type === 'b' || type === 'e' ? null : { raw: '', end: at + 4 }
  if (!xml.startsWith('<v>', at)) return null
  const end = xml.indexOf('<', at + 3)
  return end >= 0 && xml.startsWith('</v></c>', end) ? { raw: xml.slice(at + 3, end), end: end + 8 } : null
}

/** @returns undefined when it is not plain. */
function valueOf(raw: string, type: string, style: number, world: CellWorld): Cell | undefined {
  switch (type) {
    case 's': {
      const text = /^\d{1,9}$/.test(raw) ? world.textAt(Number(raw)) : undefined
      return text?.slice(0, world.letters)
    }
    case 'b':
      return raw === '1' ? true : raw === '0' ? false : undefined
    case 'e':
      return { lost: true }
    case 'n': {
      const value = /^[-+.\deE]+$/.test(raw) ? Number(raw) : Number.NaN
      return Number.isFinite(value) ? world.number(value, style) : undefined
    }
    default:
      return plainText(raw)?.slice(0, world.letters)
  }
}
