// Reads an uploaded list in a thread of its own, which may neither take long nor much memory: what a file does to the
// thread it cannot do to the server.
import { Worker } from 'node:worker_threads'
import type { FileLimits } from './read-file.ts'
import type { ListFile, ListTask } from './understand-file.ts'

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

/** Reads a list in a thread of its own. */
export async function readListFile(
  task: Omit<ListTask, 'limits'>,
  limits: ReadingLimits = readingLimits,
): Promise<ListFile> {
  const worker = new Worker(new URL('./list-worker.ts', import.meta.url), {
    workerData: { ...task, limits } satisfies ListTask,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMebibytes, maxYoungGenerationSizeMb: 64 },
  })
  let late: NodeJS.Timeout | undefined
  try {
    return await new Promise<ListFile>((resolve, reject) => {
      late = setTimeout(() => resolve({ kind: 'bad', problem: 'tookTooLong' }), limits.milliseconds)
      worker.once('message', (file: ListFile) => resolve(file))
      worker.once('error', (error: Error & { code?: string }) => {
        if (error.code === outOfMemory) resolve({ kind: 'bad', problem: 'tooLarge' })
        else reject(error)
      })
      worker.once('exit', (code) => reject(new Error(`the list worker ended with ${code} and without an answer`)))
    })
  } finally {
    clearTimeout(late)
    await worker.terminate()
  }
}
