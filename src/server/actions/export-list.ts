// A commune's list, and what is wrong with an import, as files for Excel. Nothing in them is a formula, and the log says who
// took what, how many people it names, and the SHA-256 of the file.
import type { CommuneCode } from '../../domain/ids.ts'
import type { ExportQuery } from '../../protocol/office/exports.ts'
import type { OfficeActor } from '../actor.ts'
import { type AuditEntry, writeAudit } from '../store/audit.ts'
import type { ImportKey } from '../store/imports.ts'
import type { ServerTools } from '../tools.ts'
import type { ExportTask } from './export-file.ts'
import { exportBeside } from './export-beside.ts'

export type ExportedFile = { name: string; mediaType: string; bytes: Uint8Array }

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

async function takeFile(
  tools: ServerTools,
  actor: OfficeActor,
  { task, name, entry }: { task: ExportTask; name: string; entry: AuditEntry },
): Promise<ExportedFile | null> {
  const { format } = task
  const file = await exportBeside(tools, task)
  if (file === null) return null
  const { bytes, count, sha256 } = file
  await writeAudit(tools.db, tools, actor, { ...entry, detail: { count, format, sha256 } })
  return { name: `${name}.${format}`, mediaType: mediaTypes[format], bytes }
}

/** The list of a commune, a row for each benefit. */
export function exportList(
  tools: ServerTools,
  actor: OfficeActor,
  commune: CommuneCode,
  { format }: ExportQuery,
): Promise<ExportedFile | null> {
  const entry: AuditEntry = { action: 'list.exported', commune, thing: 'list' }
  return takeFile(tools, actor, { task: { kind: 'list', commune, format }, name: `danh-sach-${commune}`, entry })
}

/** The rows of an import that need a look, each with why; null when there is no such import. */
export function exportProblems(
  tools: ServerTools,
  actor: OfficeActor,
  { commune, id }: ImportKey,
  { format }: ExportQuery,
): Promise<ExportedFile | null> {
  const entry: AuditEntry = { action: 'import.exported', commune, thing: 'import', thingId: id }
  const task: ExportTask = { kind: 'problems', key: { commune, id }, format }
  return takeFile(tools, actor, { task, name: `can-xem-lai-${commune}`, entry })
}
