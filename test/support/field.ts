// A tablet in the field: real store, real sync, a bad line, the real server. Tests of the network's faults stand on it.
import { putOnList } from '../../src/server/store/list.ts'
import { inTransaction } from '../../src/server/store/transaction.ts'
import { Beneficiary } from '../../src/domain/beneficiary.ts'
import { Entitlement } from '../../src/domain/entitlement.ts'
import type { Session } from '../../src/tablet/actions/session.ts'
import { type SyncHandle, startSync, type SyncStatus } from '../../src/tablet/actions/start-sync.ts'
import { theBrowser } from '../../src/tablet/sync/the-browser.ts'
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts'
import { feedLines } from './made-up-people.ts'
import { enrolled, type NodeTools, nodeTools, unlocked } from './node-tablet.ts'
import { addEnrolmentCode, addStaff, homeCommune, startTestServer, type TestServer } from './test-server.ts'

export type Field = {
  readonly server: TestServer
  readonly proxy: FaultProxy
  readonly tools: NodeTools
  readonly session: () => Session
  /** One try, by hand. */
  sync: () => Promise<SyncStatus>
  /** The app is closed and opened again. */
  restart: () => Promise<void>
  /** Rows of the server's table of envelopes. */
  envelopes: () => Promise<{ seq: number; record_id: string | null; status: string; reasons: string }[]>
  putPeople: (count: number) => Promise<void>
  stop: () => Promise<void>
}

/** @param options.patienceMs how soon a silent line is given up. */
export async function startField(
  options: { patienceMs?: number; limits?: Record<string, number> } = {},
): Promise<Field> {
  const environment = { LIMITS: JSON.stringify(options.limits ?? {}) }
  const server = await startTestServer({ environment })
  const proxy = await startFaultProxy(server.url)
  const staff = await addStaff(server)
  const tools = nodeTools((path, init) => fetch(`${proxy.url}${path}`, init))
  let session = await enrolled(tools, await addEnrolmentCode(server, staff.id))
  const world = {
    ...theBrowser,
    patienceMs: options.patienceMs ?? 2_000,
    onWakeUp: () => () => {},
    report: (error: unknown) => {
      throw error
    },
  }
  let handle: SyncHandle | null = null
  const field: Field = {
    server,
    proxy,
    tools,
    session: () => session,
    async sync() {
      // The first run begins with the handle itself.
      handle ??= startSync(session, world)
      await handle.now()
      return handle.status()
    },
    async restart() {
      handle?.stop()
      handle = null
      session.store.close('locked')
      session = await unlocked(tools, session.profileId)
    },
    envelopes: () =>
      server.tools.db
        .selectFrom('envelope')
        .select(['seq', 'record_id', 'status', 'reasons'])
        .where('profile_id', '=', session.profileId)
        .orderBy('seq')
        .execute(),
    async putPeople(count) {
      const changes = feedLines(count, homeCommune).map(({ change }) => change)
      const beneficiaries = changes.flatMap((one) => (one.type === 'beneficiary' ? [Beneficiary.parse(one)] : []))
      const entitlements = changes.flatMap((one) => (one.type === 'entitlement' ? [Entitlement.parse(one)] : []))
      const { db, now } = server.tools
      await inTransaction(db, (trx) => putOnList(trx, homeCommune, { beneficiaries, entitlements }, now()))
    },
    async stop() {
      handle?.stop()
      session.store.close('locked')
      await proxy.close()
      await server.stop()
    },
  }
  return field
}
