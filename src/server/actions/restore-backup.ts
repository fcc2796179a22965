// Puts a backup in the place of what a database holds: all of it or nothing. The epoch becomes a new one, so that every
// tablet starts over and sends again what the server has forgotten.
import type { PhotoHash } from '../../domain/ids.ts'
import { writeAudit } from '../store/audit.ts'
import { putMeta } from '../store/meta.ts'
import { migrate } from '../store/migrate.ts'
import { forgetPassing } from '../store/forget-passing.ts'
import { dropEverything, type PlainRow, type TableName, writeRows } from '../store/table-rows.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { readBackup } from './read-backup.ts'

export type RestoreReport = { madeAt: string; epoch: string; rows: number; photos: number }

type RestoreTools = Pick<ServerTools, 'now' | 'newId'> & {
  /** Takes a photo in; photos are named by their hash, so one that is there already does no harm. */
  putPhoto: (sha256: PhotoHash, bytes: Buffer) => Promise<void>
}

const rowsAtOnce = 500

/**
 * Restores within one transaction: whatever is wrong with the backup, the database stays as it was.
 * @throws BadBackup
 */
export async function restoreBackup(
  db: ServerTools['db'],
  tools: RestoreTools,
  { path, key }: { path: string; key: Uint8Array },
): Promise<RestoreReport> {
  return inTransaction(db, async (trx) => {
    await dropEverything(trx)
    const epoch = tools.newId()
    const report: RestoreReport = { madeAt: '', epoch, rows: 0, photos: 0 }
    const put = batched(trx)
    for await (const line of readBackup(path, key)) {
      if (line.type === 'begin') {
        report.madeAt = line.madeAt
        await migrate(trx, line.schema)
      }
      if (line.type === 'row') {
        await put(line.table, line.row)
        report.rows += 1
      }
      if (line.type === 'photo') {
        await tools.putPhoto(line.sha256, Buffer.from(line.bytes, 'base64'))
        report.photos += 1
      }
      if (line.type === 'end') await put(null, null)
    }
    await migrate(trx)
    await putMeta(trx, 'epoch', epoch)
    await forgetPassing(trx)
    const detail = { madeAt: report.madeAt, epoch, rows: report.rows, photos: report.photos }
    await writeAudit(trx, tools, { kind: 'server' }, { action: 'server.restored', detail })
    return report
  })
}

/** Gathers rows of one table; a call without a table writes the rest. */
function batched(trx: Trx) {
  let table: TableName | null = null
  let rows: PlainRow[] = []
  return async (next: TableName | null, row: PlainRow | null) => {
    if (table !== null && (next !== table || rows.length >= rowsAtOnce)) {
      await writeRows(trx, table, rows)
      rows = []
    }
    table = next
    if (row !== null) rows.push(row)
  }
}
