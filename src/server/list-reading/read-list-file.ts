// Reads an uploaded list in a thread of its own, which may neither take long nor much memory: what a file does to the
// thread it cannot do to the server.
import { Worker } from 'node:worker_threads'
import type { ListChoices, ListReading } from '../../domain/list-import/read-list.ts'
import type { ListFileProblem } from '../../domain/list-import/list-file-problem.ts'
import type { WorkerTask } from './list-worker.ts'
import type { FileLimits } from './read-file.ts'

export type ListFile =
  | {
      kind: 'list'
      encoding: string
      sheets: { name: string; hidden: boolean; rows: number }[]
      sheet: number
      /** First values of each column, as they stand. */
      samples: string[][]
      reading: ListReading
    }
  | { kind: 'bad'; problem: ListFileProblem }

export type ReadingLimits = FileLimits & { milliseconds: number; heapMebibytes: number }

export const readingLimits: ReadingLimits = {
  rows: 200_000,
  columns: 200,
  cells: 6_000_000,
  sheets: 100,
  inflatedBytes: 512 * 1024 * 1024,
  milliseconds: 120_000,
  heapMebibytes: 1536,
}

const outOfMemory = 'ERR_WORKER_OUT_OF_MEMORY'

/**
 * Reads a list.
 * @param sheet place of the sheet, from 0; null chooses.
 * @param year the current year.
 */
export function readListFile(
  bytes: Uint8Array,
  {
    sheet,
    choices,
    year,
    limits = readingLimits,
  }: { sheet: number | null; choices: ListChoices; year: number; limits?: ReadingLimits },
): Promise<ListFile> {
  const task: WorkerTask = { bytes, sheet, choices, year, limits }
  const worker = new Worker(new URL('./list-worker.ts', import.meta.url), {
    workerData: task,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMebibytes, maxYoungGenerationSizeMb: 64 },
  })
  return new Promise<ListFile>((resolve, reject) => {
    const late = setTimeout(() => resolve({ kind: 'bad', problem: 'tookTooLong' }), limits.milliseconds)
    const settle = (file: ListFile) => {
      clearTimeout(late)
      resolve(file)
    }
    worker.once('message', (file: ListFile) => settle(file))
    worker.once('error', (error: Error & { code?: string }) => {
      clearTimeout(late)
      if (error.code === outOfMemory) resolve({ kind: 'bad', problem: 'tooLarge' })
      else reject(error)
    })
    worker.once('exit', (code) => {
      clearTimeout(late)
      reject(new Error(`the list worker ended with ${code} and without an answer`))
    })
  }).finally(() => worker.terminate())
}
