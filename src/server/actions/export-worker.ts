// The thread's side: one file, then it ends.
import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../store/open-database.ts'
import { letOthersGoFirst } from '../thread-priority.ts'
import type { ExportData, ExportWords } from './export-beside.ts'
import { exportFile } from './export-file.ts'

const { where, task } = workerData as ExportData
letOthersGoFirst()
const db = openDatabase(where, { forReading: true })
try {
  const file = await exportFile(db, task)
  parentPort?.postMessage({ file } satisfies ExportWords, file === null ? [] : [file.bytes.buffer])
} finally {
  await db.destroy()
}
