// Reads an uploaded list in a thread of its own, which may neither take long nor much memory: what a file does to the
// thread it cannot do to the server.
import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ListFileProblem } from '../../domain/list-import/list-file-problem.ts'
import type { ImportSummary } from '../../protocol/office/imports.ts'
import type { PlannedLine } from './plan-lines.ts'
import type { FileLimits } from './read-file.ts'
import type { ListTask } from './understand-file.ts'
import type { Compared, FromWorker, KnownPart, ReadFacts, ToWorker } from './worker-words.ts'

export type ReadingLimits = FileLimits & {
  /** For reading the file, and again between two parts of the comparison. */
  milliseconds: number
  heapMebibytes: number
}

export const readingLimits: ReadingLimits = {
  rows: 200_000,
  columns: 200,
  cells: 6_000_000,
  sheets: 100,
  inflatedBytes: 512 * 1024 * 1024,
  milliseconds: 120_000,
  heapMebibytes: 1536,
}

/** A list that was read and waits to be compared. Close it in any case. */
export type OpenList = ReadFacts & {
  kind: 'list'
  /** Hands over a part of the list that is known. */
  know: (part: KnownPart) => void
  /** Compares with what was handed over. @param take is waited for before the next lines are made. */
  compare: (how: Compared, take: (lines: PlannedLine[]) => Promise<void>) => Promise<ImportSummary>
}

export type Opened = { close: () => Promise<void> } & (OpenList | { kind: 'bad'; problem: ListFileProblem })

const outOfMemory = 'ERR_WORKER_OUT_OF_MEMORY'

/** Starts the thread and waits until it has read the file. */
export async function openList(task: Omit<ListTask, 'limits'>, limits: ReadingLimits = readingLimits): Promise<Opened> {
  const worker = new Worker(new URL('./list-worker.ts', import.meta.url), {
    workerData: { ...task, limits } satisfies ListTask,
    env: compiledBefore(),
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMebibytes, maxYoungGenerationSizeMb: 64 },
  })
  const hear = listenTo(worker, limits.milliseconds)
  const close = async () => {
    await worker.terminate()
  }
  try {
    const words = await hear()
    if (words.kind === 'bad') return { ...words, close }
    if (words.kind !== 'read') throw new Error(`the list worker began with ${words.kind}`)
    const { kind: _read, ...facts } = words
    const say = (answer: ToWorker) => worker.postMessage(answer)
    return {
      kind: 'list',
      ...facts,
      know: (part) => say({ kind: 'known', ...part }),
      compare: async (how, take) => {
        say({ kind: 'compare', ...how })
        for (;;) {
          const next = await hear()
          if (next.kind === 'summary') return next.summary
          if (next.kind !== 'lines') throw new Error(`the list worker could not compare: ${next.kind}`)
          await take(next.lines)
          say({ kind: 'next' })
        }
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** All that the thread has of the environment: where compiled code lies, if this server keeps any. */
function compiledBefore(): Record<string, string> {
  const folder = getCompileCacheDir()
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) }
}

/** What a thread says, one after the other; too much time or memory is something that it says too. */
function listenTo(worker: Worker, milliseconds: number): () => Promise<FromWorker> {
  const heard: FromWorker[] = []
  let failure: Error | null = null
  let wake = () => {}
  worker.on('message', (words: FromWorker) => {
    heard.push(words)
    wake()
  })
  worker.on('error', (error: Error & { code?: string }) => {
    if (error.code === outOfMemory) heard.push({ kind: 'bad', problem: 'tooLarge' })
    else failure = error
    wake()
  })
  worker.on('exit', (code) => {
    failure ??= new Error(`the list worker ended with ${code} and without an answer`)
    wake()
  })
  return async () => {
    let isLate = false
    const late = setTimeout(() => {
      isLate = true
      wake()
    }, milliseconds)
    try {
      for (;;) {
        const words = heard.shift()
        if (words !== undefined) return words
        if (failure !== null) throw failure
        if (isLate) return { kind: 'bad', problem: 'tookTooLong' }
        await new Promise<void>((resolve) => (wake = resolve))
      }
    } finally {
      clearTimeout(late)
    }
  }
}
