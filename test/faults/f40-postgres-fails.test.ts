// F40, F43: PostgreSQL crashes, throws its clients out, refuses a race, has no connection left. What was acknowledged is
// there, nothing has two effects, and the server recovers alone.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDatabase } from '../../src/server/store/open-database.ts'
import { findPostgres, type Postgres, startPostgres } from '../support/postgres.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'
import { enrolTestTablet, registrationBody, type TestTablet } from '../support/test-tablet.ts'

const installed = findPostgres() !== null
if (!installed) console.log('F40, F43: not tried, there is no PostgreSQL on this machine.')

describe.runIf(installed)('a PostgreSQL that fails', () => {
  let postgres: Postgres
  let server: TestServer
  let databaseUrl: string
  beforeAll(async () => {
    const started = await startPostgres({ durable: true })
    if (started === null) throw new Error('PostgreSQL was there and is gone')
    postgres = started
    databaseUrl = await postgres.createDatabase()
    // One server for all that follows: what it went through before must not matter.
    server = await startTestServer({ environment: { DATABASE_URL: databaseUrl } })
  }, 60_000)
  afterAll(async () => {
    await server.stop()
    await postgres.stop()
  }, 60_000)

  it('F40: crashes in the middle of pushes and comes back', { timeout: 120_000 }, async () => {
    const pushers = await startPushers(server, 3)
    for (let crash = 1; crash <= 2; crash += 1) {
      const before = pushers.told()
      await until(() => pushers.told() > before + 20)
      const refused = pushers.refused()
      await postgres.crash()
      await until(() => pushers.refused() > refused + 3)
      await postgres.start()
    }
    const before = pushers.told()
    await until(() => pushers.told() > before + 20)
    await pushers.finish()
    await expectAllThere(server, pushers.tablets)
  })

  it('F43: throws out every client again and again', { timeout: 120_000 }, async () => {
    const pushers = await startPushers(server, 3)
    const other = openDatabase({ dataDir: '', databaseUrl })
    for (let round = 0; round < 12; round += 1) {
      const before = pushers.told()
      await until(() => pushers.told() > before)
      await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(other)
    }
    await other.destroy()
    await pushers.finish()
    expect(pushers.refused()).toBeGreaterThan(0)
    await expectAllThere(server, pushers.tablets)
  })

  it('F43: a race that is lost is run again, with one effect; one that is always lost is given up, with none', async () => {
    const tablet = await enrolTestTablet(server)
    const { db } = server.tools
    await sql`create sequence race`.execute(db)
    // A sequence counts on, whatever becomes of the transaction.
    const loseFirst = async (races: number, code: string) => {
      await sql
        .raw(
          `
        create or replace function lose() returns trigger language plpgsql as $$
        begin
          if nextval('race') <= ${races} then raise exception using errcode = '${code}'; end if;
          return new;
        end $$`,
        )
        .execute(db)
      await sql`select setval('race', 1, false)`.execute(db)
    }
    await loseFirst(0, '40001')
    await sql`create trigger lose before insert on change for each statement execute function lose()`.execute(db)
    for (const code of ['40001', '40P01']) {
      await loseFirst(2, code)
      expect((await tablet.record(registrationBody(), registrationBody())).status).toBe(200)
    }
    await loseFirst(1000, '40001')
    const given = await tablet.record(registrationBody())
    expect([given.status, given.body['code']]).toEqual([503, 'unavailable'])
    expect((await tablet.changes()).begin.journal.next).toBe(5)
    await sql`drop trigger lose on change`.execute(db)
    expect((await tablet.push(tablet.chain.slice(4))).body).toMatchObject({
      next: 6,
      results: [{ status: 'accepted' }],
    })
    await expectAllThere(server, [tablet])
  })

  it('F43: no connection is left: told to come again, and served as soon as there is one', async () => {
    const impatient = openDatabase({ dataDir: '', databaseUrl }, { patienceMs: 200 })
    const small = await startTestServer({ tools: { db: impatient } })
    const tablet = await enrolTestTablet(small)
    const held = await Promise.all(Array.from({ length: 10 }, () => impatient.startTransaction().execute()))
    const refused = await tablet.record(registrationBody())
    expect([refused.status, refused.body['code'], refused.headers.get('retry-after')]).toEqual([
      503,
      'unavailable',
      '5',
    ])
    for (const trx of held) await trx.rollback().execute()
    expect((await tablet.push(tablet.chain)).status).toBe(200)
    await expectAllThere(small, [tablet])
    await small.stop()
  })

  it('F42: nobody may stand still in a transaction for long', async () => {
    const { rows } = await sql<{ idle_in_transaction_session_timeout: string }>`
      show idle_in_transaction_session_timeout`.execute(server.tools.db)
    expect(rows).toEqual([{ idle_in_transaction_session_timeout: '1min' }])
  })
})

const until = (claim: () => boolean) => vi.waitFor(() => expect(claim()).toBe(true), { timeout: 30_000, interval: 5 })

/** Tablets that push one record after the other; what has no answer yet is pushed again. */
async function startPushers(server: TestServer, count: number) {
  const tablets: TestTablet[] = []
  for (let n = 0; n < count; n += 1) tablets.push(await enrolTestTablet(server))
  const counts = { told: 0, refused: 0 }
  let stopping = false
  const work = Promise.all(
    tablets.map(async (tablet) => {
      for (let told = 0; !stopping || told < tablet.chain.length;) {
        if (told === tablet.chain.length) await tablet.seal(registrationBody())
        const { status, body, headers } = await tablet.push(tablet.chain.slice(told))
        if (status === 200) {
          counts.told += tablet.chain.length - told
          told = tablet.chain.length
        } else {
          expect([status, body['code'], headers.get('retry-after')]).toEqual([503, 'unavailable', '5'])
          counts.refused += 1
        }
      }
    }),
  )
  // Heard of where it is waited for.
  work.catch(() => {})
  return {
    tablets,
    told: () => counts.told,
    refused: () => counts.refused,
    finish: async () => {
      stopping = true
      await work
    },
  }
}

/** Every record once, as it was signed, with its one effect. */
async function expectAllThere(server: TestServer, tablets: readonly TestTablet[]): Promise<void> {
  for (const { profileId, chain } of tablets) {
    const rows = await server.tools.db
      .selectFrom('envelope')
      .select(['seq', 'sig', 'status'])
      .where('profile_id', '=', profileId)
      .orderBy('seq')
      .execute()
    expect(rows).toEqual(chain.map(({ seq, sig }) => ({ seq, sig, status: 'accepted' })))
    const effects = await server.tools.db
      .selectFrom('registration')
      .select('seq')
      .where('profile_id', '=', profileId)
      .orderBy('seq')
      .execute()
    expect(effects).toEqual(chain.map(({ seq }) => ({ seq })))
  }
}
