import { generateKeyPairSync } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { beforeEach, describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { SealedFileLine } from '../../../src/protocol/sealed-file.ts'
import { exportSealedFile } from '../../../src/tablet/actions/export-sealed-file.ts'
import { listProfiles } from '../../../src/tablet/actions/list-profiles.ts'
import { lockVault } from '../../../src/tablet/actions/lock-vault.ts'
import { removeProfile } from '../../../src/tablet/actions/remove-profile.ts'
import type { Session } from '../../../src/tablet/actions/session.ts'
import { unlockVault } from '../../../src/tablet/actions/unlock-vault.ts'
import { nextEnvelopes, settlePush } from '../../../src/tablet/store/outbox.ts'
import { readVault } from '../../../src/tablet/store/tablet-database.ts'
import { obeyWipeOrder } from '../../../src/tablet/store/wipe-profile.ts'
import { startModelServer } from '../../support/model-server.ts'
import { enrolled, nodeTools, pin, register, unlocked } from '../../support/node-tablet.ts'

const server = startModelServer()
let session: Session

/** The body of a 403 `revoked`. */
const order = (...of: Parameters<typeof server.wipeOrder>) => ({ code: 'revoked', ...server.wipeOrder(...of) })

beforeEach(async () => {
  session = await enrolled(nodeTools(server.send), server.newCode())
})

async function settleAll(): Promise<void> {
  const { envelopes } = await nextEnvelopes(session.store, { fromSeq: 1, maxCount: 100, maxBytes: 1e9 })
  const results = envelopes.map(({ seq }) => ({ seq, id: null, status: 'accepted' as const, missingPhotos: [] }))
  await settlePush(session.store, envelopes, results)
}

async function linesOfFile(): Promise<SealedFileLine[]> {
  const file = await exportSealedFile(session.tools, session.profileId)
  const text = gunzipSync(Buffer.from(await file.arrayBuffer())).toString()
  expect(text.endsWith('\n')).toBe(true)
  return text
    .trimEnd()
    .split('\n')
    .map((line) => SealedFileLine.parse(JSON.parse(line)))
}

describe('the sealed file', () => {
  it('carries every waiting record and photo as it lies sealed in the database, and says that it is whole', async () => {
    await register(session, [150_000])
    await register(session)
    const escrow = await readVault(session.store.db, 'escrow')
    lockVault(session)
    const lines = await linesOfFile()
    expect(lines[0]).toMatchObject({ type: 'tannha', v: 1, profileId: session.profileId, escrow })
    expect(lines.filter(({ type }) => type === 'record')).toMatchObject([{ seq: 1 }, { seq: 2 }])
    expect(lines.filter(({ type }) => type === 'chunk')).toMatchObject([0, 1, 2].map((index) => ({ index, of: 3 })))
    expect(lines.at(-1)).toEqual({ type: 'end', count: 5 })
    const again = await unlocked(session.tools, session.profileId)
    const row = await again.store.db.records.get(1)
    expect(lines[1]).toMatchObject({ sealed: Buffer.from(row?.sealed ?? []).toString('base64url') })
  })

  it('leaves out what the server has', async () => {
    await register(session, [3000])
    await settleAll()
    await register(session)
    expect((await linesOfFile()).map(({ type }) => type)).toEqual(['tannha', 'record', 'end'])
  })
})

describe('removing a profile', () => {
  it('is refused while something is unsent, and leaves everything as it is', async () => {
    await register(session, [3000])
    lockVault(session)
    expect(await removeProfile(session.tools, session.profileId)).toEqual({ kind: 'unsent', records: 1, photos: 1 })
    expect((await unlockVault(session.tools, session.profileId, pin)).kind).toBe('unlocked')
  })

  it('is done once a sealed file carries what is unsent, but not for what came after the file', async () => {
    await register(session, [3000])
    await linesOfFile()
    await register(session)
    lockVault(session)
    expect(await removeProfile(session.tools, session.profileId)).toEqual({ kind: 'unsent', records: 1, photos: 0 })
    await linesOfFile()
    expect(await removeProfile(session.tools, session.profileId)).toEqual({ kind: 'removed' })
    expect(await listProfiles(session.tools)).toEqual([])
    const databases = await session.tools.indexedDB.databases()
    expect(databases.map(({ name }) => name)).toEqual(['tan-nha'])
  })

  it('is done when the server has everything, and leaves the other profiles of the tablet alone', async () => {
    await register(session)
    await settleAll()
    const other = await enrolled(session.tools, server.newCode())
    lockVault(other)
    lockVault(session)
    expect(await removeProfile(session.tools, session.profileId)).toEqual({ kind: 'removed' })
    expect((await listProfiles(session.tools)).map(({ profileId }) => profileId)).toEqual([other.profileId])
    expect((await unlockVault(session.tools, other.profileId, pin)).kind).toBe('unlocked')
  })
})

describe('an order to wipe', () => {
  it('S13: of the server takes keys, database and traces away', async () => {
    await register(session)
    const told: string[] = []
    session.store.onClosed((reason) => told.push(reason))
    expect(await obeyWipeOrder(session.store, order(session.profileId))).toBe(true)
    expect(told).toEqual(['wiped'])
    expect(await listProfiles(session.tools)).toEqual([])
    expect((await session.tools.indexedDB.databases()).map(({ name }) => name)).toEqual(['tan-nha'])
    expect(() => session.store.sealer()).toThrow('wiped')
  })

  it('S14: of anybody else, or for another profile, or malformed, changes nothing', async () => {
    await register(session)
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const forged = [
      order(session.profileId, privateKey),
      order(v7()),
      { ...order(session.profileId), sig: 'A'.repeat(86) },
      { code: 'revoked' },
      null,
      'wipe',
    ]
    for (const answer of forged) expect(await obeyWipeOrder(session.store, answer)).toBe(false)
    expect(session.store.closed()).toBeNull()
    expect(await session.store.db.records.count()).toBe(1)
  })
})
