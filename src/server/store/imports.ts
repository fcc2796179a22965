// Imports: the uploaded file, how it was understood, and what became of it.
import type { CommuneCode, StaffId } from '../../domain/ids.ts'
import type { ImportChoices, ImportSummary } from '../../protocol/office/imports.ts'
import type { ImportTable } from './import-tables.ts'
import type { Reader, Trx } from './transaction.ts'

export type ImportKey = { commune: CommuneCode; id: string }
export type ImportResult = { added: number; changed: number; ceased: number }

/** An import as it is shown, with the name of who made it; null for whoever runs the server. */
export type ImportRow = Omit<ImportTable, 'choices' | 'summary' | 'result' | 'lines_id'> & {
  staff_name: string | null
  /** Under which id its lines stand. */
  linesId: string
  choices: ImportChoices
  /** The choices are those of an earlier list with the same heading. */
  remembered: boolean
  summary: ImportSummary
  result: ImportResult | null
}

type RawRow = ImportTable & { staff_name: string | null }

/** `choices` as they are stored: with where they come from. */
type StoredChoices = ImportChoices & { remembered?: boolean }

function rowOf({ lines_id: linesId, ...raw }: RawRow): ImportRow {
  const { remembered = false, ...choices } = JSON.parse(raw.choices) as StoredChoices
  return {
    ...raw,
    linesId: linesId ?? raw.id,
    choices,
    remembered,
    summary: JSON.parse(raw.summary) as ImportSummary,
    result: raw.result === null ? null : (JSON.parse(raw.result) as ImportResult),
  }
}

function importsWithNames(db: Reader) {
  return db
    .selectFrom('import')
    .leftJoin('staff', 'staff.id', 'import.staff_id')
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
    staffId: StaffId | null
    file: { name: string; sha256: string; bytes: number }
    choices: ImportChoices
    remembered: boolean
    linesId: string
    summary: ImportSummary
    feedSeq: number
    at: number
  },
): Promise<void> {
  const choices: StoredChoices = row.remembered ? { ...row.choices, remembered: true } : row.choices
  const preview = {
    choices: JSON.stringify(choices),
    summary: JSON.stringify(row.summary),
    feed_seq: row.feedSeq,
    lines_id: row.linesId,
  }
  await trx
    .insertInto('import')
    .values({
      commune: row.commune,
      id: row.id,
      staff_id: row.staffId ?? '',
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

/** Answers that leave the preview as it is. */
export async function putChoices(
  trx: Trx,
  { commune, id }: ImportKey,
  choices: ImportChoices,
  remembered: boolean,
): Promise<void> {
  const stored: StoredChoices = remembered ? { ...choices, remembered } : choices
  await trx
    .updateTable('import')
    .set({ choices: JSON.stringify(stored) })
    .where('commune', '=', commune)
    .where('id', '=', id)
    .where('state', '=', 'preview')
    .execute()
}

/** The preview became part of the list. */
export async function markCommitted(
  trx: Trx,
  { commune, id }: ImportKey,
  by: StaffId | null,
  at: number,
  result: ImportResult,
): Promise<void> {
  await trx
    .updateTable('import')
    .set({ state: 'committed', committed_at: at, committed_by: by ?? '', result: JSON.stringify(result) })
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

/** Removes a preview, its lines left to the caller; its file goes too unless another import speaks of it. */
export async function removePreview(trx: Trx, { commune, id }: ImportKey, sha256: string): Promise<void> {
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
