// A file as it was uploaded, to sheets of cells, or the one reason why not. Runs inside the worker.
import { looksOldEncoded } from '../../domain/list-import/vietnamese-text.ts'
import type { Sheet } from '../../domain/list-import/grid.ts'
import type { ListFileProblem } from '../../domain/list-import/list-file-problem.ts'
import { decodeText } from './decode-text.ts'
import { fileKindOf, isEncryptedWorkbook } from './file-kind.ts'
import { checkZip } from './inflated-size.ts'
import { type GridLimits, readWorkbook } from './read-workbook.ts'
import { delimiterOf, splitCsv } from './split-csv.ts'

export type FileLimits = GridLimits & {
  /** Over all parts of a workbook. */
  inflatedBytes: number
}

export type FileReading =
  { kind: 'sheets'; sheets: Sheet[]; encoding: string } | { kind: 'bad'; problem: ListFileProblem }

const bad = (problem: ListFileProblem): FileReading => ({ kind: 'bad', problem })

/** Reads XLSX, XLS and CSV; tells them apart by their bytes. */
export function readFile(bytes: Uint8Array, limits: FileLimits): FileReading {
  const reading = readByKind(bytes, limits)
  if (reading.kind === 'bad') return reading
  if (reading.sheets.every((sheet) => sheet.rows.length === 0)) return bad('empty')
  return looksOldEncoded(textsOf(reading.sheets)) ? bad('oldEncoding') : reading
}

function readByKind(bytes: Uint8Array, limits: FileLimits): FileReading {
  switch (fileKindOf(bytes)) {
    case 'zip':
      return readZip(bytes, limits)
    case 'compound':
      return isEncryptedWorkbook(bytes) ? bad('encrypted') : workbookOf(bytes, limits)
    case 'text':
      return readText(bytes, limits)
    case 'other':
      return bad('notAList')
  }
}

function readZip(bytes: Uint8Array, limits: FileLimits): FileReading {
  const check = checkZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits.inflatedBytes)
  if (check.kind !== 'fits') return bad(check.kind)
  return check.names.includes('[Content_Types].xml') && check.names.some((name) => name.startsWith('xl/'))
    ? workbookOf(bytes, limits)
    : bad('notAList')
}

function workbookOf(bytes: Uint8Array, limits: FileLimits): FileReading {
  const read = readWorkbook(bytes, limits)
  return read.kind === 'sheets' ? { kind: 'sheets', sheets: read.sheets, encoding: 'Unicode' } : bad(read.kind)
}

function readText(bytes: Uint8Array, limits: FileLimits): FileReading {
  const decoded = decodeText(bytes)
  if (decoded.kind !== 'text') return bad('oldEncoding')
  const { text } = decoded
  if (/^\s*<(!doctype|html|\?xml)/i.test(text)) return bad('notAList')
  const rows = splitCsv(text, delimiterOf(text))
  if (rows.length > limits.rows || rows.reduce((sum, row) => sum + row.length, 0) > limits.cells) return bad('tooLarge')
  if (rows.every((row) => row.length < 2)) return bad(text.trim() === '' ? 'empty' : 'notAList')
  const cells = rows.map((row, index) => ({ number: index + 1, hidden: false, cells: row.slice(0, limits.columns) }))
  return { kind: 'sheets', sheets: [{ name: 'CSV', hidden: false, rows: cells }], encoding: decoded.encoding }
}

function* textsOf(sheets: readonly Sheet[]): Generator<string> {
  for (const sheet of sheets) {
    for (const row of sheet.rows.slice(0, 2000)) for (const cell of row.cells) if (typeof cell === 'string') yield cell
  }
}
