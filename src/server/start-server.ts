// Puts the server together from settings: database, keys, photos, log, routes. Used by `start.ts`, the demo and tests.
import { mkdirSync } from 'node:fs'
import { v7 } from 'uuid'
import { makeApp } from './http/app.ts'
import type { App } from './http/app-type.ts'
import { startKeepingHouse } from './keep-house.ts'
import { loadKeys } from './keys.ts'
import { makeLog } from './log.ts'
import type { Settings } from './settings.ts'
import { openDatabase } from './store/open-database.ts'
import { openPhotoFiles } from './store/photo-files.ts'
import { prepareDatabase } from './store/prepare-database.ts'
import { keepRelease } from './releases.ts'
import type { ServerTools } from './tools.ts'

export type RunningServer = {
  app: App
  tools: ServerTools
  /** Where it listens, without a slash at the end; the public address when one is set. */
  url: string
  /** Lets running requests finish, then closes everything. */
  stop: () => Promise<void>
}

/** Database, keys and folders of a data folder, ready to work with. */
export async function openTools(settings: Settings, overrides: Partial<ServerTools> = {}): Promise<ServerTools> {
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 })
  const keys = await loadKeys(settings.dataDir)
  const db = overrides.db ?? openDatabase(settings)
  const newId = overrides.newId ?? (() => v7())
  await prepareDatabase(db, newId)
  return {
    db,
    settings,
    now: () => Date.now(),
    newId,
    keys,
    photos: openPhotoFiles(settings.dataDir),
    log: makeLog(settings.logLevel),
    ...overrides,
  }
}

/** Opens everything and listens. */
export async function startServer(settings: Settings, overrides: Partial<ServerTools> = {}): Promise<RunningServer> {
  const tools = await openTools(settings, overrides)
  keepRelease(settings.dataDir, settings.distDir, tools.now())
  const app = await makeApp(tools)
  await app.listen({ port: settings.port, host: settings.host })
  const stopKeepingHouse = startKeepingHouse(tools)
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : settings.port
  return {
    app,
    tools,
    url: settings.publicUrl ?? `http://localhost:${port}`,
    stop: async () => {
      // A connection on which nothing was ever asked counts as busy, and would be waited for.
      const patience = setTimeout(() => app.server.closeAllConnections(), settings.limits.stopMs)
      await app.close()
      clearTimeout(patience)
      await stopKeepingHouse()
      await tools.db.destroy()
    },
  }
}
