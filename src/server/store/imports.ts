// Imports: the uploaded file, its preview line by line, and what the commit wrote.
import type { CommuneCode, StaffId } from '../../domain/ids.ts'
import type { ImportChoices, ImportLine, ImportSummary, LineKind } from '../../protocol/office/imports.ts'
import { inParts } from './in-parts.ts'
import type { ImportEffectTable, ImportLineTable, ImportTable } from './import-tables.ts'
import type { Reader, Trx } from './transaction.ts'

const rowsAtOnce = 400

export type ImportKey = { commune: CommuneCode; id: string }
/** A line without what a person decides about it. */
export type StoredLine = Omit<ImportLine, 'taken'>
export type ImportResult = { added: number; changed: number; ceased: number }

/** An import as it is shown, with the name of who made it. */
export type ImportRow = Omit<ImportTable, 'choices' | 'summary' | 'result'> & {
  staff_name: string
  choices: ImportChoices
  summary: ImportSummary
  result: ImportResult | null
}

type RawRow = ImportTable & { staff_name: string }

function rowOf(raw: RawRow): ImportRow {
  return {
    ...raw,
    choices: JSON.parse(raw.choices) as ImportChoices,
    summary: JSON.parse(raw.summary) as ImportSummary,
    result: raw.result === null ? null : (JSON.parse(raw.result) as ImportResult),
  }
}

function importsWithNames(db: Reader) {
  return db
    .selectFrom('import')
    .innerJoin('staff', 'staff.id', 'import.staff_id')
    .selectAll('import')
    .select('staff.name as staff_name')
}

/** An import of a commune, or null. */
export async function findImport(db: Reader, { commune, id }: ImportKey): Promise<ImportRow | null> {
  const raw = await importsWithNames(db)
    .where('import.commune', '=', commune)
    .where('import.id', '=', id)
    .executeTakeFirst()
  return raw === undefined ? null : rowOf(raw)
}

/** Imports of these communes, newest first, after the one with the id `after`. */
export async function listImports(
  db: Reader,
  { communes, after, limit }: { communes: readonly CommuneCode[]; after: string | null; limit: number },
): Promise<ImportRow[]> {
  if (communes.length === 0) return []
  const raw = await importsWithNames(db)
    .where('import.commune', 'in', communes)
    .$if(after !== null, (query) => query.where('import.id', '<', after ?? ''))
    .orderBy('import.id', 'desc')
    .limit(limit)
    .execute()
  return raw.map(rowOf)
}

/** Keeps the file once, however often it is uploaded to the commune. */
export async function keepImportFile(trx: Trx, commune: CommuneCode, sha256: string, bytes: Uint8Array): Promise<void> {
  await trx
    .insertInto('import_file')
    .values({ commune, sha256, bytes })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The file as it was uploaded. */
export async function readImportFile(db: Reader, commune: CommuneCode, sha256: string): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('import_file')
    .select('bytes')
    .where('commune', '=', commune)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row?.bytes ?? null
}

/** A new import, or the same one with a new preview. */
export async function putImport(
  trx: Trx,
  row: ImportKey & {
    staffId: StaffId
    file: { name: string; sha256: string; bytes: number }
    choices: ImportChoices
    summary: ImportSummary
    feedSeq: number
    at: number
  },
): Promise<void> {
  const preview = { choices: JSON.stringify(row.choices), summary: JSON.stringify(row.summary), feed_seq: row.feedSeq }
  await trx
    .insertInto('import')
    .values({
      commune: row.commune,
      id: row.id,
      staff_id: row.staffId,
      file_name: row.file.name,
      file_sha256: row.file.sha256,
      file_bytes: row.file.bytes,
      state: 'preview',
      ...preview,
      result: null,
      created_at: row.at,
      committed_at: null,
      committed_by: null,
      undone_at: null,
      undone_by: null,
    })
    .onConflict((conflict) => conflict.columns(['commune', 'id']).doUpdateSet(preview))
    .execute()
}

export type NewLine = { line: StoredLine; taken: boolean; planned: string | null }

/** Puts these lines in the place of the import's present ones. */
export async function replaceLines(trx: Trx, importId: string, lines: readonly NewLine[]): Promise<void> {
  await trx.deleteFrom('import_line').where('import_id', '=', importId).execute()
  for (const some of inParts(lines, rowsAtOnce)) {
    await trx
      .insertInto('import_line')
      .values(
        some.map(({ line, taken, planned }): ImportLineTable => {
          const mismatch = line.notices.includes('totalMismatch')
          return {
            import_id: importId,
            n: line.n,
            kind: line.kind,
            noticed: line.notices.length > 0 ? 1 : 0,
            mismatch: mismatch ? 1 : 0,
            taken: taken ? 1 : 0,
            line: JSON.stringify(line),
            planned,
          }
        }),
      )
      .execute()
  }
}

export type LineFilter = { kind?: LineKind | undefined; only?: 'noticed' | 'totalMismatch' | undefined }

/** Lines of an import in the order of the file, from `from` on. */
export async function listLines(
  db: Reader,
  importId: string,
  { kind, only, from, limit }: LineFilter & { from: number; limit: number },
): Promise<ImportLine[]> {
  const rows = await db
    .selectFrom('import_line')
    .select(['line', 'taken'])
    .where('import_id', '=', importId)
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
export async function countTaken(db: Reader, importId: string): Promise<Record<LineKind, number>> {
  const rows = await db
    .selectFrom('import_line')
    .select(['kind', (select) => select.fn.countAll<number>().as('lines')])
    .where('import_id', '=', importId)
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
  importId: string,
  which: readonly number[] | LineKind,
  taken: boolean,
): Promise<void> {
  await trx
    .updateTable('import_line')
    .set({ taken: taken ? 1 : 0 })
    .where('import_id', '=', importId)
    .where('planned', 'is not', null)
    .where('kind', 'in', ['added', 'changed', 'missing'])
    .$if(typeof which === 'string', (query) => query.where('kind', '=', which as LineKind))
    .$if(typeof which !== 'string', (query) => query.where('n', 'in', which as readonly number[]))
    .execute()
}

/** What the taken lines plan, in the order of the file. */
export async function takenPlans(db: Reader, importId: string): Promise<{ kind: LineKind; planned: string }[]> {
  const rows = await db
    .selectFrom('import_line')
    .select(['kind', 'planned'])
    .where('import_id', '=', importId)
    .where('taken', '=', 1)
    .orderBy('n')
    .execute()
  return rows.flatMap(({ kind, planned }) => (planned === null ? [] : [{ kind, planned }]))
}

/** Notes what a commit wrote. */
export async function putEffects(trx: Trx, effects: readonly ImportEffectTable[]): Promise<void> {
  for (const some of inParts(effects, rowsAtOnce)) await trx.insertInto('import_effect').values(some).execute()
}

/** What a commit wrote. */
export function listEffects(db: Reader, importId: string): Promise<ImportEffectTable[]> {
  return db.selectFrom('import_effect').selectAll().where('import_id', '=', importId).execute()
}

/** The preview became part of the list. */
export async function markCommitted(
  trx: Trx,
  { commune, id }: ImportKey,
  by: StaffId,
  at: number,
  result: ImportResult,
): Promise<void> {
  await trx
    .updateTable('import')
    .set({ state: 'committed', committed_at: at, committed_by: by, result: JSON.stringify(result) })
    .where('commune', '=', commune)
    .where('id', '=', id)
    .execute()
}

/** The import was taken back. */
export async function markUndone(trx: Trx, { commune, id }: ImportKey, by: StaffId, at: number): Promise<void> {
  await trx
    .updateTable('import')
    .set({ state: 'undone', undone_at: at, undone_by: by })
    .where('commune', '=', commune)
    .where('id', '=', id)
    .execute()
}

/** Removes a preview; its file goes too unless another import speaks of it. */
export async function removePreview(trx: Trx, { commune, id }: ImportKey, sha256: string): Promise<void> {
  await trx.deleteFrom('import_line').where('import_id', '=', id).execute()
  await trx
    .deleteFrom('import')
    .where('commune', '=', commune)
    .where('id', '=', id)
    .where('state', '=', 'preview')
    .execute()
  const other = await trx
    .selectFrom('import')
    .select('id')
    .where('commune', '=', commune)
    .where('file_sha256', '=', sha256)
    .executeTakeFirst()
  if (other === undefined) {
    await trx.deleteFrom('import_file').where('commune', '=', commune).where('sha256', '=', sha256).execute()
  }
}
