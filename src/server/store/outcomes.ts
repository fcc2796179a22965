// What became of a record, as the member of staff who recorded it is told.
import type { BeneficiaryId, CommuneCode, PhotoHash, RecordId, StaffId } from '../../domain/ids.ts'
import { Paper } from '../../domain/paper.ts'
import { OutcomeLine } from '../../protocol/changes.ts'
import { QuarantineReason } from '../../protocol/push.ts'
import { envelopesOfRecords } from './envelopes.ts'
import { type Change, recordChanges, staffFeed } from './feed.ts'
import { paymentOutcomes } from './payment-outcomes.ts'
import { photosMissingOf } from './photos.ts'
import { registrationsOf } from './registrations.ts'
import type { Trx } from './transaction.ts'

/** The outcome of a record that has just come: nobody has decided anything, so nothing needs to be asked. */
export type NewOutcome = {
  id: RecordId
  commune: CommuneCode
  status: 'accepted' | 'quarantined'
  reasons: readonly QuarantineReason[]
  missingPhotos: readonly PhotoHash[]
  /** `new` for what the office will look at. */
  review: 'new' | null
  beneficiary: BeneficiaryId | null
}

/**
 * Writes the outcome of these records anew, from what the database says now. To be called by whoever changed something
 * of it, in the same transaction: a decision, a photo that became whole, a release from quarantine.
 * @param fresh outcomes that are known already; one that `recordIds` names too is read.
 */
export async function tellOutcomes(
  trx: Trx,
  staffId: StaffId,
  recordIds: readonly string[],
  fresh: readonly NewOutcome[] = [],
): Promise<void> {
  const read = await readOutcomes(trx, staffId, recordIds)
  await recordChanges(trx, staffFeed(staffId), [...fresh.map(changeOfNew), ...read])
}

function changeOfNew(outcome: NewOutcome): Change {
  const line = {
    type: 'outcome' as const,
    id: outcome.id,
    commune: outcome.commune,
    status: outcome.status,
    reasons: [...outcome.reasons],
    missingPhotos: [...outcome.missingPhotos],
    review: outcome.review,
    papers: [],
    note: null,
    account: 'none' as const,
    beneficiary: outcome.beneficiary,
    decidedAt: null,
  }
  return { thing: 'outcome', id: outcome.id, line }
}

async function readOutcomes(trx: Trx, staffId: StaffId, recordIds: readonly string[]): Promise<Change[]> {
  if (recordIds.length === 0) return []
  const envelopes = await envelopesOfRecords(trx, staffId, recordIds)
  const communes = new Set(envelopes.flatMap(({ commune }) => commune ?? []))
  const registrations = await registrationsOf(trx, recordIds)
  const registrationOf = new Map(registrations.map((row) => [row.id, row]))
  const missing = await photosMissingOf(trx, recordIds)
  const others = envelopes.flatMap(({ record_id }) =>
    record_id === null || registrationOf.has(record_id) ? [] : [record_id],
  )
  const payments = await paymentOutcomes(trx, [...communes] as CommuneCode[], others)
  return envelopes.flatMap((row): Change[] => {
    if (row.record_id === null || row.status === 'duplicate') return []
    const registration = registrationOf.get(row.record_id)
    const decidedAt = registration?.decided_at ?? row.decided_at
    const payment = payments.get(row.record_id)
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
      ...(payment && { payment }),
    })
    // A record without a proper id or commune has no place in the feed; its answer was the push's.
    return line.success ? [{ thing: 'outcome', id: row.record_id, line: line.data }] : []
  })
}
