// The lines of a preview, and what a commit wrote. New lines are written beside those they replace, part by part, so that
// a long list holds nobody up; the import then points to them in one short transaction.
import { type Kysely, sql } from 'kysely'
import type { ImportLine, LineKind } from '../../protocol/office/imports.ts'
import { inParts } from './in-parts.ts'
import type { ImportEffectTable } from './import-tables.ts'
import { rowInserter } from './insert-rows.ts'
import type { Database } from './schema.ts'
import { inTransaction, type Reader, type Trx } from './transaction.ts'

/** A line without what a person decides about it. */
type StoredLine = Omit<ImportLine, 'taken'>

/** `line` and `planned` are JSON: an ImportLine without `taken`, and the beneficiary and entitlement as they will be. */
export type NewLine = {
  n: number
  kind: LineKind
  noticed: boolean
  mismatch: boolean
  taken: boolean
  line: string
  planned: string | null
}

const insertLines = rowInserter('import_line', [
  'import_id',
  'n',
  'kind',
  'noticed',
  'mismatch',
  'taken',
  'line',
  'planned',
])
const insertEffects = rowInserter('import_effect', ['import_id', 'thing', 'id', 'before', 'after'])

/** Notes that lines are about to be written: if this process is killed, they are found and removed by it. */
export async function beginLines(db: Reader, linesId: string, at: number): Promise<void> {
  await db.insertInto('import_draft').values({ lines_id: linesId, started_at: at }).execute()
}

/** The lines belong to an import now. */
export async function keepLines(trx: Trx, linesId: string): Promise<void> {
  await trx.deleteFrom('import_draft').where('lines_id', '=', linesId).execute()
}

/** Adds a part of the lines. */
export async function addLines(db: Kysely<Database>, linesId: string, lines: readonly NewLine[]): Promise<void> {
  const rows = lines.map(({ noticed, mismatch, taken, ...line }) => ({
    ...line,
    import_id: linesId,
    noticed: noticed ? (1 as const) : (0 as const),
    mismatch: mismatch ? (1 as const) : (0 as const),
    taken: taken ? (1 as const) : (0 as const),
  }))
  await inTransaction(db, (trx) => insertLines(trx, rows))
}

const linesAtOnce = 2000

/** Removes lines, some at a time. @param pause is waited for between two parts. */
export async function removeLines(db: Reader, linesId: string, pause: () => Promise<void>): Promise<void> {
  const last = await db
    .selectFrom('import_line')
    .select(({ fn }) => fn.max<number>('n').as('n'))
    .where('import_id', '=', linesId)
    .executeTakeFirst()
  for (let n = Number(last?.n ?? -1); n >= 0; n -= linesAtOnce) {
    await db
      .deleteFrom('import_line')
      .where('import_id', '=', linesId)
      .where('n', '>', n - linesAtOnce)
      .execute()
    await pause()
  }
  await db.deleteFrom('import_draft').where('lines_id', '=', linesId).execute()
}

/** Lines that were begun before this moment and never finished. */
export async function forgottenLines(db: Reader, before: number): Promise<string[]> {
  const rows = await db.selectFrom('import_draft').select('lines_id').where('started_at', '<', before).execute()
  return rows.map((row) => row.lines_id)
}

export type LineFilter = { kind?: LineKind | undefined; only?: 'noticed' | 'totalMismatch' | undefined }

/** Lines of an import in the order of the file, from `from` on. */
export async function listLines(
  db: Reader,
  linesId: string,
  { kind, only, from, limit }: LineFilter & { from: number; limit: number },
): Promise<ImportLine[]> {
  const rows = await db
    .selectFrom('import_line')
    .select(['line', 'taken'])
    .where('import_id', '=', linesId)
    .where('n', '>=', from)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind as LineKind))
    .$if(only === 'noticed', (query) => query.where('noticed', '=', 1))
    .$if(only === 'totalMismatch', (query) => query.where('mismatch', '=', 1))
    .orderBy('n')
    .limit(limit)
    .execute()
  return rows.map(({ line, taken }) => ({ ...(JSON.parse(line) as StoredLine), taken: taken === 1 }))
}

/** How many lines of each kind are taken. */
export async function countTaken(db: Reader, linesId: string): Promise<Record<LineKind, number>> {
  const rows = await db
    .selectFrom('import_line')
    .select(['kind', (select) => select.fn.countAll<number>().as('lines')])
    .where('import_id', '=', linesId)
    .where('taken', '=', 1)
    .groupBy('kind')
    .execute()
  const counts = { added: 0, changed: 0, unchanged: 0, missing: 0, duplicate: 0, ambiguous: 0, broken: 0 }
  for (const { kind, lines } of rows) counts[kind] = Number(lines)
  return counts
}

/** Takes or leaves lines, by number or all of a kind; lines without a plan cannot be taken. */
export async function setTaken(
  trx: Trx,
  linesId: string,
  which: readonly number[] | LineKind,
  taken: boolean,
): Promise<void> {
  await trx
    .updateTable('import_line')
    .set({ taken: taken ? 1 : 0 })
    .where('import_id', '=', linesId)
    .where('planned', 'is not', null)
    .$if(typeof which === 'string', (query) => query.where('kind', '=', which as LineKind))
    .$if(typeof which !== 'string', (query) => query.where('n', 'in', which as readonly number[]))
    .execute()
}

/**
 * What taken lines plan, in the order of the file, from `from` on; `next` is where to go on, null at the end.
 * @param isStaged without those that `stageNewcomers` wrote aside on this connection.
 */
export async function takenPlans(
  db: Reader,
  linesId: string,
  { from, limit, isStaged = false }: { from: number; limit: number; isStaged?: boolean },
): Promise<{ plans: { n: number; kind: LineKind; planned: string }[]; next: number | null }> {
  const rows = await db
    .selectFrom('import_line')
    .select(['n', 'kind', 'planned'])
    .where('import_id', '=', linesId)
    .where('n', '>=', from)
    .where('taken', '=', 1)
    .$if(isStaged, (query) => query.where(sql<boolean>`n not in (select n from temp.staged)`))
    .orderBy('n')
    .limit(limit)
    .execute()
  const last = rows.at(-1)
  return {
    plans: rows.flatMap(({ n, kind, planned }) => (planned === null ? [] : [{ n, kind, planned }])),
    next: last === undefined || rows.length < limit ? null : last.n + 1,
  }
}

/** Notes what a commit wrote. */
export async function putEffects(trx: Trx, effects: readonly ImportEffectTable[]): Promise<void> {
  for (const some of inParts(effects, linesAtOnce)) await insertEffects(trx, some)
}

/** What a commit wrote. */
export function listEffects(db: Reader, importId: string): Promise<ImportEffectTable[]> {
  return db.selectFrom('import_effect').selectAll().where('import_id', '=', importId).execute()
}
