// F33: the first download of a long list is cut twenty times, and the app restarted three times in between.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Change } from '../support/model-server.ts'
import { startSync, type SyncHandle } from '../../src/tablet/actions/start-sync.ts'
import type { Session } from '../../src/tablet/actions/session.ts'
import { holdingOf } from '../../src/tablet/store/list-pages.ts'
import { theBrowser } from '../../src/tablet/sync/the-browser.ts'
import { digestOf } from '../../src/protocol/holdings.ts'
import { chanceFrom } from '../support/chance.ts'
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts'
import { feedLines } from '../support/made-up-people.ts'
import { listenAsModel, type ModelServer, startModelServer } from '../support/model-server.ts'
import { enrolled, type NodeTools, nodeTools, unlocked } from '../support/node-tablet.ts'
import { homeCommune } from '../support/test-server.ts'

const people = 12_000
const world = { ...theBrowser, onWakeUp: () => () => {} }

const list = () => feedLines(people, homeCommune).map(({ change }) => change as Change)

let model: ModelServer
let listening: Awaited<ReturnType<typeof listenAsModel>>
let proxy: FaultProxy
beforeEach(async () => {
  model = startModelServer()
  for (const change of list()) model.publish(change)
  listening = await listenAsModel(model)
  proxy = await startFaultProxy(listening.url)
}, 60_000)
afterEach(async () => {
  await proxy.close()
  await listening.stop()
})

async function freshTablet(): Promise<{ tools: NodeTools; session: Session }> {
  // Uncompressed: how well made-up names compress would say more about them than about what is sent twice.
  const plain = (init: RequestInit) => ({ ...(init.headers as Record<string, string>), 'accept-encoding': 'identity' })
  const tools = nodeTools((path, init) => fetch(`${proxy.url}${path}`, { ...init, headers: plain(init) }))
  return { tools, session: await enrolled(tools, model.newCode()) }
}

async function bytesOf(work: () => Promise<void>): Promise<number> {
  const before = proxy.seen.bytesDown
  await work()
  return proxy.seen.bytesDown - before
}

const cutsInAll = 20

test(
  'it resumes where it was, sends at most a tenth twice, and the list is equal in count and digest',
  { timeout: 180_000 },
  async () => {
    const other = await freshTablet()
    const undisturbed = await bytesOf(async () => {
      const sync = startSync(other.session, world)
      await sync.now()
      sync.stop()
      expect(other.session.list.people()).toHaveLength(people)
    })
    other.session.store.close('locked')

    const { tools, session: enrolledSession } = await freshTablet()
    let session = enrolledSession
    const chance = chanceFrom(33)
    let cuts = 0
    proxy.plan(({ path }) => {
      if (!path.includes('/changes') || cuts >= cutsInAll) return null
      // Spread over the whole list: what is left is cut somewhere in its next part.
      const part = (2 * chance.next()) / (cutsInAll + 1 - cuts)
      cuts += 1
      return { kind: 'cutAnswer', how: 'close', after: (bytes) => Math.floor(bytes * Math.min(part, 1)) }
    })
    const disturbed = await bytesOf(async () => {
      let sync: SyncHandle = startSync(session, world)
      for (let tries = 1; ; tries += 1) {
        await sync.now()
        if (sync.status().connection === 'ok' && cuts >= cutsInAll) break
        expect(tries).toBeLessThan(40)
        if (tries % 7 !== 0) continue
        sync.stop()
        session.store.close('locked')
        session = await unlocked(tools, session.profileId)
        sync = startSync(session, world)
      }
      sync.stop()
    })
    expect(cuts).toBe(cutsInAll)
    expect(disturbed, `${disturbed} of ${undisturbed}`).toBeLessThanOrEqual(1.1 * undisturbed)
    expect(session.list.people()).toHaveLength(people)
    const lines = feedLines(people, homeCommune).map(({ change }) => {
      const { commune, ...bare } = change as Change
      return JSON.stringify({ ...bare, commune })
    })
    expect(await holdingOf(session.store, homeCommune)).toEqual(digestOf(lines))
  },
)
