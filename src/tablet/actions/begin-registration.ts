// Opening a registration: a new person, a scanned card, somebody on the list, or a record that the office sent back.
import type { CitizenCard } from '../../domain/card-code/citizen-card.ts'
import type { CardField } from '../../domain/card-code/compare-card.ts'
import type { IdNumber } from '../../domain/citizen-id.ts'
import type { CommuneCode, RecordId } from '../../domain/ids.ts'
import { draftFromCard, personWithCard } from '../../domain/registration/draft-from-card.ts'
import { emptyDraft, RegistrationDraft } from '../../domain/registration/draft.ts'
import { draftFromEarlier, draftFromList } from '../../domain/registration/prefill-draft.ts'
import { parseIdNumber } from '../../domain/registration/read-person.ts'
import { RegistrationV1 } from '../../protocol/records/registration.ts'
import { listDrafts } from './list-drafts.ts'
import { listRecords } from './list-records.ts'
import { readRecord } from './read-record.ts'
import { saveDraft, type SaveDraftResult } from './save-draft.ts'
import type { Draft, Person, Session } from './session.ts'

/** What of a scanned card the officer wants in the form. */
type TakenFromCard = { card: CitizenCard; fields: readonly CardField[] }

export type RegistrationOrigin =
  | { from: 'nobody' }
  /** A stranger's card, or only the number on it. */
  | { from: 'card'; card: CitizenCard }
  | { from: 'card'; idNumber: IdNumber }
  | { from: 'list'; person: Person; card?: TakenFromCard }
  | { from: 'record'; id: RecordId }

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
  const drafts = (await listDrafts(session)).filter(({ kind }) => kind === 'registration')
  return drafts.find((draft) => isIt(draft, RegistrationDraft.parse(draft.content)))
}

async function beginStranger(session: Session, content: RegistrationDraft): Promise<BeginResult> {
  const { idNumber } = content.person
  const open = await findDraft(
    session,
    ({ subject }, { person, earlier }) =>
      subject === null && earlier === null && idNumber !== '' && parseIdNumber(person.idNumber) === idNumber,
  )
  if (open) return { kind: 'begun', draftId: open.id }
  const commune: CommuneCode | undefined = session.communes[0]?.code
  return commune === undefined ? { kind: 'noCommune' } : keep(session, { commune, subject: null }, content)
}

function draftOfNumber(idNumber: IdNumber): RegistrationDraft {
  const empty = emptyDraft()
  return { ...empty, person: { ...empty.person, idKind: idNumber.length === 9 ? 'cmnd' : 'cccd', idNumber } }
}

async function beginListed(
  session: Session,
  { beneficiary, entitlements }: Person,
  taken?: TakenFromCard,
): Promise<BeginResult> {
  const withCard = (content: RegistrationDraft): RegistrationDraft =>
    taken ? { ...content, person: personWithCard(content.person, taken.card, taken.fields) } : content
  const open = await findDraft(
    session,
    ({ subject }, content) => subject === beneficiary.id && content.earlier === null,
  )
  if (!open) {
    const content = withCard(draftFromList(beneficiary, entitlements))
    return keep(session, { commune: beneficiary.commune, subject: beneficiary.id }, content)
  }
  if (taken) {
    const { id, kind, commune, subject, content } = open
    const changed = withCard(RegistrationDraft.parse(content))
    const saved = await saveDraft(session, { id, kind, commune, subject, step: 'person', content: changed })
    if (saved.kind !== 'saved') return saved
  }
  return { kind: 'begun', draftId: open.id }
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
    case 'nobody':
      return beginStranger(session, emptyDraft())
    case 'card':
      return beginStranger(session, 'card' in origin ? draftFromCard(origin.card) : draftOfNumber(origin.idNumber))
    case 'list':
      return beginListed(session, origin.person, origin.card)
    case 'record':
      return beginAmending(session, origin.id)
  }
}
