import { beforeEach, describe, expect, it } from 'vitest'
import { lockVault } from '../../../src/tablet/actions/lock-vault.ts'
import { listRecords } from '../../../src/tablet/actions/list-records.ts'
import { saveDraft } from '../../../src/tablet/actions/save-draft.ts'
import { addPhoto } from '../../../src/tablet/actions/add-photo.ts'
import type { Session } from '../../../src/tablet/actions/session.ts'
import { noteContact } from '../../../src/tablet/store/contact-notes.ts'
import { applyPage, position } from '../../../src/tablet/store/list-pages.ts'
import { nextEnvelopes, settlePush } from '../../../src/tablet/store/outbox.ts'
import { beneficiaryLine, refsOf, tanAn } from '../../support/feed-lines.ts'
import { startModelServer } from '../../support/model-server.ts'
import { enrolled, nodeTools, register, unlocked } from '../../support/node-tablet.ts'

const day = 24 * 60 * 60_000
const start = Date.UTC(2026, 10, 23, 1)
const server = startModelServer()
let now: number
let session: Session

beforeEach(async () => {
  now = start
  session = await enrolled(nodeTools(server.send, { now: () => now }), server.newCode())
})

async function again(): Promise<void> {
  lockVault(session)
  session = await unlocked(session.tools, session.profileId)
}

async function settle(status: 'accepted' | 'quarantined', missingPhotos: 'all' | 'none' = 'none'): Promise<void> {
  const { envelopes } = await nextEnvelopes(session.store, { fromSeq: 1, maxCount: 100, maxBytes: 1e9 })
  const photos = await session.store.db.photos.toArray()
  const missing = missingPhotos === 'all' ? photos.map(({ sha256 }) => sha256) : []
  const results = envelopes.map(({ seq }) => ({ seq, id: null, status, missingPhotos: missing }))
  await settlePush(session.store, envelopes, results)
}

/** What is on the disk. */
async function held(): Promise<{ records: number; chunks: number; photos: number }> {
  const { records, photoChunks, photos } = session.store.db
  return { records: await records.count(), chunks: await photoChunks.count(), photos: await photos.count() }
}

describe('what the server has', () => {
  beforeEach(async () => {
    await register(session, [100_000])
    await noteContact(session.store, start)
  })

  it('is kept for 30 days, its photos for 7, by the clock of the server', async () => {
    await settle('accepted')
    await noteContact(session.store, start + 6 * day)
    await again()
    expect(await held()).toEqual({ records: 1, chunks: 2, photos: 1 })
    await noteContact(session.store, start + 8 * day)
    await again()
    expect(await held()).toEqual({ records: 1, chunks: 0, photos: 1 })
    expect((await listRecords(session))[0]?.photos[0]?.state).toBe('complete')
    await noteContact(session.store, start + 31 * day)
    await again()
    expect(await held()).toEqual({ records: 0, chunks: 0, photos: 0 })
  })

  it('F17: is not thrown away because the clock of the tablet jumped', async () => {
    await settle('accepted')
    now = start + 400 * day
    await again()
    expect(await held()).toEqual({ records: 1, chunks: 2, photos: 1 })
  })

  it('is kept with every photo that it does not have yet, however long that takes', async () => {
    await settle('accepted', 'all')
    await noteContact(session.store, start + 400 * day)
    await again()
    expect(await held()).toEqual({ records: 1, chunks: 2, photos: 1 })
  })

  it('stays visible while it is in quarantine', async () => {
    await settle('quarantined')
    await noteContact(session.store, start + 400 * day)
    await again()
    expect((await held()).records).toBe(1)
  })

  it('never includes what still waits', async () => {
    await noteContact(session.store, start + 400 * day)
    await again()
    expect(await held()).toEqual({ records: 1, chunks: 2, photos: 1 })
  })
})

describe('photos that belong to nothing', () => {
  it('go after a day; those of a draft stay', async () => {
    const photo = { role: 'person' as const, type: 'image/jpeg' as const }
    await saveDraft(session, {
      id: 'draft',
      kind: 'registration',
      commune: tanAn,
      subject: null,
      step: 'x',
      content: {},
    })
    await addPhoto(session, 'draft', { ...photo, bytes: new Uint8Array([1, 2, 3]) })
    await addPhoto(session, 'no such draft', { ...photo, bytes: new Uint8Array([4, 5, 6]) })
    await again()
    expect((await held()).photos).toBe(2)
    now += 2 * day
    await again()
    expect(await held()).toEqual({ records: 0, chunks: 1, photos: 1 })
  })
})

describe('S15: the list', () => {
  async function listed(): Promise<void> {
    const page = { epoch: 'e1', communes: refsOf(tanAn), lines: [beneficiaryLine()], more: false }
    await applyPage(session.store, { ...page, from: (await position(session.store)).cursor, cursor: 'c1' })
  }

  beforeEach(async () => {
    await register(session)
    await noteContact(session.store, start)
    await listed()
  })

  it('goes when the server was not heard for 14 days; the outbox stays', async () => {
    now = start + 13 * day
    await again()
    expect(session.list.people().length).toBe(1)
    now = start + 15 * day
    await again()
    expect(session.listState).toBe('expired')
    expect(session.list.people()).toEqual([])
    expect(await session.store.db.pages.count()).toBe(0)
    expect(await session.store.db.outbox.count()).toBe(1)
  })

  it('does not live longer because the clock was set back', async () => {
    now = start + 13 * day
    await again()
    now = start - 100 * day
    await again()
    expect(session.listState).toBe('held')
    now = start + 15 * day
    await again()
    now = start - 100 * day
    await again()
    expect(session.listState).toBe('expired')
  })

  it('comes back with the next sync', async () => {
    now = start + 15 * day
    await again()
    expect(await position(session.store)).toEqual({ cursor: null, epoch: null })
    await noteContact(session.store, now)
    await listed()
    await again()
    expect(session.listState).toBe('held')
    expect(session.list.people().length).toBe(1)
  })
})
