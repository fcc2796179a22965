// Files are made in a thread of their own, with a connection of its own that only reads: to read, understand and write out fifteen
// thousand people takes seconds, in which tablets want answers.
import { Worker } from 'node:worker_threads'
import { threadEnvironment } from '../list-reading/list-thread.ts'
import { type DatabasePlace, fileOfDatabase } from '../store/open-database.ts'
import { dialectOf } from '../store/dialect.ts'
import type { ServerTools } from '../tools.ts'
import type { ExportFile, ExportTask } from './export-file.ts'

/** What the thread is started with. */
export type ExportData = { where: DatabasePlace; task: ExportTask }

export type ExportWords = { file: ExportFile | null }

/**
 * Makes a file beside everything else; null when there is nothing of that name.
 * @throws what went wrong in the thread.
 */
export async function exportBeside(tools: Pick<ServerTools, 'db' | 'settings'>, task: ExportTask) {
  const where = await placeOf(tools)
  // A database that only this process can reach is read by it.
  if (where === null) return (await import('./export-file.ts')).exportFile(tools.db, task)
  const worker = new Worker(new URL('./export-worker.ts', import.meta.url), {
    workerData: { where, task } satisfies ExportData,
    env: threadEnvironment(),
  })
  return new Promise<ExportFile | null>((resolve, reject) => {
    worker.once('message', ({ file }: ExportWords) => resolve(file))
    worker.once('error', reject)
    worker.once('exit', (code) =>
      reject(new Error(`the thread for ${task.kind} ended with ${code} and without a file`)),
    )
  })
}

/** Where a second connection finds the same database; null when there can be none. */
async function placeOf({ db, settings }: Pick<ServerTools, 'db' | 'settings'>): Promise<DatabasePlace | null> {
  const { dataDir, databaseUrl } = settings
  if (dialectOf(db) === 'postgres') return databaseUrl === null ? null : { dataDir, databaseUrl }
  const file = await fileOfDatabase(db)
  return file === null ? null : { dataDir, databaseUrl: null, file }
}
