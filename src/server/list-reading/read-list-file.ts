// Reads an uploaded list in a thread of its own, which may neither take long nor much memory: what a file does to the
// thread it cannot do to the server.
import type { ListFileProblem } from '../../domain/list-import/list-file-problem.ts'
import type { ImportSummary } from '../../protocol/office/imports.ts'
import { beginThread, type ThreadLimits } from './list-thread.ts'
import type { PlannedLine } from './plan-lines.ts'
import type { FileLimits } from './read-file.ts'
import type { ListTask } from './understand-file.ts'
import type { Compared, KnownPart, ReadFacts } from './worker-words.ts'

/** `milliseconds` are for reading the file, and again between two parts of the comparison. */
export type ReadingLimits = FileLimits & ThreadLimits

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

/** Has a thread read the file, and waits for it. */
export async function openList(task: Omit<ListTask, 'limits'>, limits: ReadingLimits = readingLimits): Promise<Opened> {
  const { say, hear, leave: close } = beginThread(task, limits)
  try {
    const words = await hear()
    if (words.kind === 'bad') return { kind: 'bad', problem: words.problem, close }
    if (words.kind !== 'read') throw new Error(`the list worker began with ${words.kind}`)
    const { kind: _read, ...facts } = words
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
