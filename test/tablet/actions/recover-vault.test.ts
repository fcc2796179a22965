import { beforeEach, describe, expect, it } from 'vitest'
import type { ProfileId } from '../../../src/domain/ids.ts'
import { toBase64Url } from '../../../src/protocol/bytes.ts'
import { changePin } from '../../../src/tablet/actions/change-pin.ts'
import { lockVault } from '../../../src/tablet/actions/lock-vault.ts'
import { askRecovery, finishRecovery, openRecovery } from '../../../src/tablet/actions/recover-vault.ts'
import { unlockVault } from '../../../src/tablet/actions/unlock-vault.ts'
import { openWithPin, type PinLock } from '../../../src/tablet/store/pin-key.ts'
import { head } from '../../../src/tablet/store/outbox.ts'
import { readVault } from '../../../src/tablet/store/tablet-database.ts'
import { problem, startModelServer } from '../../support/model-server.ts'
import { enrolled, type NodeTools, nodeTools, pin, register, unlocked } from '../../support/node-tablet.ts'

const server = startModelServer()
const newPin = '730264'
let tools: NodeTools
let profileId: ProfileId
/** What the office would open out of the escrow. */
let dataKey: string

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'tan-nha': '1', 'content-type': 'application/json' } })

/** The office's side: agrees or not, and gives the key out once. */
function office(answer: 'notApproved' | 'approves' | 'gone' | 'wrongKey'): void {
  let fetched = false
  server.intercept(({ path }) => {
    if (path === '/api/v1/vault-recoveries') return json(202, { recoveryId: 'r1', check: '4711' })
    if (path !== '/api/v1/vault-recoveries/r1/key') return null
    if (answer === 'notApproved') return problem(403, 'not_approved')
    if (answer === 'gone' || fetched) return problem(410, 'already_fetched')
    fetched = true
    return json(200, { dataKey: answer === 'wrongKey' ? toBase64Url(new Uint8Array(32)) : dataKey })
  })
}

beforeEach(async () => {
  server.intercept(null)
  let uptime = 0
  tools = nodeTools(server.send, { uptime: () => uptime })
  const session = await enrolled(tools, server.newCode())
  profileId = session.profileId
  await register(session, [2000])
  const lock = (await readVault(session.store.db, 'lock')) as PinLock
  dataKey = toBase64Url((await openWithPin(tools, profileId, pin, lock)) ?? new Uint8Array())
  lockVault(session)
  for (let time = 0; time < 10; time += 1) {
    uptime += 3_600_000
    await unlockVault(tools, profileId, '999111')
  }
})

describe('a forgotten PIN', () => {
  it('is replaced with the office, and everything unsent is still there', async () => {
    expect((await unlockVault(tools, profileId, pin)).kind).toBe('recoveryNeeded')
    office('approves')
    expect(await openRecovery(tools, profileId)).toBeNull()
    expect(await askRecovery(tools, profileId)).toEqual({ kind: 'asked', check: '4711' })
    expect(await openRecovery(tools, profileId)).toEqual({ check: '4711' })
    const finished = await finishRecovery(tools, profileId, newPin)
    if (finished.kind !== 'recovered') throw new Error(finished.kind)
    expect((await head(finished.session.store)).seq).toBe(1)
    expect(await finished.session.store.db.outbox.count()).toBe(1)
    lockVault(finished.session)
    expect(await openRecovery(tools, profileId)).toBeNull()
    expect((await unlockVault(tools, profileId, pin)).kind).toBe('wrongPin')
    expect((await unlockVault(tools, profileId, newPin)).kind).toBe('unlocked')
  })

  it('waits for the office, and for the network', async () => {
    office('notApproved')
    await askRecovery(tools, profileId)
    expect(await finishRecovery(tools, profileId, newPin)).toEqual({ kind: 'notApproved' })
    server.intercept(() => Promise.reject(new TypeError('no network')))
    expect(await finishRecovery(tools, profileId, newPin)).toEqual({ kind: 'noConnection' })
    expect(await askRecovery(tools, profileId)).toEqual({ kind: 'noConnection' })
    expect(await openRecovery(tools, profileId)).toEqual({ check: '4711' })
  })

  it.each(['gone', 'wrongKey'] as const)('is asked for anew when the answer is of no use (%s)', async (answer) => {
    office(answer)
    await askRecovery(tools, profileId)
    expect(await finishRecovery(tools, profileId, newPin)).toEqual({ kind: 'askAgain' })
    expect(await openRecovery(tools, profileId)).toBeNull()
    expect((await unlockVault(tools, profileId, newPin)).kind).toBe('recoveryNeeded')
  })

  it('is not replaced by a weak one, and the key is not fetched for it', async () => {
    office('approves')
    await askRecovery(tools, profileId)
    expect(await finishRecovery(tools, profileId, '123456')).toEqual({ kind: 'weakPin', weakness: 'sequence' })
    expect((await finishRecovery(tools, profileId, newPin)).kind).toBe('recovered')
  })
})

describe('changing the PIN', () => {
  it('asks for the old one, and the new one opens the same vault', async () => {
    const own = await enrolled(nodeTools(server.send), server.newCode())
    expect(await changePin(own, '999111', newPin)).toEqual({ kind: 'wrongPin', triesBeforeWait: 4 })
    expect(await changePin(own, pin, '111111')).toEqual({ kind: 'weakPin', weakness: 'repeated' })
    expect(await changePin(own, pin, newPin)).toEqual({ kind: 'changed' })
    await register(own)
    lockVault(own)
    expect((await unlockVault(own.tools, own.profileId, pin)).kind).toBe('wrongPin')
    const opened = await unlockVault(own.tools, own.profileId, newPin)
    if (opened.kind !== 'unlocked') throw new Error(opened.kind)
    expect((await head(opened.session.store)).seq).toBe(1)
  })
})

describe('what Argon2id costs (S06)', () => {
  async function costOn(msPerDerivation: number) {
    let uptime = 0
    const quick = nodeTools(server.send)
    const slow = nodeTools(server.send, {
      uptime: () => uptime,
      deriveKey: (...order) => {
        uptime += msPerDerivation
        return quick.deriveKey(...order)
      },
    })
    const own = await enrolled(slow, server.newCode())
    const lock = await readVault(own.store.db, 'lock')
    lockVault(own)
    await unlocked(slow, own.profileId)
    return lock?.cost
  }

  it('is 64 MiB three times, and on a tablet that needs longer than 1.5 s never less than 46 MiB once', async () => {
    expect(await costOn(1500)).toEqual({ memoryKiB: 65_536, iterations: 3 })
    expect(await costOn(1501)).toEqual({ memoryKiB: 47_104, iterations: 1 })
    expect(await costOn(60_000)).toEqual({ memoryKiB: 47_104, iterations: 1 })
  })
})
