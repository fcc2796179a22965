// Opening a registration: a new person, somebody on the list, or a record that the office sent back.
import type { CommuneCode, RecordId } from '../../domain/ids.ts'
import { emptyDraft, RegistrationDraft } from '../../domain/registration/draft.ts'
import { draftFromEarlier, draftFromList } from '../../domain/registration/prefill-draft.ts'
import { RegistrationV1 } from '../../protocol/records/registration.ts'
import { listDrafts } from './list-drafts.ts'
import { listRecords } from './list-records.ts'
import { readRecord } from './read-record.ts'
import { saveDraft, type SaveDraftResult } from './save-draft.ts'
import type { Draft, Person, Session } from './session.ts'

export type RegistrationOrigin =
  { from: 'nobody' } | { from: 'list'; person: Person } | { from: 'record'; id: RecordId }

export type BeginResult =
  | { kind: 'begun'; draftId: string }
  | Exclude<SaveDraftResult, { kind: 'saved' }>
  /** The profile has no commune to register anybody in. */
  | { kind: 'noCommune' }
  /** The earlier record is not, or no longer, on this tablet. */
  | { kind: 'noRecord' }

function keep(session: Session, draft: Pick<Draft, 'commune' | 'subject'>, content: RegistrationDraft) {
  const id = session.tools.newId()
  return saveDraft(session, { id, kind: 'registration', step: 'person', ...draft, content }).then(
    (saved): BeginResult => (saved.kind === 'saved' ? { kind: 'begun', draftId: id } : saved),
  )
}

async function findDraft(session: Session, isIt: (draft: Draft, content: RegistrationDraft) => boolean) {
  const drafts = await listDrafts(session)
  return drafts.find((draft) => isIt(draft, RegistrationDraft.parse(draft.content)))
}

async function beginAmending(session: Session, id: RecordId): Promise<BeginResult> {
  const open = await findDraft(session, (_, content) => content.earlier?.id === id)
  if (open) return { kind: 'begun', draftId: open.id }
  const record = await readRecord(session, id)
  const data = RegistrationV1.safeParse(record?.data)
  if (record === null || !data.success) return { kind: 'noRecord' }
  const listed = (await listRecords(session)).find((one) => one.id === id)
  const earlier = {
    id,
    photos: record.photos.map(({ role }) => role),
    asked: listed?.outcome?.papers ?? [],
    note: listed?.outcome?.note ?? null,
  }
  const subject = record.subject ?? listed?.outcome?.beneficiary ?? null
  return keep(session, { commune: record.commune, subject }, draftFromEarlier(data.data, earlier))
}

/** Finds the draft that is already open for this, or opens one. It is on disk when this returns. */
export async function beginRegistration(session: Session, origin: RegistrationOrigin): Promise<BeginResult> {
  switch (origin.from) {
    case 'nobody': {
      const commune: CommuneCode | undefined = session.communes[0]?.code
      return commune === undefined ? { kind: 'noCommune' } : keep(session, { commune, subject: null }, emptyDraft())
    }
    case 'list': {
      const { beneficiary, entitlements } = origin.person
      const open = await findDraft(
        session,
        ({ subject }, content) => subject === beneficiary.id && content.earlier === null,
      )
      if (open) return { kind: 'begun', draftId: open.id }
      const content = draftFromList(beneficiary, entitlements)
      return keep(session, { commune: beneficiary.commune, subject: beneficiary.id }, content)
    }
    case 'record':
      return beginAmending(session, origin.id)
  }
}
