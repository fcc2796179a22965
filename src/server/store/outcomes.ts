// What became of a record, as the member of staff who recorded it is told.
import type { CommuneCode, RecordId, StaffId } from '../../domain/ids.ts'
import { Paper } from '../../domain/paper.ts'
import { OutcomeLine } from '../../protocol/changes.ts'
import { QuarantineReason } from '../../protocol/push.ts'
import { type Change, recordChanges, staffFeed } from './feed.ts'
import { photosMissingOf } from './photos.ts'
import type { Trx } from './transaction.ts'

/**
 * Writes the outcome of these records anew, from what the database says now. To be called by whoever changed something
 * of it, in the same transaction: a decision, a photo that became whole, a release from quarantine.
 */
export async function tellOutcomes(trx: Trx, staffId: StaffId, recordIds: readonly string[]): Promise<void> {
  if (recordIds.length === 0) return
  const ids = recordIds as RecordId[]
  const envelopes = await trx
    .selectFrom('envelope')
    .select(['record_id', 'commune', 'status', 'reasons', 'decided_at'])
    .where('record_id', 'in', ids)
    .where('staff_id', '=', staffId)
    .where('status', '!=', 'duplicate')
    .orderBy('received_at')
    .execute()
  const registrations = await trx.selectFrom('registration').selectAll().where('id', 'in', ids).execute()
  const registrationOf = new Map(registrations.map((row) => [row.id, row]))
  const missing = await photosMissingOf(trx, ids)
  const changes = envelopes.flatMap((row): Change[] => {
    if (row.record_id === null) return []
    const registration = registrationOf.get(row.record_id)
    const decidedAt = registration?.decided_at ?? row.decided_at
    const line = OutcomeLine.safeParse({
      type: 'outcome',
      id: row.record_id,
      commune: row.commune as CommuneCode,
      status: row.status === 'accepted' || row.status === 'released' ? 'accepted' : 'quarantined',
      reasons: QuarantineReason.array().parse(JSON.parse(row.reasons)),
      missingPhotos: missing.get(row.record_id) ?? [],
      review: registration?.state ?? null,
      papers: Paper.array().parse(JSON.parse(registration?.papers ?? '[]')),
      note: registration?.note ?? null,
      account: registration?.account ?? 'none',
      beneficiary: registration?.beneficiary_id ?? null,
      decidedAt: decidedAt === null ? null : new Date(decidedAt).toISOString(),
    })
    // A record without a proper id or commune has no place in the feed; its answer was the push's.
    return line.success ? [{ thing: 'outcome', id: row.record_id, line: line.data }] : []
  })
  await recordChanges(trx, staffFeed(staffId), changes)
}
