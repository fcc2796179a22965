// A sheet's texts in Unicode: the encoding of each column found or given, every cell converted by itself.
import { decodeLegacy } from './decode-legacy.ts'
import { detectEncoding, type Evidence, evidenceIn, isTelling, likelihood } from './detect-encoding.ts'
import type { Cell, GridRow, Sheet } from './grid.ts'
import { byteOf, type TextEncoding } from './legacy-encodings.ts'

/** What a column's texts are in, and some of them before and after. */
export type ColumnEncoding = {
  /** From 0. */
  index: number
  encoding: TextEncoding
  examples: { before: string; after: string }[]
}

export type ConvertedSheet = {
  sheet: Sheet
  /** What most of the sheet is in. */
  encoding: TextEncoding
  /** Columns whose texts differ between encodings; empty where everything is in Unicode and nobody said otherwise. */
  columns: ColumnEncoding[]
  /** Whether texts were found that are Vietnamese in no encoding that we know. */
  isUnknown: boolean
}

/** Said by a person: of a column by its place, or of the whole sheet. */
type EncodingChoices = Readonly<Record<string, TextEncoding>>

const rowsLookedAt = 1500
const wordsThatDecide = 8
const examplesShown = 5

/** Rows spread over the whole sheet: the last ones may be pasted in from elsewhere. */
function sampled(rows: readonly GridRow[]): readonly GridRow[] {
  const step = Math.max(1, Math.floor(rows.length / rowsLookedAt))
  return step === 1 ? rows : rows.filter((_, index) => index % step === 0 || index < 40)
}

function textsByColumn(rows: readonly GridRow[]): Map<number, string[]> {
  const columns = new Map<number, string[]>()
  for (const row of rows) {
    row.cells.forEach((cell, index) => {
      if (typeof cell !== 'string' || !isTelling(cell)) return
      const known = columns.get(index)
      if (known === undefined) columns.set(index, [cell])
      else known.push(cell)
    })
  }
  return columns
}

function encodingOf(evidence: Evidence, main: TextEncoding): TextEncoding {
  if (evidence.size >= wordsThatDecide) return detectEncoding(evidence) ?? main
  return likelihood(evidence, main) >= likelihood(evidence, 'unicode') ? main : 'unicode'
}

/** Old text holds nothing but the signs of one byte: a cell with `ễ` is in Unicode, whatever its column is in. */
function convertCell(text: string, encoding: TextEncoding): string {
  if (encoding === 'unicode' || !isTelling(text)) return text
  for (const sign of text) if (byteOf(sign) === null) return text
  const words = evidenceIn([text])
  return likelihood(words, 'unicode') > likelihood(words, encoding) ? text : decodeLegacy(text, encoding)
}

function examplesIn(texts: readonly string[], encoding: TextEncoding): ColumnEncoding['examples'] {
  const examples = new Map<string, string>()
  for (const text of texts) {
    if (examples.size >= examplesShown) break
    examples.set(text.slice(0, 80), convertCell(text.slice(0, 80), encoding))
  }
  return [...examples].map(([before, after]) => ({ before, after }))
}

/** Finds what each column is in and converts it. @param chosen said by a person; the key `sheet` stands for all columns. */
export function convertSheet(sheet: Sheet, chosen: EncodingChoices = {}): ConvertedSheet {
  const texts = textsByColumn(sampled(sheet.rows))
  const evidence = new Map([...texts].map(([index, some]) => [index, evidenceIn(some)]))
  const found = detectEncoding(new Map([...evidence.values()].flatMap((words) => [...words])))
  const main = chosen['sheet'] ?? found ?? 'unicode'
  const encodings = new Map<number, TextEncoding>()
  for (const [index, words] of evidence) {
    encodings.set(index, chosen[String(index)] ?? chosen['sheet'] ?? encodingOf(words, main))
  }
  const isPlain =
    [...encodings.values()].every((encoding) => encoding === 'unicode') && Object.keys(chosen).length === 0
  const columns = isPlain
    ? []
    : [...encodings]
        .toSorted(([a], [b]) => a - b)
        .map(([index, encoding]) => ({ index, encoding, examples: examplesIn(texts.get(index) ?? [], encoding) }))
  return {
    sheet: isPlain ? sheet : { ...sheet, rows: convertRows(sheet.rows, encodings, main) },
    encoding: mostUsed(encodings, evidence),
    columns,
    isUnknown: found === null && texts.size > 0,
  }
}

/** The old encoding with most words; Unicode where there is none. */
function mostUsed(encodings: ReadonlyMap<number, TextEncoding>, evidence: ReadonlyMap<number, Evidence>): TextEncoding {
  const words = new Map<TextEncoding, number>()
  for (const [index, encoding] of encodings) {
    if (encoding !== 'unicode') words.set(encoding, (words.get(encoding) ?? 0) + (evidence.get(index)?.size ?? 0))
  }
  return [...words].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 'unicode'
}

function convertRows(
  rows: readonly GridRow[],
  encodings: ReadonlyMap<number, TextEncoding>,
  main: TextEncoding,
): GridRow[] {
  const known = new Map<TextEncoding, Map<string, string>>()
  const convert = (text: string, encoding: TextEncoding): string => {
    let memory = known.get(encoding)
    if (memory === undefined) known.set(encoding, (memory = new Map()))
    let converted = memory.get(text)
    if (converted === undefined) memory.set(text, (converted = convertCell(text, encoding)))
    return converted
  }
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, index): Cell =>
      typeof cell === 'string' ? convert(cell, encodings.get(index) ?? main) : cell,
    ),
  }))
}
