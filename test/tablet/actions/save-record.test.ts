import { beforeEach, describe, expect, it } from 'vitest'
import { RecordBody } from '../../../src/protocol/record.ts'
import { isSignedBy } from '../../../src/protocol/envelope.ts'
import { addPhoto } from '../../../src/tablet/actions/add-photo.ts'
import { discardDraft } from '../../../src/tablet/actions/discard-draft.ts'
import { listDrafts } from '../../../src/tablet/actions/list-drafts.ts'
import { listRecords } from '../../../src/tablet/actions/list-records.ts'
import { lockVault } from '../../../src/tablet/actions/lock-vault.ts'
import { momentAt } from '../../../src/tablet/actions/moment-at.ts'
import { readDraft } from '../../../src/tablet/actions/read-draft.ts'
import { readPhoto } from '../../../src/tablet/actions/read-photo.ts'
import { removePhoto } from '../../../src/tablet/actions/remove-photo.ts'
import { saveDraft } from '../../../src/tablet/actions/save-draft.ts'
import { type NewRecord, saveRecord } from '../../../src/tablet/actions/save-record.ts'
import type { Session } from '../../../src/tablet/actions/session.ts'
import { noteContact } from '../../../src/tablet/store/contact-notes.ts'
import { nextEnvelopes } from '../../../src/tablet/store/outbox.ts'
import { startModelServer } from '../../support/model-server.ts'
import { enrolled, nodeTools, unlocked } from '../../support/node-tablet.ts'
import { madeUpPhoto, registrationData } from '../../support/test-tablet.ts'

const server = startModelServer()
const start = Date.UTC(2026, 10, 23, 1)
let session: Session
let now = start

const photo = (bytes = 60_000) => ({ type: 'image/jpeg' as const, bytes: new Uint8Array(madeUpPhoto(bytes)) })
const draft = (id: string, step = 'person') => ({
  id,
  kind: 'registration' as const,
  commune: session.communes[0]?.code ?? ('' as never),
  subject: null,
  step,
  content: { name: 'Nguyễn Thị Nháp' },
})
const fact = (more: Partial<NewRecord> = {}): NewRecord => ({
  kind: 'registration',
  v: 1,
  commune: session.communes[0]?.code ?? ('' as never),
  subject: null,
  photos: [],
  data: registrationData({ name: 'Trần Văn Thật' }),
  ...more,
})

beforeEach(async () => {
  now = start
  session = await enrolled(nodeTools(server.send, { now: () => now }), server.newCode())
})

describe('a saved record', () => {
  it('is what the server reads: its body keeps the format, its signature is of the key that was enrolled', async () => {
    await noteContact(session.store, start + 90_000)
    const saved = await saveRecord(session, fact())
    const { envelopes } = await nextEnvelopes(session.store, { fromSeq: 1, maxCount: 9, maxBytes: 1e9 })
    const [envelope] = envelopes
    if (!envelope || saved.kind !== 'saved') throw new Error('not saved')
    const body = RecordBody.parse(JSON.parse(envelope.body))
    expect(body).toMatchObject({ id: saved.id, kind: 'registration', v: 1, clockSkewMs: 90_000, at: momentAt(start) })
    const key = server.profiles.get(session.profileId)?.key.export({ format: 'jwk' }) as JsonWebKey
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
    const verify = await crypto.subtle.importKey('jwk', key, algorithm, false, ['verify'])
    expect(await isSignedBy(verify, envelope)).toBe(true)
  })

  it('takes its draft with it and keeps the photos that it names; those it does not name go', async () => {
    await saveDraft(session, draft('one'))
    const kept = await addPhoto(session, 'one', { role: 'cardFront', ...photo() })
    const left = await addPhoto(session, 'one', { role: 'other', ...photo() })
    if (kept.kind !== 'added' || left.kind !== 'added') throw new Error('not added')
    await saveRecord(session, fact({ photos: [kept.photo], draftId: 'one' }))
    expect(await listDrafts(session)).toEqual([])
    expect((await readPhoto(session, kept.photo.sha256))?.type).toBe('image/jpeg')
    expect(await readPhoto(session, left.photo.sha256)).toBeNull()
    expect(await session.store.db.photoChunks.count()).toBe(2)
    expect(await listRecords(session)).toMatchObject([
      { seq: 1, name: 'Trần Văn Thật', state: 'waiting', photos: [{ role: 'cardFront', state: 'waiting', sent: 0 }] },
    ])
  })

  it('tells whoever watches the store', async () => {
    let told = 0
    session.store.subscribe(() => (told += 1))
    await saveRecord(session, fact())
    expect(told).toBe(1)
  })

  it('is refused when the vault is locked', async () => {
    lockVault(session)
    expect(await saveRecord(session, fact())).toEqual({ kind: 'storeGone' })
    expect(await saveDraft(session, draft('one'))).toEqual({ kind: 'storeGone' })
    expect(await addPhoto(session, 'one', { role: 'other', ...photo() })).toEqual({ kind: 'storeGone' })
  })
})

describe('a draft', () => {
  it('comes back to the same step after the app was killed, with every photo that was taken, saved since or not', async () => {
    await saveDraft(session, draft('one', 'papers'))
    now += 1000
    const first = await addPhoto(session, 'one', { role: 'cardFront', ...photo() })
    now += 1000
    const second = await addPhoto(session, 'one', { role: 'cardBack', ...photo() })
    const { tools, profileId } = session
    session = await unlocked(nodeTools(server.send, { ...tools, now: () => now }), profileId)
    const found = await readDraft(session, 'one')
    expect(found).toMatchObject({ id: 'one', step: 'papers', savedAt: start, content: { name: 'Nguyễn Thị Nháp' } })
    expect(found?.photos).toEqual([first, second].map((added) => (added.kind === 'added' ? added.photo : null)))
  })

  it('that was saved last is listed first', async () => {
    await saveDraft(session, draft('one'))
    now += 1000
    await saveDraft(session, draft('two'))
    now += 1000
    await saveDraft(session, draft('one'))
    expect((await listDrafts(session)).map(({ id }) => id)).toEqual(['one', 'two'])
  })

  it('that is thrown away takes only its own photos with it', async () => {
    const shared = photo()
    for (const id of ['one', 'two']) {
      await saveDraft(session, draft(id))
      await addPhoto(session, id, { role: 'person', ...shared })
    }
    await discardDraft(session, 'one')
    const two = await readDraft(session, 'two')
    expect(await readDraft(session, 'one')).toBeNull()
    expect((await readPhoto(session, two?.photos[0]?.sha256 ?? ('' as never)))?.size).toBe(shared.bytes.length)
    await discardDraft(session, 'two')
    expect(await session.store.db.photoChunks.count()).toBe(0)
    expect(await session.store.db.photos.count()).toBe(0)
  })

  it('keeps a picture that is used in two roles until both are taken out', async () => {
    await saveDraft(session, draft('one'))
    const both = photo()
    const added = await addPhoto(session, 'one', { role: 'cardFront', ...both })
    await addPhoto(session, 'one', { role: 'other', ...both })
    if (added.kind !== 'added') throw new Error(added.kind)
    await removePhoto(session, 'one', { sha256: added.photo.sha256, role: 'cardFront' })
    expect((await readDraft(session, 'one'))?.photos.map(({ role }) => role)).toEqual(['other'])
    await removePhoto(session, 'one', { sha256: added.photo.sha256, role: 'other' })
    expect(await readPhoto(session, added.photo.sha256)).toBeNull()
  })
})

describe('a moment', () => {
  it('is written with the offset of the tablet and read back as the same', () => {
    expect(Date.parse(momentAt(start + 123))).toBe(start + 123)
    expect(momentAt(start)).toMatch(/^2026-11-2\dT\d\d:\d\d:00\.000[+-]\d\d:\d\d$/)
  })
})
