// F37: the server is killed in the middle of its work, again and again. F38: what it acknowledges is on disk.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { tmpdir } from 'node:os'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { envelopeHash, genesisHash } from '../../src/protocol/envelope.ts'
import { openDatabase } from '../../src/server/store/open-database.ts'
import { startServerProcess } from '../support/server-process.ts'
import { addEnrolmentCode, addStaff, startTestServer } from '../support/test-server.ts'
import { enrolTestTablet, madeUpPhoto, openTestTablet, photoOf, registrationBody } from '../support/test-tablet.ts'

const strace = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'strace'))
  .find((path) => existsSync(path))

describe('a server that is killed', () => {
  let dataDir: string
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'tan-nha-killed-'))
  })
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

  const enrolOne = async () => {
    const server = await startTestServer({ dataDir })
    const code = await addEnrolmentCode(server, (await addStaff(server)).id)
    const tablet = await enrolTestTablet(server, { code })
    await server.stop()
    return tablet
  }

  it('F37: has everything that it acknowledged, a whole chain, and goes on', { timeout: 120_000 }, async () => {
    const enrolled = await enrolOne()
    const { chain } = enrolled
    let acknowledged = 0
    let killedWhileWorking = 0
    for (let round = 0; round < 6; round += 1) {
      const server = await startServerProcess(dataDir)
      const tablet = openTestTablet(server.url, enrolled.enrolment, enrolled.keys, chain)
      const { begin } = await tablet.changes()
      expect(begin.journal.next).toBeGreaterThan(acknowledged)
      if (chain.length > begin.journal.next - 1) {
        const again = await tablet.push(chain.slice(begin.journal.next - 1))
        expect(again.status).toBe(200)
      }
      acknowledged = chain.length
      // Different moments of the work each round.
      const killed = new Promise((resolve) => setTimeout(resolve, 40 + round * 61)).then(() => server.kill())
      try {
        for (;;) {
          const batch = [await tablet.seal(registrationBody()), await tablet.seal(registrationBody())]
          const answer = await tablet.push(batch)
          expect(answer.status).toBe(200)
          acknowledged = chain.length
        }
      } catch (error) {
        if (!(error instanceof TypeError)) throw error
        killedWhileWorking += 1
      }
      await killed
    }
    expect(killedWhileWorking).toBe(6)

    const db = openDatabase({ dataDir, databaseUrl: null })
    const rows = await db.selectFrom('envelope').selectAll().orderBy('seq').execute()
    const registrations = await db.selectFrom('registration').select('id').execute()
    const head = await db.selectFrom('profile').select(['head_seq', 'head_hash']).executeTakeFirstOrThrow()
    await db.destroy()
    expect(rows.length).toBeGreaterThanOrEqual(acknowledged)
    let prev = await genesisHash(enrolled.profileId)
    for (const row of rows) {
      expect(row.prev).toBe(prev)
      prev = await envelopeHash({ seq: row.seq, prev: row.prev, body: Buffer.from(row.body).toString('utf8') })
      expect(row.hash).toBe(prev)
    }
    expect(head).toEqual({ head_seq: rows.length, head_hash: prev })
    expect(registrations).toHaveLength(rows.length)
  })

  it('a stopped server finishes what it was asked, and lets the next one start', async () => {
    const enrolled = await enrolOne()
    const server = await startServerProcess(dataDir)
    const tablet = openTestTablet(server.url, enrolled.enrolment, enrolled.keys, enrolled.chain)
    const [answer] = await Promise.all([tablet.record(registrationBody()), tablet.changes()])
    await server.stop()
    expect([answer.status, server.child.exitCode, existsSync(join(dataDir, 'running.pid'))]).toEqual([200, 0, false])
  })

  if (strace === undefined) console.log('F38: not counted, there is no strace on this machine.')
  it.runIf(strace !== undefined)(
    'F38: syncs to disk at least once for each acknowledged push and photo',
    { timeout: 60_000 },
    async () => {
      const enrolled = await enrolOne()
      const trace = join(dataDir, 'trace')
      const server = await startServerProcess(dataDir, [
        strace ?? '',
        '-f',
        '-qq',
        '-e',
        'trace=fsync,fdatasync',
        '-o',
        trace,
      ])
      const tablet = openTestTablet(server.url, enrolled.enrolment, enrolled.keys, enrolled.chain)
      const syncs = () =>
        readFileSync(trace, 'utf8')
          .split('\n')
          .filter((line) => /f(data)?sync\(.*= 0/.test(line) || /resumed.*= 0/.test(line)).length
      await tablet.changes()
      const pushes = 20
      const before = syncs()
      for (let sent = 0; sent < pushes; sent += 1) {
        const already = syncs()
        expect((await tablet.record(registrationBody())).status).toBe(200)
        expect(syncs() - already).toBeGreaterThanOrEqual(1)
      }
      expect(syncs() - before).toBeGreaterThanOrEqual(pushes)
      const photo = madeUpPhoto()
      const already = syncs()
      expect((await tablet.sendPhoto(photo)).status).toBe(204)
      // The bytes, and the folder that they were moved to.
      expect(syncs() - already).toBeGreaterThanOrEqual(2)
      expect((await tablet.record(registrationBody({ photos: [photoOf(photo)] }))).status).toBe(200)
      await server.kill()
    },
  )
})
