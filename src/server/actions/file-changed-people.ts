// People who changed are filed for the office's search before the next question, where there are too many to be asked singly.
import { setTimeout as after } from 'node:timers/promises'
import type { CommuneCode } from '../../domain/ids.ts'
import { communesToFile, fileRecent } from '../store/search/file-people.ts'
import { inTransaction } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { doBeside, longTask } from './do-beside.ts'

const pauseMs = 25

/** Files whoever was changed in these communes, where it is worth it; very many of them beside everything else. */
export async function fileChangedPeople(
  tools: Pick<ServerTools, 'db' | 'now'>,
  communes: readonly CommuneCode[],
): Promise<void> {
  const waiting = await communesToFile(tools.db, communes)
  if (waiting.length === 0) return
  const people = waiting.reduce((sum, commune) => sum + commune.people, 0)
  const codes = waiting.map(({ code }) => code)
  const beside = people > longTask ? await doBeside(tools, { kind: 'file', communes: codes }) : null
  if (beside === null) await filePeople(tools.db, codes)
}

/** Files whoever waits for it in these communes, one commune after the other. */
export async function filePeople(db: ServerTools['db'], communes: readonly CommuneCode[]): Promise<'filed'> {
  for (const commune of communes) {
    // Others who wait to write have their turn in between.
    while (await inTransaction(db, (trx) => fileRecent(trx, commune))) await after(pauseMs)
  }
  return 'filed'
}
