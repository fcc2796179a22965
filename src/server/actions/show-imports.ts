// Previews and the history of imports, as the office sees them.
import type { CommuneCode } from '../../domain/ids.ts'
import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  type ImportEntry,
  type ImportLine,
  type ImportPreview,
  type LinesQuery,
  openQuestions,
  type TakenChange,
} from '../../protocol/office/imports.ts'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { countTaken, listLines, removeLines, setTaken } from '../store/import-lines.ts'
import {
  findImport,
  type ImportKey,
  type ImportRow,
  listImports,
  readImportFile,
  removePreview,
} from '../store/imports.ts'
import { inTransaction } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'

const moment = (at: number): string => new Date(at).toISOString()

function entryOf(row: ImportRow): ImportEntry {
  return {
    id: row.id,
    commune: row.commune,
    fileName: row.file_name,
    fileBytes: row.file_bytes,
    fileSha256: row.file_sha256,
    state: row.state,
    by: row.staff_id === '' ? null : { id: row.staff_id, name: row.staff_name ?? '' },
    createdAt: moment(row.created_at),
    committedAt: row.committed_at === null ? null : moment(row.committed_at),
    undoneAt: row.undone_at === null ? null : moment(row.undone_at),
    people: row.summary.people,
    sumMonthly: row.summary.sumMonthly,
    sumTotal: row.summary.sumTotal,
    counts: row.summary.counts,
    result: row.result,
  }
}

/** Imports of the actor's communes, newest first; the cursor is the last one's id. */
export async function importHistory(
  tools: ServerTools,
  actor: OfficeActor,
  query: { commune?: CommuneCode | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: ImportEntry[]; next: string | null }> {
  const communes = query.commune === undefined ? actor.communes : [query.commune]
  const rows = await listImports(tools.db, { communes, after: query.cursor ?? null, limit: query.limit + 1 })
  const items = rows.slice(0, query.limit).map(entryOf)
  return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null }
}

/** An import with how its file was understood. */
export async function showImport(tools: ServerTools, key: ImportKey): Promise<ImportPreview | null> {
  const row = await findImport(tools.db, key)
  if (row === null) return null
  const { summary, choices, remembered } = row
  const questions = row.state === 'preview' ? openQuestions(summary, choices) : []
  const taken = await countTaken(tools.db, row.linesId)
  return { ...entryOf(row), summary, choices, remembered, questions, running: null, taken }
}

/** A page of an import's lines in the order of the file; the cursor is the number of the next line. */
export async function showLines(
  tools: ServerTools,
  key: ImportKey,
  query: LinesQuery,
): Promise<{ items: ImportLine[]; next: string | null } | null> {
  const known = await findImport(tools.db, key)
  if (known === null) return null
  const from = /^\d{1,9}$/.test(query.cursor ?? '') ? Number(query.cursor) : 0
  const { kind, only, limit } = query
  const lines = await listLines(tools.db, known.linesId, { kind, only, from, limit: limit + 1 })
  const beyond = lines[limit]
  return { items: lines.slice(0, limit), next: beyond === undefined ? null : String(beyond.n) }
}

/** Takes or leaves lines of a preview. */
export async function takeLines(
  tools: ServerTools,
  key: ImportKey,
  change: TakenChange,
): Promise<'done' | 'notFound' | 'notAPreview'> {
  return inTransaction(tools.db, async (trx) => {
    const known = await findImport(trx, key)
    if (known === null) return 'notFound'
    if (known.state !== 'preview') return 'notAPreview'
    await setTaken(trx, known.linesId, change.lines, change.taken)
    return 'done'
  })
}

/** Forgets a preview. What was committed stays in the history for good. */
export async function discardPreview(tools: ServerTools, key: ImportKey): Promise<'done' | 'notFound' | 'notAPreview'> {
  let linesId = ''
  const done = await inTransaction(tools.db, async (trx) => {
    const known = await findImport(trx, key)
    if (known === null) return 'notFound'
    if (known.state !== 'preview') return 'notAPreview'
    linesId = known.linesId
    await removePreview(trx, key, known.file_sha256)
    return 'done'
  })
  if (done === 'done') await removeLines(tools.db, linesId, nextTurn)
  return done
}

/** The file as it was uploaded. */
export async function originalFile(
  tools: ServerTools,
  actor: OfficeActor,
  key: ImportKey,
): Promise<{ name: string; bytes: Uint8Array } | null> {
  const row = await findImport(tools.db, key)
  const bytes = row === null ? null : await readImportFile(tools.db, key.commune, row.file_sha256)
  if (row === null || bytes === null) return null
  await writeAudit(tools.db, tools, actor, {
    action: 'import.fileTaken',
    commune: key.commune,
    thing: 'import',
    thingId: key.id,
    detail: { sha256: row.file_sha256, count: row.summary.people },
  })
  return { name: row.file_name, bytes }
}
