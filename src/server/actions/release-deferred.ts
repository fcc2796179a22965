// Records of a format that this server did not know when they came were kept and deferred. After an update that knows it they
// are judged anew, without anybody asking; whatever else is wrong with them is still left to the office.
import { writeAudit } from '../store/audit.ts'
import { tellOutcomes } from '../store/outcomes.ts'
import { type Deferred, deferredRecords, findQuarantined, settleQuarantined } from '../store/quarantine.ts'
import { inTransaction } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { takeQuarantined } from './decide-quarantined.ts'

/** Takes every deferred record that today's formats can read. @returns how many. */
export async function releaseDeferred(tools: ServerTools): Promise<number> {
  let released = 0
  for (const deferred of await deferredRecords(tools.db)) if (await releaseOne(tools, deferred)) released += 1
  return released
}

function releaseOne(tools: ServerTools, { profile_id, seq, commune }: Deferred): Promise<boolean> {
  return inTransaction(tools.db, async (trx) => {
    const everywhere = { communes: commune === null ? [] : [commune], all: true }
    const row = await findQuarantined(trx, everywhere, profile_id, seq)
    if (row?.status !== 'quarantined') return false
    const judged = await takeQuarantined(trx, tools, row)
    if (judged.status === 'quarantined') return false
    await settleQuarantined(trx, profile_id, seq, { ...judged, by: null, at: tools.now() })
    const detail = { recordId: row.record_id }
    const thing = { thing: 'envelope', thingId: `${profile_id}/${seq}` }
    await writeAudit(trx, tools, { kind: 'server' }, { action: 'quarantine.taken', commune, ...thing, detail })
    if (row.record_id !== null) await tellOutcomes(trx, row.staff_id, [row.record_id])
    return true
  })
}
