// What accepted records change beside the chain: registrations for the office, and which photos belong to what.
import type { StaffId } from '../../domain/ids.ts'
import { searchKey } from '../../domain/person-name.ts'
import type { RecordBody } from '../../protocol/record.ts'
import { RegistrationV1 } from '../../protocol/records/registration.ts'
import type { TabletActor } from '../actor.ts'
import { insertPhotoUses } from '../store/photos.ts'
import { insertRegistrations, type NewRegistration, supersede } from '../store/registrations.ts'
import type { Trx } from '../store/transaction.ts'

type Applied = {
  envelope: { seq: number }
  read: { record: RecordBody | null }
  status: string
}

type Author = Pick<TabletActor, 'profileId' | 'staffId'>

/** Gives effect to the accepted records among these; those of any other status have none. */
export async function applyRecords(trx: Trx, author: Author, judged: readonly Applied[], at: number): Promise<void> {
  const effective = judged.flatMap(({ envelope, read, status }) =>
    read.record !== null && (status === 'accepted' || status === 'released')
      ? [{ seq: envelope.seq, record: read.record }]
      : [],
  )
  const registrations = effective.filter(({ record }) => record.kind === 'registration')
  await insertRegistrations(
    trx,
    registrations.map(({ seq, record }) => registrationOf(author, seq, record, at)),
  )
  for (const { record } of effective) {
    const earlier = record.amends ?? record.voids
    if (earlier !== undefined) await supersede(trx, record.commune, earlier, record.id)
  }
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

function registrationOf(author: Author, seq: number, record: RecordBody, at: number): NewRegistration {
  const data = RegistrationV1.parse(record.data)
  return {
    commune: record.commune,
    id: record.id,
    profile_id: author.profileId,
    seq,
    staff_id: author.staffId,
    subject: record.subject,
    beneficiary_id: record.subject,
    name: data.person.name,
    name_key: searchKey(data.person.name),
    id_number: data.person.idNumber,
    data: JSON.stringify(data),
    data_version: record.v,
    recorded_at: Date.parse(record.at),
    received_at: at,
    amends: record.amends ?? null,
    superseded_by: null,
    state: 'new',
    papers: '[]',
    note: null,
    account: 'none',
    decided_by: null,
    decided_at: null,
  }
}
