// A month's whole list: to be printed for signatures by hand, and as a spreadsheet for the payment organisation. Both are
// written into the log with how many people they name.
import type { Sheet, SheetQuery } from '../../protocol/office/period-people.ts'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { inTransaction, type Reader } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { exportBeside } from './export-beside.ts'
import { sheetOf } from './month-sheet.ts'
import type { PeriodPlace } from './take-period.ts'

/** The list to be printed; null when it is not there or not in scope. */
export async function readSheet(
  tools: ServerTools,
  actor: OfficeActor,
  place: PeriodPlace,
  query: SheetQuery,
): Promise<Sheet | null> {
  if (!actor.communes.includes(place.commune)) return null
  return inTransaction(tools.db, async (trx) => {
    const sheet = await sheetOf(trx, place, query)
    if (sheet === null) return null
    await audit(trx, tools, actor, place, { action: 'period.printed', count: sheet.rows.length })
    return sheet
  })
}

export type ExportedSheet = { name: string; bytes: Uint8Array }

/** The list as an .xlsx file; null when it is not there or not in scope. */
export async function exportSheet(
  tools: ServerTools,
  actor: OfficeActor,
  place: PeriodPlace,
  query: SheetQuery,
): Promise<ExportedSheet | null> {
  const { commune, period } = place
  if (!actor.communes.includes(commune)) return null
  const file = await exportBeside(tools, { kind: 'month', place: { commune, period }, query, format: 'xlsx' })
  if (file === null) return null
  const { bytes, count, sha256 } = file
  await audit(tools.db, tools, actor, place, { action: 'period.exported', count, sha256 })
  return { name: `chi-tra-${commune}-${period}.xlsx`, bytes }
}

function audit(
  db: Reader,
  tools: ServerTools,
  actor: OfficeActor,
  { commune, period }: PeriodPlace,
  { action, ...detail }: { action: string; count: number; sha256?: string },
): Promise<void> {
  return writeAudit(db, tools, actor, { action, commune, thing: 'period', thingId: period, detail })
}
