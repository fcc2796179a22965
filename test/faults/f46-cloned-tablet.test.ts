// F46 F47: a tablet that was copied, and one that was set back to an older copy of itself. Real server, real store.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { carryOver } from '../../src/tablet/actions/carry-over.ts'
import { removeProfile } from '../../src/tablet/actions/remove-profile.ts'
import type { Session } from '../../src/tablet/actions/session.ts'
import { startSync, type SyncStatus } from '../../src/tablet/actions/start-sync.ts'
import { theBrowser } from '../../src/tablet/sync/the-browser.ts'
import { copyStorage } from '../support/copy-storage.ts'
import { enrolled, nodeTools, register, unlocked } from '../support/node-tablet.ts'
import { addEnrolmentCode, addStaff, startTestServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.stop())

const send = (path: string, init: RequestInit) => fetch(`${server.url}${path}`, init)
const world = { ...theBrowser, onWakeUp: () => () => {} }

async function synced(session: Session): Promise<SyncStatus> {
  const sync = startSync(session, world)
  await sync.now()
  sync.stop()
  return sync.status()
}

/** Records that have an effect at the office. */
async function registrations(): Promise<string[]> {
  return (await server.tools.db.selectFrom('registration').select('id').execute()).map(({ id }) => id)
}

test('two copies of one tablet write on: the fork is seen at the first collision, both facts are kept, the loser carries its own over', async () => {
  const staff = await addStaff(server)
  const tools = nodeTools(send)
  const first = await enrolled(tools, await addEnrolmentCode(server, staff.id))
  const common = await register(first)
  await synced(first)
  const copy = nodeTools(send, {
    indexedDB: await copyStorage(tools.indexedDB),
    witnessed: new Map(tools.witnessed),
    locks: { request: (_name: string, ...rest: unknown[]) => (rest.at(-1) as (lock: object) => unknown)({}) } as never,
  })
  const second = await unlocked(copy, first.profileId)

  const mine = [await register(first), await register(first)]
  const theirs = [await register(second, [1_500]), await register(second)]
  expect(await synced(first)).toMatchObject({ waiting: 0, frozen: null })
  expect(await synced(second)).toMatchObject({
    waiting: 2,
    photosWaiting: 0,
    frozen: { why: 'fork', seq: 2 },
    lastProblem: { kind: 'frozen', why: 'fork', seq: 2 },
  })
  const apart = await server.tools.db.selectFrom('fork_envelope').select('seq').execute()
  expect(apart.map(({ seq }) => seq)).toContain(2)

  // Whoever holds the original is told too, and nothing of either is lost.
  const late = await register(first)
  expect(await synced(first)).toMatchObject({ frozen: { why: 'fork' }, waiting: 1 })

  for (const [session, from] of [
    [first, tools],
    [second, copy],
  ] as const) {
    const renewed = await enrolled(from, await addEnrolmentCode(server, staff.id))
    const waiting = session === first ? 1 : 2
    expect(await carryOver(session, renewed)).toEqual({
      kind: 'carried',
      records: waiting,
      photosLost: 0,
      unreadable: [],
    })
    expect(await carryOver(session, renewed)).toMatchObject({ kind: 'carried', records: waiting })
    expect(await synced(renewed)).toMatchObject({ waiting: 0, photosWaiting: 0, frozen: null })
    session.store.close('locked')
    expect(await removeProfile(from, session.profileId)).toEqual({ kind: 'removed' })
  }
  const all = [common, ...mine, ...theirs, late].map(({ id }) => id)
  expect((await registrations()).toSorted()).toEqual(all.toSorted())
})

test('a tablet set back to an older copy of itself finds out before it writes over anything', async () => {
  const staff = await addStaff(server)
  const tools = nodeTools(send)
  const session = await enrolled(tools, await addEnrolmentCode(server, staff.id))
  await register(session)
  const older = await copyStorage(tools.indexedDB)
  await register(session)
  await synced(session)
  session.store.close('locked')

  const back = await unlocked(nodeTools(send, { indexedDB: older }), session.profileId)
  expect(await synced(back)).toMatchObject({ frozen: { why: 'rolledBack' } })
  await register(back)
  expect(await synced(back)).toMatchObject({ waiting: 1, frozen: { why: 'fork', seq: 2 } })
  expect(await registrations()).toHaveLength(2)
})

test('what somebody else wrote cannot be carried over as one’s own', async () => {
  const tools = nodeTools(send)
  const theirs = await enrolled(tools, await addEnrolmentCode(server, (await addStaff(server)).id))
  await register(theirs)
  const mine = await enrolled(tools, await addEnrolmentCode(server, (await addStaff(server)).id))
  expect(await carryOver(theirs, mine)).toEqual({ kind: 'otherStaff' })
  expect(await synced(mine)).toMatchObject({ waiting: 0 })
  expect(await registrations()).toEqual([])
})
