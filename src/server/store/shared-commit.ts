// Small transactions that end in one commit. The embedded database syncs to disk at every commit, and takes one
// transaction after the other anyway: those that wait for their turn come along with the one before them.
import type { Kysely } from 'kysely'
import { dialectOf } from './dialect.ts'
import type { Database } from './schema.ts'
import { inTransaction, type Trx } from './transaction.ts'

/** Nobody's answer waits longer than this for those who came after. */
const longestMs = 25

type Waiting = {
  /** @returns what tells the caller, once it is committed. */
  work: (trx: Trx) => Promise<() => void>
  fail: (error: unknown) => void
}

type Line = { waiting: Waiting[]; served: boolean }

const lines = new WeakMap<Kysely<Database>, Line>()

/**
 * Like `inTransaction`, for work that is short and done often. Each work is done wholly or not at all, whatever becomes
 * of its neighbours, and ends only when it is committed; only a commit that fails, fails for all that it would have kept.
 */
export function inSharedTransaction<T>(db: Kysely<Database>, work: (trx: Trx) => Promise<T>): Promise<T> {
  // PostgreSQL lets commits of several connections share a sync by itself.
  if (dialectOf(db) === 'postgres') return inTransaction(db, work)
  const line = lines.get(db) ?? { waiting: [], served: false }
  lines.set(db, line)
  return new Promise((resolve, reject) => {
    const answered = async (trx: Trx) => {
      const result = await work(trx)
      return () => resolve(result)
    }
    line.waiting.push({ work: answered, fail: reject })
    if (!line.served) void serve(db, line)
  })
}

async function serve(db: Kysely<Database>, line: Line): Promise<void> {
  line.served = true
  for (let first = line.waiting.shift(); first !== undefined; first = line.waiting.shift()) {
    await commitTogether(db, first, line.waiting)
  }
  line.served = false
}

/** Does `first`, and those in `waiting` for whom there is time. Never throws: who waits is told. */
async function commitTogether(db: Kysely<Database>, first: Waiting, waiting: Waiting[]): Promise<void> {
  const end = performance.now() + longestMs
  const done: { answer: () => void; fail: Waiting['fail'] }[] = []
  let undo = async () => {}
  let next: Waiting | undefined = first
  try {
    const trx = await db.startTransaction().execute()
    undo = () => trx.rollback().execute()
    for (; next; next = performance.now() < end ? waiting.shift() : undefined) {
      const { work, fail }: Waiting = next
      const point = await trx.savepoint('work').execute()
      try {
        const answer = await work(point)
        await point.releaseSavepoint('work').execute()
        done.push({ answer, fail })
      } catch (error) {
        // A full disk ends the whole transaction, savepoints and all: then nobody's work stands, for the same reason.
        if (await failed(point.rollbackToSavepoint('work').execute())) throw error
        fail(error)
      }
    }
    await trx.commit().execute()
  } catch (error) {
    next?.fail(error)
    for (const { fail } of done) fail(error)
    await failed(undo())
    return
  }
  for (const { answer } of done) answer()
}

async function failed(step: Promise<unknown>): Promise<boolean> {
  try {
    await step
    return false
  } catch {
    return true
  }
}
