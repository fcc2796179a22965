import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Beneficiary } from '../../../src/domain/beneficiary.ts'
import { CalendarDate } from '../../../src/domain/calendar-date.ts'
import type { RecordId } from '../../../src/domain/ids.ts'
import type { PhotoRole } from '../../../src/domain/paper.ts'
import { RegistrationDraft } from '../../../src/domain/registration/draft.ts'
import { RegistrationV1 } from '../../../src/protocol/records/registration.ts'
import { addPhoto } from '../../../src/tablet/actions/add-photo.ts'
import { beginRegistration } from '../../../src/tablet/actions/begin-registration.ts'
import { listDrafts } from '../../../src/tablet/actions/list-drafts.ts'
import { listRecords } from '../../../src/tablet/actions/list-records.ts'
import { lockVault } from '../../../src/tablet/actions/lock-vault.ts'
import { readDraft } from '../../../src/tablet/actions/read-draft.ts'
import { readRecord } from '../../../src/tablet/actions/read-record.ts'
import { registerBeneficiary } from '../../../src/tablet/actions/register-beneficiary.ts'
import { saveDraft } from '../../../src/tablet/actions/save-draft.ts'
import type { Session } from '../../../src/tablet/actions/session.ts'
import { typedDraft } from '../../domain/registration/typed.ts'
import { feedLines } from '../../support/made-up-people.ts'
import { startModelServer } from '../../support/model-server.ts'
import { enrolled, nodeTools } from '../../support/node-tablet.ts'
import { homeCommune } from '../../support/test-server.ts'
import { madeUpPhoto } from '../../support/test-tablet.ts'

const onList = feedLines(1, homeCommune).flatMap(({ change }) =>
  change.type === 'beneficiary' ? [Beneficiary.parse(change)] : [],
)[0] as Beneficiary
const today = CalendarDate.parse('2026-11-23')
let session: Session

beforeEach(async () => {
  const server = startModelServer()
  session = await enrolled(nodeTools(server.send), server.newCode())
})
afterEach(() => lockVault(session))

async function begun(): Promise<string> {
  const result = await beginRegistration(session, { from: 'nobody' })
  if (result.kind !== 'begun') throw new Error(`beginning ended in ${result.kind}`)
  return result.draftId
}

async function type(draftId: string, content: RegistrationDraft): Promise<void> {
  const draft = await readDraft(session, draftId)
  if (draft === null) throw new Error('no draft')
  const { savedAt: _savedAt, photos: _photos, ...kept } = draft
  expect(await saveDraft(session, { ...kept, content })).toMatchObject({ kind: 'saved' })
}

async function photograph(draftId: string, role: PhotoRole): Promise<void> {
  const photo = { role, bytes: new Uint8Array(madeUpPhoto()), type: 'image/jpeg' as const }
  expect(await addPhoto(session, draftId, photo)).toMatchObject({ kind: 'added' })
}

describe('registering', () => {
  it('turns a whole draft with its photos into one record, and the draft is gone', async () => {
    const draftId = await begun()
    await type(draftId, typedDraft())
    await photograph(draftId, 'cardFront')
    await photograph(draftId, 'signature')
    const result = await registerBeneficiary(session, draftId, today)
    expect(result).toMatchObject({ kind: 'saved', seq: 1 })
    expect(await listDrafts(session)).toEqual([])
    const record = await readRecord(session, (result as { id: RecordId }).id)
    expect(RegistrationV1.parse(record?.data).person.name).toBe('Nguyễn Thị Tuyết')
    expect(record?.photos.map(({ role }) => role)).toEqual(['cardFront', 'signature'])
    expect(await registerBeneficiary(session, draftId, today)).toEqual({ kind: 'noDraft' })
    expect(await listRecords(session)).toHaveLength(1)
  })

  it('saves nothing while something is missing, and says what', async () => {
    const draftId = await begun()
    await type(draftId, typedDraft({ person: { name: '' } }))
    expect(await registerBeneficiary(session, draftId, today)).toEqual({
      kind: 'incomplete',
      missing: ['name', 'signature'],
    })
    expect(await listRecords(session)).toEqual([])
    expect(await listDrafts(session)).toHaveLength(1)
  })

  it('leaves out the picture of a confirmation that was given up', async () => {
    const draftId = await begun()
    await type(draftId, typedDraft({ confirmation: { how: 'thumbprint' } }))
    await photograph(draftId, 'signature')
    await photograph(draftId, 'thumbprint')
    const result = await registerBeneficiary(session, draftId, today)
    const record = await readRecord(session, (result as { id: RecordId }).id)
    expect(record?.photos.map(({ role }) => role)).toEqual(['thumbprint'])
  })

  it('opens the draft that is there already for a person of the list', async () => {
    const origin = { from: 'list', person: { beneficiary: onList, entitlements: [] } } as const
    const first = await beginRegistration(session, origin)
    expect(await beginRegistration(session, origin)).toEqual(first)
    expect(await listDrafts(session)).toMatchObject([{ subject: onList.id, commune: onList.commune }])
  })
})

describe('a record that came back', () => {
  it('is taken up again as a draft with what it said, and amended by a new record', async () => {
    const draftId = await begun()
    await type(draftId, typedDraft())
    await photograph(draftId, 'signature')
    const first = (await registerBeneficiary(session, draftId, today)) as { id: RecordId }
    const begunAgain = await beginRegistration(session, { from: 'record', id: first.id })
    expect(await beginRegistration(session, { from: 'record', id: first.id })).toEqual(begunAgain)
    const again = (begunAgain as { draftId: string }).draftId
    const draft = await readDraft(session, again)
    const content = RegistrationDraft.parse(draft?.content)
    expect(content.person.name).toBe('Nguyễn Thị Tuyết')
    expect(content.earlier).toMatchObject({ id: first.id, photos: ['signature'] })
    // The earlier signature confirmed the earlier words.
    await type(again, { ...content, confirmation: { how: 'signature', witness: '' } })
    expect(await registerBeneficiary(session, again, today)).toEqual({ kind: 'incomplete', missing: ['signature'] })
    await photograph(again, 'signature')
    const second = (await registerBeneficiary(session, again, today)) as { id: RecordId }
    expect(await readRecord(session, second.id)).toMatchObject({ amends: first.id })
  })

  it('that is not on this tablet can not be taken up', async () => {
    const id = session.tools.newId() as RecordId
    expect(await beginRegistration(session, { from: 'record', id })).toEqual({ kind: 'noRecord' })
  })
})
