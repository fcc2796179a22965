// S04: a nonce that came twice under one key would give away what it seals.
import { afterEach, expect, it } from 'vitest'
import { importDataKey, sealBytes } from '../../../src/protocol/sealing.ts'
import { ProfileId } from '../../../src/domain/ids.ts'
import { v7 } from 'uuid'
import { lockVault } from '../../../src/tablet/actions/lock-vault.ts'
import { saveDraft } from '../../../src/tablet/actions/save-draft.ts'
import { startModelServer } from '../../support/model-server.ts'
import { enrolled, nodeTools, register, unlocked } from '../../support/node-tablet.ts'
import { tanAn } from '../../support/feed-lines.ts'

const { encrypt } = crypto.subtle
const nonces: string[] = []

function watch(): void {
  crypto.subtle.encrypt = function (algorithm, key, data) {
    const { iv } = algorithm as AesGcmParams
    nonces.push(Buffer.from(iv as Uint8Array).toString('hex'))
    return encrypt.call(this, algorithm, key, data)
  }
}

afterEach(() => {
  crypto.subtle.encrypt = encrypt
  nonces.length = 0
})

it('S04: twenty thousand seals have twenty thousand nonces of 96 bits', async () => {
  watch()
  const key = await importDataKey(crypto.getRandomValues(new Uint8Array(32)))
  const place = { profile: ProfileId.parse(v7()), table: 'records', id: '1', version: 1 }
  const plain = new Uint8Array(16)
  for (let batch = 0; batch < 20; batch += 1) {
    await Promise.all(Array.from({ length: 1000 }, () => sealBytes(key, place, plain)))
  }
  expect(nonces.length).toBe(20_000)
  expect(new Set(nonces).size).toBe(20_000)
  expect(new Set(nonces.map(({ length }) => length))).toEqual(new Set([24]))
}, 60_000)

it('S04: nor does the store ever use one twice, over records, photos, drafts, restarts and a second tab', async () => {
  const server = startModelServer()
  const tools = nodeTools(server.send)
  watch()
  let session = await enrolled(tools, server.newCode())
  const { profileId } = session
  for (let restart = 0; restart < 4; restart += 1) {
    for (let index = 0; index < 5; index += 1) await register(session, [60_000])
    const draft = { id: 'draft', kind: 'registration' as const, commune: tanAn, subject: null, step: 'x', content: {} }
    for (let index = 0; index < 5; index += 1) await saveDraft(session, draft)
    lockVault(session)
    session = await unlocked(nodeTools(server.send, { ...tools, instance: v7() }), profileId)
  }
  expect(nonces.length).toBeGreaterThan(80)
  expect(new Set(nonces).size).toBe(nonces.length)
})
