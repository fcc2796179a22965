import { beforeEach, describe, expect, it } from 'vitest'
import type { ProfileId } from '../../../src/domain/ids.ts'
import { listProfiles } from '../../../src/tablet/actions/list-profiles.ts'
import { lockVault } from '../../../src/tablet/actions/lock-vault.ts'
import { needsRecovery, unlockVault, waitBeforeUnlock } from '../../../src/tablet/actions/unlock-vault.ts'
import { StoreClosed } from '../../../src/tablet/store/unlocked-store.ts'
import { head } from '../../../src/tablet/store/outbox.ts'
import { startModelServer } from '../../support/model-server.ts'
import { enrolled, type NodeTools, nodeTools, pin, register } from '../../support/node-tablet.ts'

const minute = 60_000
const server = startModelServer()
let uptime = 0
let now = Date.UTC(2026, 10, 23)
let derivations = 0
let tools: NodeTools
let profileId: ProfileId

/** The page is opened anew: its own clock starts at zero, the disk stays. */
function reload(): void {
  uptime = 0
  tools = nodeTools(server.send, { ...clocks, indexedDB: tools.indexedDB, witnessed: tools.witnessed })
}

const quick = nodeTools(server.send).deriveKey
const clocks: Pick<NodeTools, 'now' | 'uptime' | 'deriveKey'> = {
  now: () => now,
  uptime: () => uptime,
  deriveKey: (...order) => {
    derivations += 1
    return quick(...order)
  },
}

async function wrongTimes(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await unlockVault(tools, profileId, '999111')
}

beforeEach(async () => {
  uptime = 0
  now = Date.UTC(2026, 10, 23)
  derivations = 0
  tools = nodeTools(server.send, clocks)
  const session = await enrolled(tools, server.newCode())
  profileId = session.profileId
  lockVault(session)
})

describe('the right PIN', () => {
  it('opens the vault with everything that was in it', async () => {
    const first = await unlockVault(tools, profileId, pin)
    if (first.kind !== 'unlocked') throw new Error(first.kind)
    await register(first.session)
    lockVault(first.session)
    const second = await unlockVault(tools, profileId, pin)
    if (second.kind !== 'unlocked') throw new Error(second.kind)
    expect((await head(second.session.store)).seq).toBe(1)
    expect(second.session.staff).toEqual(first.session.staff)
  })

  it('forgives the wrong ones before it', async () => {
    await wrongTimes(4)
    expect((await unlockVault(tools, profileId, pin)).kind).toBe('unlocked')
    expect(await unlockVault(tools, profileId, '999111')).toEqual({ kind: 'wrongPin', triesBeforeWait: 4 })
  })
})

describe('a wrong PIN', () => {
  it('is told how many tries are left before a wait', async () => {
    const told = []
    for (let time = 0; time < 5; time += 1) told.push(await unlockVault(tools, profileId, '999111'))
    expect(told).toEqual([4, 3, 2, 1, 0].map((triesBeforeWait) => ({ kind: 'wrongPin', triesBeforeWait })))
  })

  it('is counted before it is looked at: pulling the plug saves no try', async () => {
    tools.deriveKey = () => Promise.reject(new Error('the plug was pulled'))
    for (let time = 0; time < 5; time += 1)
      await expect(unlockVault(tools, profileId, '999111')).rejects.toThrow('plug')
    reload()
    expect(await unlockVault(tools, profileId, pin)).toEqual({ kind: 'wait', ms: minute })
  })

  it('costs growing waits from the fifth on, and the right PIN has to wait too', async () => {
    await wrongTimes(5)
    const waits = []
    for (let time = 0; time < 5; time += 1) {
      const ms = await waitBeforeUnlock(tools, profileId)
      waits.push(ms / minute)
      expect(await unlockVault(tools, profileId, pin)).toEqual({ kind: 'wait', ms })
      uptime += ms
      await wrongTimes(1)
    }
    expect(waits).toEqual([1, 5, 15, 30, 60])
  })

  it('is not tried while it waits', async () => {
    await wrongTimes(5)
    const before = derivations
    await wrongTimes(3)
    expect(derivations).toBe(before)
  })

  it('ten times closes the vault to every PIN', async () => {
    for (let time = 0; time < 10; time += 1) {
      uptime += 61 * minute
      await wrongTimes(1)
    }
    uptime += 1000 * minute
    expect(await unlockVault(tools, profileId, pin)).toEqual({ kind: 'recoveryNeeded' })
    expect(await needsRecovery(tools, profileId)).toBe(true)
    const before = derivations
    reload()
    expect(await unlockVault(tools, profileId, pin)).toEqual({ kind: 'recoveryNeeded' })
    expect(derivations).toBe(before)
  })
})

describe('S08: a wait', () => {
  it('is not shortened by setting the clock', async () => {
    await wrongTimes(5)
    now += 3 * 24 * 60 * minute
    expect(await waitBeforeUnlock(tools, profileId)).toBe(minute)
    now = Date.UTC(2019, 0, 1)
    expect(await waitBeforeUnlock(tools, profileId)).toBe(minute)
  })

  it('goes on after a reload where it was, within five seconds', async () => {
    await wrongTimes(5)
    for (let second = 0; second < 37; second += 1) {
      uptime += 1000
      await waitBeforeUnlock(tools, profileId)
    }
    reload()
    const left = await waitBeforeUnlock(tools, profileId)
    expect(left).toBeGreaterThanOrEqual(23_000)
    expect(left).toBeLessThanOrEqual(28_000)
  })

  it('does not pass while the app is closed, however often it is opened', async () => {
    await wrongTimes(5)
    for (let time = 0; time < 20; time += 1) {
      now += 10 * minute
      reload()
      uptime = 1000
    }
    expect(await waitBeforeUnlock(tools, profileId)).toBe(minute)
  })

  it('passes as fast in two open tabs as in one', async () => {
    await wrongTimes(5)
    let late = 0
    const other = nodeTools(server.send, {
      now: clocks.now,
      uptime: () => late,
      indexedDB: tools.indexedDB,
      witnessed: tools.witnessed,
    })
    for (let second = 0; second < 60; second += 1) {
      expect(await waitBeforeUnlock(tools, profileId)).toBe((60 - second) * 1000)
      await waitBeforeUnlock(other, profileId)
      uptime += 1000
      late += 1000
    }
    expect(await waitBeforeUnlock(other, profileId)).toBe(0)
    expect((await unlockVault(other, profileId, pin)).kind).toBe('unlocked')
  })
})

describe('locking', () => {
  it('takes keys and list out of reach, and whatever still works learns of it', async () => {
    const opened = await unlockVault(tools, profileId, pin)
    if (opened.kind !== 'unlocked') throw new Error(opened.kind)
    const { session } = opened
    const told: string[] = []
    session.store.onClosed((reason) => told.push(reason))
    lockVault(session)
    lockVault(session)
    expect(told).toEqual(['locked'])
    expect(() => session.store.sealer()).toThrow(StoreClosed)
    expect(() => session.store.signingKey()).toThrow(StoreClosed)
    expect(session.list.people()).toEqual([])
    await expect(head(session.store)).rejects.toThrow(StoreClosed)
  })
})

describe('profiles of a tablet', () => {
  it('are listed with name and place, each with a vault of its own', async () => {
    const other = await enrolled(tools, server.newCode())
    lockVault(other)
    const entries = await listProfiles(tools)
    expect(entries.map((entry) => entry.profileId).toSorted()).toEqual([profileId, other.profileId].toSorted())
    expect(entries[0]?.place).toBe(server.communes.map(({ name }) => name).join(', '))
  })
})
