// A file as it was uploaded, to sheets of cells, or the one reason why not. Runs inside the worker.
import type { Sheet } from '../../domain/list-import/grid.ts'
import type { ListFileProblem } from '../../domain/list-import/list-file-problem.ts'
import { decodeText } from './decode-text.ts'
import { compoundContents, fileKindOf, isEncryptedWorkbook, isWebPage } from './file-kind.ts'
import { checkZip } from './inflated-size.ts'
import { readPlainWorkbook } from './plain-workbook.ts'
import { type GridLimits, longestText, readWorkbook, type WorkbookReading } from './read-workbook.ts'
import { delimiterOf, splitCsv } from './split-csv.ts'

export type FileLimits = GridLimits & {
  /** Over all parts of a workbook. */
  inflatedBytes: number
}

/** How the cells' texts were stored; `bytes` of an old encoding are still to be told apart. */
export type StoredAs = 'Unicode' | 'UTF-8' | 'UTF-16' | 'bytes'

export type FileReading =
  { kind: 'sheets'; sheets: Sheet[]; storedAs: StoredAs } | { kind: 'bad'; problem: ListFileProblem }

const bad = (problem: ListFileProblem): FileReading => ({ kind: 'bad', problem })

/** Reads XLSX, XLS and CSV; tells them apart by their bytes. */
export function readFile(bytes: Uint8Array, limits: FileLimits): FileReading {
  const reading = readByKind(bytes, limits)
  if (reading.kind === 'bad') return reading
  return reading.sheets.every((sheet) => sheet.rows.length === 0) ? bad('empty') : reading
}

function readByKind(bytes: Uint8Array, limits: FileLimits): FileReading {
  switch (fileKindOf(bytes)) {
    case 'zip':
      return readZip(bytes, limits)
    case 'compound':
      if (isEncryptedWorkbook(bytes)) return bad('encrypted')
      return readCompound(bytes, limits)
    case 'text':
      return readText(bytes, limits)
    case 'other':
      return bad('notAList')
  }
}

function readZip(bytes: Uint8Array, limits: FileLimits): FileReading {
  const check = checkZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits.inflatedBytes)
  if (check.kind !== 'fits') return bad(check.kind)
  const isWorkbook = check.names.includes('[Content_Types].xml') && check.names.some((name) => name.startsWith('xl/'))
  if (!isWorkbook) return bad('notAList')
  return sheetsOf(readPlainWorkbook(check, limits) ?? readWorkbook(bytes, limits, check))
}

function readCompound(bytes: Uint8Array, limits: FileLimits): FileReading {
  const contents = compoundContents(bytes)
  if (contents === 'workbook') return sheetsOf(readWorkbook(bytes, limits, { hasFormulas: false, hasHidden: true }))
  return bad(contents === 'cut' ? 'corrupt' : 'notAList')
}

function sheetsOf(read: WorkbookReading): FileReading {
  return read.kind === 'sheets' ? { kind: 'sheets', sheets: read.sheets, storedAs: 'Unicode' } : bad(read.kind)
}

function readText(bytes: Uint8Array, limits: FileLimits): FileReading {
  const { text, encoding } = decodeText(bytes)
  if (isWebPage(text)) return bad('webPage')
  if (/^\s*<\?xml/i.test(text)) return bad('notAList')
  const rows = splitCsv(text, delimiterOf(text))
  if (rows.length > limits.rows || rows.reduce((sum, row) => sum + row.length, 0) > limits.cells) return bad('tooLarge')
  if (rows.every((row) => row.length < 2)) return bad(text.trim() === '' ? 'empty' : 'notAList')
  const cells = rows.map((row, index) => ({
    number: index + 1,
    hidden: false,
    cells: row.slice(0, limits.columns).map((cell) => cell.slice(0, longestText)),
  }))
  return { kind: 'sheets', sheets: [{ name: 'CSV', hidden: false, rows: cells }], storedAs: encoding }
}
