// What leaves the office as a file: read from the database as it stands at one moment, and written as a spreadsheet.
import { createHash } from 'node:crypto'
import type { CommuneCode } from '../../domain/ids.ts'
import type { Bytes } from '../../protocol/bytes.ts'
import type { ExportQuery } from '../../protocol/office/exports.ts'
import type { SheetQuery } from '../../protocol/office/period-people.ts'
import { writeCsv } from '../sheet-writing/write-csv.ts'
import { type CountedTable, writeSheet } from '../sheet-writing/write-sheet.ts'
import type { ImportKey } from '../store/imports.ts'
import { inSnapshot, type Reader } from '../store/transaction.ts'
import { listTable } from './list-table.ts'
import { monthTable } from './month-table.ts'
import { problemTable } from './problem-table.ts'
import type { PeriodPlace } from './take-period.ts'

/** What is wanted as a file; whoever asks has been found to be allowed it. */
export type ExportTask = ExportQuery &
  (
    | { kind: 'list'; commune: CommuneCode }
    | { kind: 'problems'; key: ImportKey }
    | { kind: 'month'; place: PeriodPlace; query: SheetQuery }
  )

/** @property sha256 of the bytes, in lower-case hex. */
export type ExportFile = { bytes: Bytes; count: number; sha256: string }

/** Makes the file; null when there is nothing of that name. */
export async function exportFile(db: Reader, task: ExportTask): Promise<ExportFile | null> {
  const found = await inSnapshot(db, (trx) => tableFor(trx, task))
  if (found === null) return null
  const bytes = task.format === 'csv' ? writeCsv(found.table) : writeSheet(found.table)
  return { bytes, count: found.count, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function tableFor(db: Reader, task: ExportTask): Promise<CountedTable | null> {
  switch (task.kind) {
    case 'list':
      return listTable(db, task.commune)
    case 'problems':
      return problemTable(db, task.key)
    case 'month':
      return monthTable(db, task.place, task.query)
  }
}
