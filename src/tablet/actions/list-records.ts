import { RegistrationV1 } from '../../protocol/records/registration.ts'
import type { RecordBody, RecordPhoto } from '../../protocol/record.ts'
import { keptRecords } from '../store/kept-records.ts'
import type { PhotoRow } from '../store/tablet-database.ts'
import type { ListedPhoto, ListedRecord, Session } from './session.ts'

/** Every record that the tablet keeps, the newest first. @throws StoreClosed */
export async function listRecords({ store, list }: Session): Promise<ListedRecord[]> {
  const records = await keptRecords(store)
  return records.map(({ row, body, photos, outcome }) => ({
    seq: row.seq,
    id: body.id,
    kind: body.kind,
    at: body.at,
    subject: body.subject,
    amends: body.amends ?? null,
    name: nameIn(body) ?? (body.subject && (list.listed(body.subject)?.beneficiary.name ?? null)),
    state: row.state,
    reasons: row.reasons,
    photos: body.photos.map((photo) => listedPhoto(photo, photos.get(photo.sha256))),
    outcome,
  }))
}

/** A registration says the name itself; of other records the list knows it. */
function nameIn({ kind, data }: RecordBody): string | null {
  const said = kind === 'registration' ? RegistrationV1.safeParse(data) : null
  return said?.success ? said.data.person.name : null
}

function listedPhoto({ sha256, role, bytes }: RecordPhoto, row: PhotoRow | undefined): ListedPhoto {
  return { sha256, role, bytes, sent: row?.sent ?? 0, state: row === undefined ? 'lost' : stateOf(row) }
}

function stateOf({ state, sent, bytes }: PhotoRow): ListedPhoto['state'] {
  if (state !== 'held') return state
  return sent >= bytes ? 'sent' : 'waiting'
}
