// A finished draft becomes a record: the rules answer yes or say what is missing, then one transaction keeps it.
import { type CalendarDate } from '../../domain/calendar-date.ts'
import type { PhotoRole } from '../../domain/paper.ts'
import { completeRegistration } from '../../domain/registration/complete-registration.ts'
import { RegistrationDraft } from '../../domain/registration/draft.ts'
import type { Missing } from '../../domain/registration/missing.ts'
import { RegistrationV1 } from '../../protocol/records/registration.ts'
import { readDraft } from './read-draft.ts'
import { removePhoto } from './remove-photo.ts'
import { saveRecord, type SaveRecordResult } from './save-record.ts'
import type { Draft, Session } from './session.ts'

export type RegisterResult =
  | SaveRecordResult
  | { kind: 'incomplete'; missing: Missing[] }
  /** The draft is gone: it was saved by an earlier tap, or thrown away in another tab. */
  | { kind: 'noDraft' }

const confirmations: readonly PhotoRole[] = ['signature', 'thumbprint', 'witnessSignature']
const pictureOf = { signature: 'signature', thumbprint: 'thumbprint', witness: 'witnessSignature' } as const

/** A way of confirming that was given up leaves no picture behind. */
async function dropOtherConfirmations(session: Session, { id, photos }: Draft, kept: PhotoRole) {
  const dropped = photos.filter(({ role }) => confirmations.includes(role) && role !== kept)
  for (const photo of dropped) await removePhoto(session, id, photo)
  return photos.filter((photo) => !dropped.includes(photo))
}

/**
 * Saves the registration that a draft holds, as it was last saved.
 * @param today the tablet's day, by its own calendar.
 */
export async function registerBeneficiary(
  session: Session,
  draftId: string,
  today: CalendarDate,
): Promise<RegisterResult> {
  const draft = await readDraft(session, draftId)
  if (draft === null) return { kind: 'noDraft' }
  const content = RegistrationDraft.parse(draft.content)
  const completion = completeRegistration(content, { photos: draft.photos.map(({ role }) => role), today })
  if (completion.kind === 'incomplete') return completion
  const data = RegistrationV1.parse(completion.data)
  const photos = await dropOtherConfirmations(session, draft, pictureOf[data.confirmation.how])
  return saveRecord(session, {
    kind: 'registration',
    v: 1,
    commune: draft.commune,
    subject: draft.subject,
    ...(content.earlier !== null && { amends: content.earlier.id }),
    photos,
    data,
    draftId,
  })
}
