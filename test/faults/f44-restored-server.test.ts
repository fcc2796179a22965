// F44: the server comes back from yesterday's backup. What tablets sent since comes back from the tablets.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Session } from '../../src/tablet/actions/session.ts'
import { startSync, type SyncStatus } from '../../src/tablet/actions/start-sync.ts'
import { putOnList } from '../../src/server/store/list.ts'
import { inTransaction } from '../../src/server/store/transaction.ts'
import { Beneficiary } from '../../src/domain/beneficiary.ts'
import { feedLines } from '../support/made-up-people.ts'
import { enrolled, nodeTools, register } from '../support/node-tablet.ts'
import { startSimulatedNetwork } from '../support/simulated-network.ts'
import { checkTablet, type Saved } from '../support/simulation-checks.ts'
import { type SimulatedServer, startSimulatedServer } from '../support/simulated-server.ts'
import { addEnrolmentCode, addStaff, homeCommune } from '../support/test-server.ts'
import { startVirtualTime } from '../support/virtual-time.ts'

let server: SimulatedServer
beforeAll(async () => {
  server = await startSimulatedServer()
})
afterAll(() => server.stop())

test('every record and photo of two tablets is there again, with one effect, and the lists are the server’s', async () => {
  const time = startVirtualTime()
  await server.renew(time.now)
  const network = startSimulatedNetwork(server)
  const tablets: { session: Session; saved: Saved[] }[] = []
  for (let number = 0; number < 2; number += 1) {
    const staff = await addStaff(server)
    const tools = nodeTools(network.ask, { time })
    tablets.push({ session: await enrolled(tools, await addEnrolmentCode(server, staff.id)), saved: [] })
  }
  const people = (count: number) =>
    feedLines(count, homeCommune).flatMap(({ change }) =>
      change.type === 'beneficiary' ? [Beneficiary.parse(change)] : [],
    )
  const list = (count: number) =>
    inTransaction(server.tools.db, (trx) =>
      putOnList(trx, homeCommune, { beneficiaries: people(count), entitlements: [] }, time.now()),
    )
  const save = async (tablet: (typeof tablets)[number], photos: number[]) => {
    const saved = await register(tablet.session, photos)
    tablet.saved.push({ ...saved, photos: saved.photos.map(({ sha256 }) => sha256) })
  }
  const sync = async ({ session }: (typeof tablets)[number]): Promise<SyncStatus> => {
    const handle = startSync(session, time.world)
    await handle.now()
    handle.stop()
    return handle.status()
  }

  await list(3)
  for (const tablet of tablets) for (let seq = 1; seq <= 4; seq += 1) await save(tablet, seq === 2 ? [900] : [])
  for (const tablet of tablets) await sync(tablet)
  const yesterday = server.backUp()
  await list(6)
  for (const tablet of tablets) for (let seq = 5; seq <= 9; seq += 1) await save(tablet, seq % 2 ? [700] : [])
  for (const tablet of tablets) expect(await sync(tablet)).toMatchObject({ waiting: 0, photosWaiting: 0 })
  await save(tablets[0] as (typeof tablets)[number], [])
  expect(tablets[0]?.session.list.people()).toHaveLength(6)

  await server.restore(yesterday, 'another-epoch')
  for (const tablet of tablets) {
    expect(await sync(tablet)).toMatchObject({ waiting: 0, photosWaiting: 0, frozen: null, lastProblem: null })
    expect(tablet.session.list.people()).toHaveLength(3)
    await checkTablet(server, tablet)
  }
})
