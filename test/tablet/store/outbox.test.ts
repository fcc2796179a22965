import { beforeEach, describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import type { PhotoHash, RecordId } from '../../../src/domain/ids.ts'
import { envelopeHash, genesisHash } from '../../../src/protocol/envelope.ts'
import { lockVault } from '../../../src/tablet/actions/lock-vault.ts'
import { listRecords } from '../../../src/tablet/actions/list-records.ts'
import { saveRecord } from '../../../src/tablet/actions/save-record.ts'
import type { Session } from '../../../src/tablet/actions/session.ts'
import { countWaiting, nextEnvelopes, requeueFrom, settlePush } from '../../../src/tablet/store/outbox.ts'
import {
  notePhotoComplete,
  notePhotoLost,
  notePhotoProgress,
  photosToSend,
  readPhotoPiece,
} from '../../../src/tablet/store/photo-queue.ts'
import { startModelServer } from '../../support/model-server.ts'
import { enrolled, nodeTools, register, unlocked } from '../../support/node-tablet.ts'
import { registrationData } from '../../support/test-tablet.ts'

const server = startModelServer()
const all = { fromSeq: 1, maxCount: 1000, maxBytes: 1e9 }
let session: Session

async function waiting(): Promise<number[]> {
  return (await nextEnvelopes(session.store, all)).envelopes.map(({ seq }) => seq)
}

beforeEach(async () => {
  session = await enrolled(nodeTools(server.send), server.newCode())
})

describe('the outbox', () => {
  it('gives the chain in order, within the limits asked for, and always at least one', async () => {
    for (let index = 0; index < 5; index += 1) await register(session)
    const { envelopes } = await nextEnvelopes(session.store, all)
    let prev = await genesisHash(session.profileId)
    for (const envelope of envelopes) {
      expect(envelope.prev).toBe(prev)
      prev = await envelopeHash(envelope)
    }
    const size = JSON.stringify(envelopes[0]).length
    const some = async (wanted: Partial<typeof all>) =>
      (await nextEnvelopes(session.store, { ...all, ...wanted })).envelopes.map(({ seq }) => seq)
    expect(await some({ fromSeq: 3 })).toEqual([3, 4, 5])
    expect(await some({ maxCount: 2 })).toEqual([1, 2])
    expect(await some({ maxBytes: size * 2.5 })).toEqual([1, 2])
    expect(await some({ maxBytes: 1 })).toEqual([1])
  })

  it('lets an entry go only when it still equals what was sent', async () => {
    await register(session)
    const { envelopes } = await nextEnvelopes(session.store, all)
    const other = envelopes.map((envelope) => ({ ...envelope, body: `${envelope.body} ` }))
    expect(await settlePush(session.store, other, [{ seq: 1, id: null, status: 'accepted' }])).toBe(0)
    expect(await settlePush(session.store, [], [{ seq: 1, id: null, status: 'accepted' }])).toBe(0)
    expect(await settlePush(session.store, envelopes, [])).toBe(0)
    expect(await waiting()).toEqual([1])
    expect(await settlePush(session.store, envelopes, [{ seq: 1, id: null, status: 'duplicate' }])).toBe(1)
    expect(await waiting()).toEqual([])
  })

  it.each(['quarantined', 'duplicate'] as const)(
    'keeps a record in quarantine visible: %s with reasons',
    async (status) => {
      await register(session)
      const { envelopes } = await nextEnvelopes(session.store, all)
      await settlePush(session.store, envelopes, [{ seq: 1, id: null, status, reasons: ['bad_data'] }])
      expect(await listRecords(session)).toMatchObject([{ seq: 1, state: 'quarantined', reasons: ['bad_data'] }])
      expect(await waiting()).toEqual([])
    },
  )

  it('takes back from a restored server what it asks for, with the photos, and names what is no longer kept', async () => {
    for (let index = 0; index < 4; index += 1) await register(session, [2000])
    const { envelopes } = await nextEnvelopes(session.store, all)
    const results = envelopes.map(({ seq }) => ({ seq, id: null, status: 'accepted' as const, missingPhotos: [] }))
    await settlePush(session.store, envelopes, results)
    expect(await photosToSend(session.store)).toEqual([])
    await session.store.db.records.delete(1)
    expect(await requeueFrom(session.store, 1)).toEqual({ requeued: 3, missing: { from: 1, to: 1 } })
    expect(await waiting()).toEqual([2, 3, 4])
    expect((await photosToSend(session.store)).length).toBe(3)
    expect(await requeueFrom(session.store, 2)).toEqual({ requeued: 0, missing: null })
  })

  it('says which record can not be read (S05), and gives those before it', async () => {
    for (let index = 0; index < 3; index += 1) await register(session)
    const { records } = session.store.db
    const [two, three] = [await records.get(2), await records.get(3)]
    if (two && three)
      await records.bulkPut([
        { ...two, sealed: three.sealed },
        { ...three, sealed: two.sealed },
      ])
    const { envelopes, unreadable } = await nextEnvelopes(session.store, all)
    expect(envelopes.map(({ seq }) => seq)).toEqual([1])
    expect(unreadable).toBe(2)
  })

  it('takes the saves of two open tabs in one chain', async () => {
    const other = await unlocked(nodeTools(server.send, { ...session.tools, instance: v7() }), session.profileId)
    const saves = Array.from({ length: 20 }, (_, index) => register(index % 2 === 0 ? session : other))
    const seqs = (await Promise.all(saves)).map(({ seq }) => seq).toSorted((a, b) => a - b)
    expect(seqs).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    expect(await waiting()).toEqual(seqs)
    lockVault(other)
  })
})

describe('photos', () => {
  it('are read in any piece that is asked for', async () => {
    const { photos } = await register(session, [150_000])
    const sha256 = photos[0]?.sha256 as PhotoHash
    const whole = await readPhotoPiece(session.store, sha256, 0, 1e6)
    expect(whole?.length).toBe(photos[0]?.bytes)
    for (const [offset, length] of [
      [0, 10],
      [57_343, 2],
      [57_344, 57_344],
      [100_000, 1e6],
    ] as const) {
      expect(await readPhotoPiece(session.store, sha256, offset, length)).toEqual(whole?.slice(offset, offset + length))
    }
  })

  it('F11: whose piece is gone are lost, and their record still goes', async () => {
    const { photos } = await register(session, [150_000])
    const sha256 = photos[0]?.sha256 as PhotoHash
    await session.store.db.photoChunks.delete([sha256, 1])
    expect(await readPhotoPiece(session.store, sha256, 0, 1000)).not.toBeNull()
    expect(await readPhotoPiece(session.store, sha256, 0, 1e6)).toBeNull()
    await notePhotoLost(session.store, sha256)
    expect(await photosToSend(session.store)).toEqual([])
    expect(await waiting()).toEqual([1])
    expect((await listRecords(session))[0]?.photos[0]?.state).toBe('lost')
  })

  it('count as sent byte by byte and are complete on the word of the server alone', async () => {
    const { photos } = await register(session, [100_000])
    const { sha256, bytes } = photos[0] ?? { sha256: '' as PhotoHash, bytes: 0 }
    const recordBytes = (await countWaiting(session.store)).bytes - bytes
    await notePhotoProgress(session.store, sha256, 60_000)
    expect(await countWaiting(session.store)).toEqual({ records: 1, photos: 1, bytes: recordBytes + bytes - 60_000 })
    await notePhotoProgress(session.store, sha256, bytes)
    expect((await photosToSend(session.store)).length).toBe(1)
    await notePhotoComplete(session.store, sha256)
    expect(await photosToSend(session.store)).toEqual([])
    expect((await listRecords(session))[0]?.photos[0]?.state).toBe('complete')
  })

  it('that are no longer on the tablet when the record is saved are named as lost', async () => {
    const { photos } = await register(session, [3000])
    const ghost = {
      ...(photos[0] ?? { role: 'person', type: 'image/jpeg', bytes: 1 }),
      sha256: 'f'.repeat(64) as PhotoHash,
    }
    const saved = await saveRecord(session, {
      kind: 'registration',
      v: 1,
      commune: session.communes[0]?.code ?? ('' as never),
      subject: null,
      photos: [ghost],
      data: registrationData(),
      amends: v7() as RecordId,
    })
    expect(saved.kind).toBe('saved')
    expect((await listRecords(session))[0]?.photos).toMatchObject([{ sha256: ghost.sha256, state: 'lost' }])
  })
})
