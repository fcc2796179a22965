// F16: a tab that the browser froze keeps its lock and answers nobody. Here the rules, on virtual time.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Session } from '../../src/tablet/actions/session.ts'
import { startSync, type SyncHandle } from '../../src/tablet/actions/start-sync.ts'
import { position } from '../../src/tablet/store/list-pages.ts'
import { type ModelField, startModelField } from '../support/model-field.ts'
import { nodeTools, register, unlocked } from '../support/node-tablet.ts'
import { settle, startVirtualTime, type VirtualTime } from '../support/virtual-time.ts'
import { feedLines } from '../support/made-up-people.ts'
import { homeCommune } from '../support/test-server.ts'

let first: ModelField
let second: { session: Session; handle: SyncHandle; time: VirtualTime }
let thaw: () => void

function publishPeople(count: number): void {
  for (const { change } of feedLines(count, homeCommune)) first.server.publish(change as never)
}

beforeEach(async () => {
  first = await startModelField()
  await first.sync()
  await register(first.session(), [700])
  publishPeople(2)
  // The first tab asks for changes, gets an answer, and is frozen right there: none of its timers runs any more.
  const answered = new Promise<void>((resolve) => (thaw = resolve))
  let asked = () => {}
  const frozen = new Promise<void>((resolve) => (asked = resolve))
  const { send } = first.server
  let once = true
  first.tools.send = async (path, init) => {
    const answer = await send(path, init)
    if (!once || !path.includes('/changes')) return answer
    once = false
    asked()
    await answered
    return answer
  }
  first.handle().stop()
  await first.restart()
  void first.sync()
  await frozen
  const time = startVirtualTime(first.time.now())
  const { indexedDB, witnessed } = first.tools
  const session = await unlocked(nodeTools(send, { time, indexedDB, witnessed }), first.session().profileId)
  second = { session, time, handle: startSync(session, time.world) }
})
afterEach(() => {
  second.handle.stop()
  second.session.store.close('locked')
  first.stop()
})

test('another tab waits while there is a sign of life, and syncs within a minute when there is none', async () => {
  await register(second.session)
  const idle = () => second.handle.status().phase === 'idle' && second.handle.status().lastProblem === null
  const begun = second.time.uptime()
  await second.time.advance(20_000)
  expect(first.profile().stored.map(({ seq }) => seq)).toEqual([1])
  await second.time.until(
    () => idle() && second.handle.status().waiting === 0 && second.handle.status().photosWaiting === 0,
  )
  expect(second.time.uptime() - begun).toBeLessThanOrEqual(60_000)
  expect(first.profile().stored.map(({ seq }) => seq)).toEqual([1, 2])
})

test('the frozen tab, awake again, neither sends twice nor puts its older page over a newer one', async () => {
  await second.time.until(
    () => second.handle.status().lastContact !== null && second.handle.status().photosWaiting === 0,
  )
  publishPeople(5)
  await second.handle.now()
  const newer = await position(second.session.store)
  const people = second.session.list.people().length
  thaw()
  await settle(200)
  expect(await position(second.session.store)).toEqual(newer)
  expect(second.session.list.people()).toHaveLength(people)
  expect(first.profile().stored.map(({ seq }) => seq)).toEqual([1])
  await first.sync()
  expect(await position(first.session().store)).toEqual(newer)
})
