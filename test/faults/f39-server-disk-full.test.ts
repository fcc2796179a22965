// F39: the server's disk is full, or fails. Nothing is acknowledged that is not there, reading goes on, and it recovers alone.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/server/store/open-database.ts'
import { startServerProcess } from '../support/server-process.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'
import { enrolTestTablet, hashOf, madeUpPhoto, openTestTablet, registrationBody } from '../support/test-tablet.ts'

const strace = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'strace'))
  .find((path) => existsSync(path))

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tan-nha-full-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

describe('F39: a server whose disk is full', () => {
  let server: TestServer
  afterEach(() => server.stop())
  const stored = () => server.tools.db.selectFrom('envelope').select('seq').orderBy('seq').execute()
  const pages = async () => {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(server.tools.db)
    return rows[0]?.page_count ?? 0
  }

  it('answers 507 and stores nothing of a push, still reads, and takes it all when there is room again', async () => {
    server = await startTestServer({ dataDir })
    const tablet = await enrolTestTablet(server)
    expect((await tablet.record(registrationBody())).status).toBe(200)
    await sql.raw(`pragma max_page_count = ${(await pages()) + 1}`).execute(server.tools.db)

    for (let n = 0; n < 100; n += 1) await tablet.seal(registrationBody())
    const rest = tablet.chain.slice(1)
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const answer = await tablet.push(rest)
      expect([answer.status, answer.body['code'], answer.body['results']]).toEqual([507, 'storage_full', undefined])
    }
    expect(await stored()).toEqual([{ seq: 1 }])
    const page = await tablet.changes()
    expect([page.begin.journal.next, page.lines.length]).toEqual([2, 1])

    await sql`pragma max_page_count = 1000000`.execute(server.tools.db)
    const answer = await tablet.push(rest)
    expect([answer.status, answer.body['next']]).toEqual([200, 102])
    expect(await stored()).toHaveLength(101)
    expect(
      (await sql<{ ok: string }>`select * from pragma_integrity_check`.execute(server.tools.db)).rows,
    ).toHaveLength(1)
  })

  it('several tablets at once: whoever is told yes is there, whoever is not is not', async () => {
    server = await startTestServer({ dataDir })
    const tablets = await Promise.all(Array.from({ length: 6 }, () => enrolTestTablet(server)))
    const room = (await pages()) + 20
    await sql.raw(`pragma max_page_count = ${room}`).execute(server.tools.db)
    const answers = await Promise.all(
      tablets.map((tablet) => tablet.record(...Array.from({ length: 15 }, () => registrationBody()))),
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses).toContain(507)
    for (const [index, tablet] of tablets.entries()) {
      const { begin } = await tablet.changes()
      expect([statuses[index], begin.journal.next]).toEqual(statuses[index] === 200 ? [200, 16] : [507, 1])
    }
    await sql`pragma max_page_count = 1000000`.execute(server.tools.db)
    for (const tablet of tablets) expect((await tablet.push(tablet.chain)).status).toBe(200)
    expect(await stored()).toHaveLength(90)
  })
})

if (strace === undefined) console.log('F39: a disk that fails is not tried, there is no strace on this machine.')
describe.runIf(strace !== undefined)('F39: a server whose disk fails', () => {
  /** A tablet and a server in a process of its own, some of whose calls to the system fail. */
  const failing = async (calls: string, error: string, when: string, path: (profileId: string) => string | null) => {
    const first = await startTestServer({ dataDir })
    const enrolled = await enrolTestTablet(first)
    await first.stop()
    const only = path(enrolled.profileId)
    const filter = ['-e', `trace=${calls}`, ...(only === null ? [] : ['-P', only])]
    const inject = ['-e', `inject=${calls}:error=${error}:when=${when}`]
    const quietly = ['-f', '--seccomp-bpf', '-qq', '-o', '/dev/null']
    const server = await startServerProcess(dataDir, [strace ?? '', ...quietly, ...filter, ...inject])
    return { server, tablet: openTestTablet(server.url, enrolled.enrolment, enrolled.keys) }
  }

  it('a photo that finds no room is told so, and goes on where it stood when there is some', async () => {
    const photo = madeUpPhoto(2_000_000)
    const incoming = (profileId: string) => join(dataDir, 'photos', 'incoming', `${profileId}-${hashOf(photo)}`)
    const { server, tablet } = await failing('pwrite64', 'ENOSPC', '2..3', incoming)
    // Calls are counted apart on each of the four threads that write files.
    let refusals = 0
    for (let offset = 0; offset < photo.length;) {
      const { status, body } = await tablet.sendPhoto(photo, { offset })
      if (status !== 204) expect([status, body['code'], (refusals += 1) < 12]).toEqual([507, 'storage_full', true])
      const { headers } = await tablet.photoOffset(hashOf(photo))
      const reached = Number(headers.get('upload-offset'))
      expect(reached).toBeGreaterThan(0)
      expect(headers.get('upload-complete')).toBe(reached === photo.length ? '?1' : '?0')
      offset = reached
    }
    await server.kill()
    expect(refusals).toBeGreaterThan(0)
  })

  it.each([
    ['a sync', 'fsync,fdatasync', 'EIO'],
    ['a write', 'pwrite64', 'ENOSPC'],
  ])(
    'does not acknowledge what %s refused; after that nothing acknowledged is missing',
    async (_what, calls, error) => {
      // Starting up takes some calls; from a certain one on, the disk is broken for a while.
      const { server, tablet } = await failing(calls, error, '60..70', () => null)
      let acknowledged = 0
      const statuses = new Set<number>()
      for (let tries = 0; tries < 400 && !(statuses.size > 1 && acknowledged === tablet.chain.length); tries += 1) {
        if (acknowledged === tablet.chain.length) await tablet.seal(registrationBody())
        const { status } = await tablet.push(tablet.chain.slice(acknowledged))
        statuses.add(status)
        if (status === 200) acknowledged = tablet.chain.length
      }
      await server.kill()
      expect([...statuses].filter((status) => status !== 200).every((status) => status >= 500)).toBe(true)
      expect(statuses.size).toBeGreaterThan(1)
      expect(acknowledged).toBe(tablet.chain.length)

      const db = openDatabase({ dataDir, databaseUrl: null })
      const rows = await db.selectFrom('envelope').select(['seq', 'sig']).orderBy('seq').execute()
      const { rows: judgement } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
      await db.destroy()
      expect(rows.slice(0, acknowledged).map(({ sig }) => sig)).toEqual(tablet.chain.map(({ sig }) => sig))
      expect(judgement).toEqual([{ integrity_check: 'ok' }])
    },
  )
})
