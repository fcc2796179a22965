// The real server without a port: its real routes asked directly, on SQLite in memory, photos in memory. It is fast to
// renew, can fail at any query, be backed up and be restored.
import { DatabaseSync } from 'node:sqlite'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, SqliteDialect, type SqliteStatement } from 'kysely'
import type { App } from '../../src/server/http/app-type.ts'
import { makeApp } from '../../src/server/http/app.ts'
import { readSettings } from '../../src/server/settings.ts'
import { openTools } from '../../src/server/start-server.ts'
import { putMeta } from '../../src/server/store/meta.ts'
import type { PhotoFiles } from '../../src/server/store/photo-files.ts'
import { prepareDatabase } from '../../src/server/store/prepare-database.ts'
import type { Database } from '../../src/server/store/schema.ts'
import { asKyselyStatement } from '../../src/server/store/sqlite-database.ts'
import type { ServerTools } from '../../src/server/tools.ts'
import { Readable } from 'node:stream'

export type SimulatedServer = {
  readonly app: App
  readonly tools: ServerTools
  /** A fresh, empty server in place of the last one. */
  renew: (now: () => number) => Promise<void>
  /** The query after so many more fails, and with it whatever it belongs to; null: none does. @returns whether it has failed since. */
  failAfter: (queries: number | null) => boolean
  backUp: () => Backup
  restore: (backup: Backup, epoch: string) => Promise<void>
  /** Rows of a query, for looking inside. */
  rows: (sql: string) => Record<string, unknown>[]
  stop: () => Promise<void>
}

export type Backup = { database: Uint8Array; photos: Map<string, Buffer> }

/** Takes half a second; `renew` afterwards takes a few milliseconds. */
export async function startSimulatedServer(): Promise<SimulatedServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tan-nha-simulation-'))
  const much = 1_000_000_000
  const limits = { requestsPerMinutePerAddress: much, requestsPerMinutePerProfile: much, holdingsEveryMs: 60_000 }
  const settings = readSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', LIMITS: JSON.stringify(limits) })
  let countdown: number | null = null
  let failed = false
  let clock = () => 0
  const photos = new Map<string, Buffer>()

  const guard = (sql: string) => {
    // What undoes a failed transaction cannot fail here: after a real crash the database does it by itself.
    if (countdown === null || /^rollback/i.test(sql)) return
    countdown -= 1
    if (countdown >= 0) return
    countdown = null
    failed = true
    throw new Error('the server crashes here')
  }
  const open = (image: Uint8Array | null) => {
    const database = new DatabaseSync(':memory:')
    if (image !== null) database.deserialize(image)
    database.exec('pragma foreign_keys = on')
    return {
      database,
      db: new Kysely<Database>({ dialect: new SqliteDialect({ database: asKysely(database, guard) }) }),
    }
  }

  const template = open(null)
  await prepareDatabase(template.db, () => 'epoch-0')
  const empty = template.database.serialize()
  let current = template
  const tools = await openTools(settings, { db: template.db, now: () => clock(), photos: photosIn(photos) })
  const app = await makeApp(tools)
  // The socket of a request that came without a line knows no time-outs. The first one fails over it, and here is where
  // its kind can be got hold of.
  app.addHook('onError', async (request) => {
    const kind = Object.getPrototypeOf(request.raw.socket) as { setTimeout?: () => void }
    kind.setTimeout ??= () => {}
  })
  await app.inject({ url: '/health' })

  const swap = async (image: Uint8Array) => {
    await current.db.destroy()
    current = open(image)
    tools.db = current.db
  }
  return {
    app,
    tools,
    async renew(now) {
      clock = now
      countdown = null
      photos.clear()
      await swap(empty)
    },
    failAfter(queries) {
      const before = failed
      failed = false
      countdown = queries
      return before
    },
    backUp: () => ({ database: current.database.serialize(), photos: new Map(photos) }),
    async restore(backup, epoch) {
      countdown = null
      await swap(backup.database)
      await putMeta(tools.db, 'epoch', epoch)
      photos.clear()
      for (const [name, bytes] of backup.photos) photos.set(name, bytes)
    },
    rows: (sql) => current.database.prepare(sql).all(),
    async stop() {
      await app.close()
      await tools.db.destroy()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function asKysely(database: DatabaseSync, guard: (sql: string) => void) {
  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare: (sql: string) => {
      const known = prepared.get(sql) ?? statementOf(sql)
      prepared.set(sql, known)
      return known
    },
  }
  function statementOf(sql: string): SqliteStatement {
    const statement = asKyselyStatement(database.prepare(sql === 'begin' ? 'begin immediate' : sql))
    return {
      ...statement,
      all: (parameters) => {
        guard(sql)
        return statement.all(parameters)
      },
      run: (parameters) => {
        guard(sql)
        return statement.run(parameters)
      },
    }
  }
}

/** Photos in memory, keyed as on disk: `whole/<hash>` and `incoming/<profile>-<hash>`. */
function photosIn(files: Map<string, Buffer>): PhotoFiles {
  const incoming = (profile: string, sha256: string) => `incoming/${profile}-${sha256}`
  const running = new Map<string, Promise<unknown>>()
  return {
    folder: 'whole',
    incomingBytes: async (profile, sha256) => files.get(incoming(profile, sha256))?.length ?? 0,
    announcedBytes: async (profile, sha256) => files.get(`${incoming(profile, sha256)}.bytes`)?.readUInt32BE() ?? null,
    async announce(profile, sha256, bytes) {
      const said = Buffer.alloc(4)
      said.writeUInt32BE(bytes)
      files.set(`${incoming(profile, sha256)}.bytes`, said)
    },
    async append(profile, sha256, offset, bytes) {
      const name = incoming(profile, sha256)
      let whole = (files.get(name) ?? Buffer.alloc(0)).subarray(0, offset)
      for await (const piece of bytes) {
        whole = Buffer.concat([whole, piece])
        files.set(name, whole)
      }
      return whole.length
    },
    async cutBack(profile, sha256, bytes) {
      const name = incoming(profile, sha256)
      files.set(name, (files.get(name) ?? Buffer.alloc(0)).subarray(0, bytes))
    },
    readIncoming: async (profile, sha256) => files.get(incoming(profile, sha256)) ?? Buffer.alloc(0),
    async oneAtATime(profile, sha256, step) {
      const name = incoming(profile, sha256)
      const mine = (running.get(name) ?? Promise.resolve()).then(step, step)
      running.set(name, mine)
      return mine
    },
    async discard(profile, sha256) {
      files.delete(incoming(profile, sha256))
      files.delete(`${incoming(profile, sha256)}.bytes`)
    },
    async keep(profile, sha256) {
      const name = incoming(profile, sha256)
      files.set(`whole/${sha256}`, files.get(name) ?? Buffer.alloc(0))
      files.delete(name)
      files.delete(`${name}.bytes`)
    },
    put: async (sha256, bytes) => void files.set(`whole/${sha256}`, Buffer.from(bytes)),
    read: (sha256) => Readable.from([files.get(`whole/${sha256}`) ?? Buffer.alloc(0)]),
    isThere: async (sha256, bytes) => files.get(`whole/${sha256}`)?.length === bytes,
  }
}
