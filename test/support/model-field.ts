// A tablet against the server in memory, on virtual time: for faults that need a look inside, or hours to pass.
import type { Session, Tools } from '../../src/tablet/actions/session.ts'
import { type SyncHandle, startSync, type SyncStatus } from '../../src/tablet/actions/start-sync.ts'
import { type ModelProfile, type ModelServer, startModelServer } from './model-server.ts'
import { enrolled, type NodeTools, nodeTools, unlocked } from './node-tablet.ts'
import { startVirtualTime, type VirtualTime } from './virtual-time.ts'

export type ModelField = {
  readonly server: ModelServer
  readonly time: VirtualTime
  readonly tools: NodeTools
  readonly session: () => Session
  readonly handle: () => SyncHandle
  /** The server's view of this tablet. */
  readonly profile: () => ModelProfile
  /** One try, by hand. */
  sync: () => Promise<SyncStatus>
  /** The app is closed and opened again. */
  restart: () => Promise<void>
  stop: () => void
}

/** Enrols one tablet. @param given in place of the usual tools, e.g. those of another tab. */
export async function startModelField(
  given: { server?: ModelServer; time?: VirtualTime; tools?: Partial<Tools> } = {},
): Promise<ModelField> {
  const time = given.time ?? startVirtualTime()
  const server = given.server ?? startModelServer(time.now)
  const tools = nodeTools(server.send, { time, ...given.tools })
  let session = await enrolled(tools, server.newCode())
  let handle: SyncHandle | null = null
  const begun = () => (handle ??= startSync(session, time.world))
  return {
    server,
    time,
    tools,
    session: () => session,
    handle: begun,
    profile: () => {
      const profile = server.profiles.get(session.profileId)
      if (profile === undefined) throw new Error('the server does not know this tablet')
      return profile
    },
    async sync() {
      await begun().now()
      return begun().status()
    },
    async restart() {
      handle?.stop()
      handle = null
      session.store.close('locked')
      session = await unlocked(tools, session.profileId)
    },
    stop() {
      handle?.stop()
      session.store.close('locked')
    },
  }
}
