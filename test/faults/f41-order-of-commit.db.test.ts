// F41, F42: the feed of a commune misses nothing, whoever writes it, from however many processes, however long one of
// them stands still.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CommuneCode } from '../../src/domain/ids.ts'
import { putOnList } from '../../src/server/store/list.ts'
import { inTransaction, type Trx } from '../../src/server/store/transaction.ts'
import { freshPostgres } from '../support/fresh-postgres.ts'
import { madeUpPerson } from '../support/made-up-person.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'
import { enrolTestTablet, openTestTablet, type TestTablet } from '../support/test-tablet.ts'

const installed = (process.env['TEST_POSTGRES'] ?? '') !== ''
if (!installed) console.log('F41, F42: not tried, there is no PostgreSQL on this machine.')

const commune = '31150' as CommuneCode
const processes = 2
const writersEach = 4
const rounds = 42
const people = 30

describe.runIf(installed)('the feed of a commune on PostgreSQL', () => {
  let database: NonNullable<Awaited<ReturnType<typeof freshPostgres>>>
  let servers: [TestServer, TestServer]
  beforeEach(async () => {
    const fresh = await freshPostgres()
    if (fresh === null) throw new Error('PostgreSQL was there and is gone')
    database = fresh
    const environment = { DATABASE_URL: fresh.url }
    servers = [await startTestServer({ environment }), await startTestServer({ environment })]
  })
  afterEach(async () => {
    for (const server of servers) await server.stop()
    await database.drop()
  })

  const put = (trx: Trx, count: number) => {
    const beneficiaries = Array.from({ length: count }, () => madeUpPerson(commune))
    return putOnList(trx, commune, { beneficiaries, entitlements: [] }, Date.now()).then(() =>
      beneficiaries.map(({ id }) => id as string),
    )
  }
  /** A tablet that asks now one server and now the other, and remembers whom it was told of. */
  const reader = async () => {
    const tablet = await enrolTestTablet(servers[0], { communes: [commune] })
    const tablets: [TestTablet, TestTablet] = [tablet, openTestTablet(servers[1].url, tablet.enrolment, tablet.keys)]
    const told: string[] = []
    let cursor: string | undefined
    let turn = 0
    return {
      told,
      read: async () => {
        const page = await (tablets[(turn += 1) % 2] as TestTablet).allChanges(cursor)
        cursor = page.cursor
        told.push(...page.lines.map(({ id }) => id))
        return page.lines.length
      },
    }
  }

  it('F41: eight writers in two processes, ten thousand rows: none is missed, none is told twice', async () => {
    const { told, read } = await reader()
    const written: string[] = []
    let writing = processes
    const work = Promise.all(
      Array.from({ length: processes }, async () => {
        const orders = [database.url, commune, writersEach, rounds, people].map(String)
        const child = spawn(process.execPath, [join(import.meta.dirname, '../support/write-feed.ts'), ...orders], {
          stdio: ['ignore', 'pipe', 'inherit'],
        })
        const ended = once(child, 'close')
        for await (const line of createInterface(child.stdout)) written.push(line)
        expect(await ended).toEqual([0, null])
        writing -= 1
      }),
    )
    let pagesWhileWriting = 0
    while (writing > 0) if ((await read()) > 0) pagesWhileWriting += 1
    await work
    await read()
    expect(pagesWhileWriting).toBeGreaterThan(5)
    expect(written.length).toBe(processes * writersEach * rounds * people)
    expect(written.length).toBeGreaterThanOrEqual(10_000)
    expect(told.length).toBe(written.length)
    expect(new Set(told)).toEqual(new Set(written))
  })

  it.each(['goes on after all', 'is thrown out'])(
    'F42: a writer stands still in its transaction and %s: no cursor has passed it',
    async (end) => {
      const { told, read } = await reader()
      const [here, there] = [servers[0].tools.db, servers[1].tools.db]
      const before = await inTransaction(here, (trx) => put(trx, 3))
      const stalled = await here.startTransaction().execute()
      const late = await put(stalled, 3)
      const others = Promise.all(
        Array.from({ length: 4 }, (_, n) => inTransaction(n % 2 === 0 ? here : there, (trx) => put(trx, 3))),
      )
      // All four wait for the one that holds the counter; whoever reads meanwhile sees what was committed, and nothing else.
      await vi.waitFor(async () => expect(await waitingForLocks(there)).toBe(4), { timeout: 20_000 })
      await read()
      expect(told).toEqual(before)
      if (end === 'is thrown out') {
        await sql`set local idle_in_transaction_session_timeout = 50`.execute(stalled)
        const written = (await others).flat()
        await expect(put(stalled, 1)).rejects.toThrow(/terminat|not queryable/)
        await stalled
          .rollback()
          .execute()
          .catch(() => {})
        await read()
        expect(new Set(told)).toEqual(new Set([...before, ...written]))
      } else {
        await stalled.commit().execute()
        const written = (await others).flat()
        await read()
        expect(new Set(told)).toEqual(new Set([...before, ...late, ...written]))
      }
      expect(new Set(told).size).toBe(told.length)
    },
  )
})

async function waitingForLocks(db: TestServer['tools']['db']): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
  return Number(rows[0]?.count)
}
