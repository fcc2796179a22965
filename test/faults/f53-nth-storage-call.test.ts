// F53: the Nth call of storage throws, for every N of every operation that writes. What must always hold, holds at each N.
import { describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { digestOf } from '../../src/protocol/holdings.ts'
import { enrolTablet } from '../../src/tablet/actions/enrol-tablet.ts'
import { listDrafts } from '../../src/tablet/actions/list-drafts.ts'
import { listProfiles } from '../../src/tablet/actions/list-profiles.ts'
import { lockVault } from '../../src/tablet/actions/lock-vault.ts'
import { saveDraft } from '../../src/tablet/actions/save-draft.ts'
import { addPhoto } from '../../src/tablet/actions/add-photo.ts'
import { saveRecord } from '../../src/tablet/actions/save-record.ts'
import type { Session } from '../../src/tablet/actions/session.ts'
import { unlockVault } from '../../src/tablet/actions/unlock-vault.ts'
import { genesisHash, envelopeHash } from '../../src/protocol/envelope.ts'
import { applyPage, holdingOf, position } from '../../src/tablet/store/list-pages.ts'
import { head, nextEnvelopes, settlePush } from '../../src/tablet/store/outbox.ts'
import { failingAt } from '../support/failing-storage.ts'
import { beneficiaryLine, dropLine, entitlementLine, refsOf, tanAn } from '../support/feed-lines.ts'
import { startModelServer } from '../support/model-server.ts'
import { enrolled, nodeTools, pin, register, unlocked } from '../support/node-tablet.ts'
import { madeUpPhoto, registrationData } from '../support/test-tablet.ts'

const server = startModelServer()
const words = ['UnknownError', 'InvalidStateError']
const all = { fromSeq: 1, maxCount: 1000, maxBytes: 1e9 }

/** Calls `once` for N = 1, 2, … until the Nth call is past the end of the work. @returns how many there were. */
async function everyCall(once: (nth: number) => Promise<boolean>): Promise<number> {
  for (let nth = 1; ; nth += 1) if (!(await once(nth))) return nth - 1
}

/** The chain is whole, the head is its end, and each record is in the outbox or settled. @returns its length. */
async function wholeChain({ store, profileId }: Session): Promise<number> {
  const rows = await store.db.records.toArray()
  const waiting = new Set(await store.db.outbox.toCollection().primaryKeys())
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1))
  for (const row of rows) expect(row.state === 'waiting').toBe(waiting.has(row.seq))
  expect(await head(store)).toEqual({ seq: rows.length, hash: rows.at(-1)?.hash ?? (await genesisHash(profileId)) })
  const { envelopes, unreadable } = await nextEnvelopes(store, all)
  expect(unreadable).toBeNull()
  for (const envelope of envelopes) expect(await envelopeHash(envelope)).toBe(rows[envelope.seq - 1]?.hash)
  return rows.length
}

async function again(session: Session): Promise<Session> {
  lockVault(session)
  return unlocked(session.tools, session.profileId)
}

describe.each(words)('F53: with %s at the Nth call', (word) => {
  it('a save leaves a record with its photo and no draft, or a draft with its photo and no record', async () => {
    const calls = await everyCall(async (nth) => {
      const session = await enrolled(nodeTools(server.send), server.newCode())
      const commune = session.communes[0]?.code ?? tanAn
      await saveDraft(session, { id: 'draft', kind: 'registration', commune, subject: null, step: 'x', content: {} })
      const added = await addPhoto(session, 'draft', {
        role: 'person',
        type: 'image/jpeg',
        bytes: new Uint8Array(madeUpPhoto()),
      })
      if (added.kind !== 'added') throw new Error(added.kind)
      const { reached, value } = await failingAt(nth, word, () =>
        saveRecord(session, {
          kind: 'registration',
          v: 1,
          commune,
          subject: null,
          photos: [added.photo],
          data: registrationData(),
          draftId: 'draft',
        }),
      )
      const later = await again(session)
      const saved = await wholeChain(later)
      const drafts = await listDrafts(later)
      const [photo] = await later.store.db.photos.toArray()
      expect(value?.kind === 'saved' ? saved : 1).toBe(1)
      if (saved === 1)
        expect({ drafts, seqs: photo?.seqs, uses: photo?.uses }).toEqual({ drafts: [], seqs: [1], uses: [] })
      else
        expect({ drafts: drafts.map((draft) => draft.photos), seqs: photo?.seqs }).toEqual({
          drafts: [[added.photo]],
          seqs: [],
        })
      lockVault(later)
      return reached
    })
    expect(calls).toBeGreaterThan(10)
  }, 60_000)

  it('an answer to a push is taken whole or not at all, and taking it again is harmless', async () => {
    const calls = await everyCall(async (nth) => {
      const session = await enrolled(nodeTools(server.send), server.newCode())
      for (let index = 0; index < 3; index += 1) await register(session, [2000])
      const { envelopes } = await nextEnvelopes(session.store, all)
      const results = [
        { seq: 1, id: null, status: 'accepted' as const, missingPhotos: [] },
        { seq: 2, id: null, status: 'quarantined' as const, reasons: ['bad_data' as const] },
      ]
      const { reached } = await failingAt(nth, word, () => settlePush(session.store, envelopes, results))
      const later = await again(session)
      expect(await wholeChain(later)).toBe(3)
      const waiting = await later.store.db.outbox.count()
      expect([1, 3]).toContain(waiting)
      const complete = await later.store.db.photos.where('state').equals('complete').count()
      expect(complete).toBe(waiting === 1 ? 1 : 0)
      await settlePush(later.store, envelopes, results)
      expect(await later.store.db.outbox.toCollection().primaryKeys()).toEqual([3])
      expect((await later.store.db.records.toArray()).map(({ state }) => state)).toEqual([
        'sent',
        'quarantined',
        'waiting',
      ])
      lockVault(later)
      return reached
    })
    expect(calls).toBeGreaterThan(10)
  }, 60_000)

  it('a page of changes is applied with its cursor or not at all, on disk and in memory', async () => {
    const calls = await everyCall(async (nth) => {
      const session = await enrolled(nodeTools(server.send), server.newCode())
      const { store } = session
      const [kept, dropped, changed] = [beneficiaryLine(), beneficiaryLine(), v7()]
      const before = [kept, dropped, beneficiaryLine({ id: changed }), entitlementLine(changed)]
      const page = { epoch: 'e1', communes: refsOf(tanAn), more: false }
      await applyPage(store, { ...page, from: null, lines: before, cursor: 'c1' })
      const fresh = [beneficiaryLine({ id: changed, name: 'Tên Mới' }), beneficiaryLine()]
      const drop = dropLine('beneficiary', 'id' in dropped.change ? dropped.change.id : '')
      const next = { ...page, from: 'c1', lines: [...fresh, drop], cursor: 'c2' }
      const texts = {
        c1: before.map(({ text }) => text),
        c2: [kept, before[3], ...fresh].map((line) => line?.text ?? ''),
      }

      const { reached } = await failingAt(nth, word, () => applyPage(store, next))
      const { cursor } = await position(store)
      const held = texts[cursor as keyof typeof texts]
      expect(await holdingOf(store, tanAn)).toEqual(digestOf(held))
      expect(session.list.people().length).toBe(3)
      const later = await again(session)
      expect((await position(later.store)).cursor).toBe(cursor)
      expect(await holdingOf(later.store, tanAn)).toEqual(digestOf(held))
      if (cursor === 'c1') expect(await applyPage(later.store, next)).toBe(true)
      expect(await holdingOf(later.store, tanAn)).toEqual(digestOf(texts.c2))
      lockVault(later)
      return reached
    })
    expect(calls).toBeGreaterThanOrEqual(5)
  }, 60_000)

  it('an enrolment makes a vault that opens, or none that is shown as one', async () => {
    const calls = await everyCall(async (nth) => {
      const tools = nodeTools(server.send)
      const { reached, value } = await failingAt(nth, word, () => enrolTablet(tools, { code: server.newCode(), pin }))
      if (value?.kind === 'enrolled') lockVault(value.session)
      for (const { profileId } of await listProfiles(tools)) {
        const opened = await unlockVault(tools, profileId, pin)
        expect(opened.kind).toBe('unlocked')
        if (opened.kind === 'unlocked') lockVault(opened.session)
      }
      const session = await enrolled(tools, server.newCode())
      await register(session)
      expect(await wholeChain(session)).toBe(1)
      lockVault(session)
      return reached
    })
    expect(calls).toBeGreaterThan(10)
  }, 60_000)

  it('an unlocking that fails loses nothing and succeeds the next time', async () => {
    const calls = await everyCall(async (nth) => {
      const session = await enrolled(nodeTools(server.send), server.newCode())
      await register(session, [2000])
      lockVault(session)
      const { tools, profileId } = session
      const { reached, value } = await failingAt(nth, word, () => unlockVault(tools, profileId, pin))
      if (value?.kind === 'unlocked') lockVault(value.session)
      const later = await unlocked(tools, profileId)
      expect(await wholeChain(later)).toBe(1)
      lockVault(later)
      return reached
    })
    expect(calls).toBeGreaterThan(15)
  }, 60_000)
})
