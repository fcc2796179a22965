// Long work on the embedded database, in a thread of its own with a connection of its own: the server goes on answering, and
// reads what stood before. Whoever wants to write waits until the thread has written.
import { Worker } from 'node:worker_threads'
import type { CommuneCode } from '../../domain/ids.ts'
import type { UndoAnswer } from '../../protocol/office/imports.ts'
import type { OfficeActor } from '../actor.ts'
import { threadEnvironment } from '../list-reading/list-thread.ts'
import { fileOfDatabase } from '../store/open-database.ts'
import type { ImportKey } from '../store/imports.ts'
import type { ServerTools } from '../tools.ts'
import type { CommitResult } from './commit-preview.ts'
import type { Importer } from './preview-import.ts'

/** More people or lines than this are worth a thread: on so many this one works for some tenths of a second. */
export const longTask = 1000

/** What can be done so. */
export type LongTask =
  | { kind: 'commit'; actor: Importer; key: ImportKey }
  | { kind: 'undo'; actor: OfficeActor; key: ImportKey }
  | { kind: 'file'; communes: readonly CommuneCode[] }

type Answers = { commit: CommitResult; undo: UndoAnswer; file: 'filed' }

/** What the thread is started with. @property now milliseconds since 1970. */
export type BesideData = { file: string; now: number; task: LongTask }

export type BesideWords =
  { kind: 'progress'; done: number; total: number } | { kind: 'answer'; answer: Answers[LongTask['kind']] }

/**
 * Does a long task beside everything else.
 * @returns null where there is no embedded database: then others go on anyway.
 * @throws what went wrong in the thread, which left nothing behind.
 */
export async function doBeside<K extends LongTask['kind']>(
  { db, now }: Pick<ServerTools, 'db' | 'now'>,
  task: LongTask & { kind: K },
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Answers[K] | null> {
  const file = await fileOfDatabase(db)
  if (file === null) return null
  const worker = new Worker(new URL('./beside-worker.ts', import.meta.url), {
    workerData: { file, now: now(), task } satisfies BesideData,
    env: threadEnvironment(),
  })
  return new Promise((resolve, reject) => {
    worker.on('message', (words: BesideWords) => {
      if (words.kind === 'progress') onProgress(words.done, words.total)
      else resolve(words.answer as Answers[K])
    })
    worker.on('error', reject)
    worker.on('exit', (code) =>
      reject(new Error(`the thread for ${task.kind} ended with ${code} and without an answer`)),
    )
  })
}
