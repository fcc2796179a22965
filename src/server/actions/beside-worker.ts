// The thread's side: one task, then it ends. What it does stands in one transaction, so that nothing is left of half a task.
import { parentPort, workerData } from 'node:worker_threads'
import { v7 } from 'uuid'
import { openDatabase } from '../store/open-database.ts'
import type { WritingTools } from '../tools.ts'
import { commitPreview } from './commit-preview.ts'
import type { BesideData, BesideWords, LongTask } from './do-beside.ts'
import { filePeople } from './file-changed-people.ts'
import { undoNow } from './undo-import.ts'

const { file, now, task } = workerData as BesideData
const tell = (words: BesideWords) => parentPort?.postMessage(words)
const db = openDatabase({ dataDir: '', databaseUrl: null, file })

function work(tools: WritingTools, long: LongTask) {
  switch (long.kind) {
    case 'commit':
      return commitPreview(tools, long.actor, long.key, {
        onProgress: (done, total) => tell({ kind: 'progress', done, total }),
        isAlone: true,
      })
    case 'undo':
      return undoNow(tools, long.actor, long.key)
    case 'file':
      return filePeople(tools.db, long.communes)
  }
}

try {
  tell({ kind: 'answer', answer: await work({ db, now: () => now, newId: () => v7() }, task) })
} finally {
  await db.destroy()
}
