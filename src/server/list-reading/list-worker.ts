// The worker's side: one file, read and understood, then the thread ends. It holds no database and no keys.
import { parentPort, workerData } from 'node:worker_threads'
import { chooseSheet } from '../../domain/list-import/find-columns.ts'
import { type Sheet, textOf } from '../../domain/list-import/grid.ts'
import { type ListChoices, readList } from '../../domain/list-import/read-list.ts'
import { type FileLimits, readFile } from './read-file.ts'
import type { ListFile } from './read-list-file.ts'

export type WorkerTask = {
  bytes: Uint8Array
  limits: FileLimits
  year: number
  /** Null: the sheet that looks most like a list. */
  sheet: number | null
  choices: ListChoices
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

function understand({ bytes, limits, year, sheet: chosen, choices }: WorkerTask): ListFile {
  const file = readFile(bytes, limits)
  if (file.kind === 'bad') return file
  const index = chosen !== null && chosen < file.sheets.length ? chosen : chooseSheet(file.sheets)
  const sheet = file.sheets[index]
  if (sheet === undefined) return { kind: 'bad', problem: 'empty' }
  const reading = readList(sheet, year, choices)
  const last = reading.heading.rows?.last ?? 0
  return {
    kind: 'list',
    encoding: file.encoding,
    sheets: file.sheets.map(({ name, hidden, rows }) => ({ name: name.slice(0, 100), hidden, rows: rows.length })),
    sheet: index,
    samples: reading.heading.columns.map((column) => samplesIn(sheet, column.index, last)),
    reading,
  }
}

parentPort?.postMessage(understand(workerData as WorkerTask))
