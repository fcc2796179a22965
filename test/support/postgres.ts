// A real PostgreSQL of our own for a test run: a fresh cluster on a free port, gone afterwards.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import pg from 'pg'

export type Postgres = {
  /** Version as the server states it, e.g. `15.9`. */
  readonly version: string
  /** Makes an empty database of its own and gives its address. */
  createDatabase(): Promise<string>
  /** Ends it as a power failure of the process would: no shutdown checkpoint. It can be started again. */
  crash(): Promise<void>
  start(): Promise<void>
  /** Ends it and removes what it wrote. */
  stop(): Promise<void>
}

/** The folder of PostgreSQL's binaries: what `PG_BIN` names, Debian's places (newest first), or PATH. Null when there are none. */
export function findPostgres(): string | null {
  const places = [
    process.env.PG_BIN ?? '',
    ...globSync('/usr/lib/postgresql/*/bin').toSorted((a, b) => Number(b.split('/')[4]) - Number(a.split('/')[4])),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return (
    places.find((folder) => folder !== '' && ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))) ??
    null
  )
}

/** PostgreSQL refuses to run as root: the account that it runs as then. */
function account(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const found = ['postgres', 'nobody']
    .map((name) => lines.find(([user]) => user === name))
    .find((line) => line !== undefined)
  return { uid: Number(found?.[2] ?? 65534), gid: Number(found?.[3] ?? 65534) }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}

/**
 * Starts a PostgreSQL, or gives null when its binaries are not on this machine.
 * @param durable whether it syncs to disk as in earnest; off by default, since tests do not survive power cuts.
 */
export async function startPostgres({ durable = false } = {}): Promise<Postgres | null> {
  const bin = findPostgres()
  if (bin === null) return null
  const owner = account()
  const folder = mkdtempSync(join(tmpdir(), 'tan-nha-pg-'))
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const data = join(folder, 'data')
  const options = { cwd: folder, ...owner, env: { PATH: process.env.PATH, LC_ALL: 'C' } }
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'tannha', '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N'],
    options,
  )
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr?.toString() ?? made.error?.message}`)
  const port = await freePort()
  const settings = ['-c', `listen_addresses=127.0.0.1`, '-c', `port=${port}`, '-c', `unix_socket_directories=`]
  const fast = durable ? [] : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']
  const address = (name: string) => `postgres://tannha@127.0.0.1:${port}/${name}`
  let child: ChildProcess

  const ask = async (sql: string): Promise<unknown[]> => {
    const client = new pg.Client({ connectionString: address('postgres') })
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows.flatMap((row) => Object.values(row))
    } finally {
      await client.end()
    }
  }

  const start = async () => {
    child = spawn(join(bin, 'postgres'), ['-D', data, ...settings, ...fast], {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr?.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-4000)))
    for (let tries = 0; ; tries += 1) {
      try {
        await ask('select 1')
        return
      } catch (error) {
        if (child.exitCode !== null || tries > 300)
          throw new Error(`PostgreSQL did not start: ${said}`, { cause: error })
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }
  }

  const end = async (signal: 'SIGQUIT' | 'SIGINT') => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }

  await start()
  let databases = 0
  return {
    version: String((await ask('show server_version'))[0]),
    async createDatabase() {
      databases += 1
      const name = `t${process.pid}_${databases}_${Math.floor(performance.now())}`
      await ask(`create database ${name}`)
      return address(name)
    },
    crash: () => end('SIGQUIT'),
    start,
    async stop() {
      await end('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
