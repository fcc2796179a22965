// What accepted records change beside the chain, and which photos belong to what.
//
// The seam: `effects` has one function for each kind of record. A kind that needs more than a few lines has its function
// in a file of its own (`apply-registrations.ts`) and is named here. It is called once a batch, inside the transaction
// that stores the envelopes, after all of them are stored, with the records of its kind that have effect, in the order
// of the chain. What it writes is undone with the batch; it may run again when the transaction lost a race.
import type { StaffId } from '../../domain/ids.ts'
import type { RecordBody, RecordKind } from '../../protocol/record.ts'
import type { RegistrationV1 } from '../../protocol/records/registration.ts'
import type { SettlementV1 } from '../../protocol/records/settlement.ts'
import { insertPhotoUses } from '../store/photos.ts'
import type { Trx } from '../store/transaction.ts'
import type { Author, Fact } from '../fact.ts'
import { applyPayments, type Taking } from './apply-payments.ts'
import { applyRegistrations, supersedeEarlier } from './apply-registrations.ts'
import { applySettlements } from './apply-settlements.ts'

type Applied = {
  envelope: { seq: number }
  read: { record: RecordBody | null }
  status: string
}

/** Gives effect to the records of one kind. */
type Effect = (trx: Trx, author: Author, facts: readonly Fact<unknown>[], taking: Taking) => Promise<void>

const effects: Readonly<Record<RecordKind, Effect>> = {
  // `readRecord` has read the data of every record that has effect by the format of its kind.
  registration: (trx, author, facts, { at }) =>
    applyRegistrations(trx, author, facts as readonly Fact<RegistrationV1>[], at),
  payment: applyPayments,
  visit: applyPayments,
  correction: applyPayments,
  settlement: (trx, author, facts, taking) =>
    applySettlements(trx, author, facts as readonly Fact<SettlementV1>[], taking),
}

/** Gives effect to the accepted records among these; those of any other status have none. */
export async function applyRecords(
  trx: Trx,
  author: Author,
  judged: readonly Applied[],
  taking: Taking,
): Promise<void> {
  const facts = judged.flatMap(({ envelope, read, status }): Fact<unknown>[] =>
    read.record !== null && (status === 'accepted' || status === 'released')
      ? [{ seq: envelope.seq, record: read.record, data: read.record.data }]
      : [],
  )
  const byKind = Map.groupBy(facts, ({ record }) => record.kind)
  for (const [kind, ofKind] of byKind) await effects[kind](trx, author, ofKind, taking)
  await supersedeEarlier(trx, facts)
}

/** Notes which photos the records speak of; also of quarantined ones, so that the office can see them. */
export async function claimPhotos(trx: Trx, author: { staffId: StaffId }, judged: readonly Applied[]): Promise<void> {
  await insertPhotoUses(
    trx,
    judged.flatMap(({ read: { record }, status }) =>
      record === null || status === 'duplicate'
        ? []
        : record.photos.map((photo) => ({
            commune: record.commune,
            sha256: photo.sha256,
            record_id: record.id,
            staff_id: author.staffId,
            role: photo.role,
            type: photo.type,
            bytes: photo.bytes,
          })),
    ),
  )
}
