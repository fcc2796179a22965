// A file read and understood as a list: what the worker does, as one function.
import { type ColumnEncoding, convertSheet } from '../../domain/list-import/convert-sheet.ts'
import { chooseSheet } from '../../domain/list-import/find-columns.ts'
import { type Sheet, textOf } from '../../domain/list-import/grid.ts'
import { encodingNames } from '../../domain/list-import/legacy-encodings.ts'
import type { ListFileProblem } from '../../domain/list-import/list-file-problem.ts'
import { type ListReading, readList } from '../../domain/list-import/read-list.ts'
import type { ImportChoices } from '../../protocol/office/imports.ts'
import { type FileLimits, readFile } from './read-file.ts'

export type ListFile =
  | {
      kind: 'list'
      /** Of most of the sheet's texts, as people call it. */
      encoding: string
      /** Texts before and after, where they were not in Unicode or somebody chose. */
      encodings: ColumnEncoding[]
      sheets: { name: string; hidden: boolean; rows: number }[]
      sheet: number
      /** First values of each column, as they stand. */
      samples: string[][]
      reading: ListReading
    }
  | { kind: 'bad'; problem: ListFileProblem }

export type ListTask = {
  bytes: Uint8Array
  limits: FileLimits
  /** The current year. */
  year: number
  /** Without a sheet: the one that looks most like a list. */
  choices: ImportChoices
  /** What was settled about earlier lists, by the fingerprint of their heading; holds where `choices` says nothing. */
  habits: Readonly<Record<string, ImportChoices>>
}

const samplesOfColumn = 4

function samplesIn(sheet: Sheet, column: number, after: number): string[] {
  const samples: string[] = []
  for (const row of sheet.rows) {
    if (samples.length >= samplesOfColumn) break
    const text = row.number > after ? textOf(row.cells[column]).slice(0, 80) : ''
    if (text !== '') samples.push(text)
  }
  return samples
}

/** Reads a file's sheets, chooses one, and reads it as a list. */
export function understandFile({ bytes, limits, year, choices }: ListTask): ListFile {
  const { encodings = {}, sheet: chosen } = choices
  const file = readFile(bytes, limits)
  if (file.kind === 'bad') return file
  const converted = file.sheets.map((sheet) => convertSheet(sheet, encodings))
  const sheets = converted.map(({ sheet }) => sheet)
  const index = chosen !== undefined && chosen < sheets.length ? chosen : chooseSheet(sheets)
  const read = converted[index]
  if (read === undefined) return { kind: 'bad', problem: 'empty' }
  const { sheet, encoding, columns } = read
  // Bytes that are Vietnamese in no encoding that we know; with a choice, it is somebody's to judge what comes out.
  if (file.storedAs === 'bytes' && read.isUnknown && Object.keys(encodings).length === 0) {
    return { kind: 'bad', problem: 'oldEncoding' }
  }
  const isConverted = encoding !== 'unicode' || file.storedAs === 'bytes'
  const reading = readList(sheet, year, choices)
  const last = reading.heading.rows?.last ?? 0
  return {
    kind: 'list',
    encoding: isConverted ? encodingNames[encoding] : file.storedAs,
    encodings: columns,
    sheets: sheets.map(({ name, hidden, rows }) => ({ name: name.slice(0, 100), hidden, rows: rows.length })),
    sheet: index,
    samples: reading.heading.columns.map((column) => samplesIn(sheet, column.index, last)),
    reading,
  }
}
