// F15 at the server: it is killed while it brings ten thousand rows of the first schema to today's. The next start finds the old
// schema with every row, and takes it to the new one.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { expect, it } from 'vitest'
import type { ProfileId } from '../../src/domain/ids.ts'
import { envelopeHash, genesisHash } from '../../src/protocol/envelope.ts'
import { migrate, schemaVersion } from '../../src/server/store/migrate.ts'
import { openDatabase } from '../../src/server/store/open-database.ts'
import type { Database } from '../../src/server/store/schema.ts'
import { freshPostgres } from '../support/fresh-postgres.ts'

const profile = '019aaf00-0009-7000-8000-000000000001' as ProfileId
const people = 9800
const envelopes = 200

const hasPostgres = (process.env.TEST_POSTGRES ?? '') !== ''

/** The first schema with ten thousand rows: people, and a chain. */
async function fill(db: Kysely<Database>): Promise<void> {
  await migrate(db, '001-first')
  await sql`insert into staff values ('s', 'u', 'Cán bộ', 'wardOfficer', null, 0, 1, 0, 0)`.execute(db)
  await sql`
    insert into profile (id, staff_id, token_hash, public_key, state, tablet_name, user_agent, screen, app, enrolled_at,
      last_contact_at, head_seq, head_hash)
    values (${profile}, 's', 't', 'k', 'active', '', '', '', '', 0, 0, ${envelopes}, '')`.execute(db)
  await sql`
    with recursive each (n) as (select 1 union all select n + 1 from each where n < ${sql.lit(people)})
    insert into beneficiary (commune, id, name, name_key, sort_key, search_text, method, data, listed, created_at, updated_at)
    select '31147', 'p' || n, 'Trần Văn Một', 'tran van mot', 'mot', ' tran', 'unknown', '{}', 1, 0, 0 from each`.execute(
    db,
  )
  let prev = await genesisHash(profile)
  for (let seq = 1; seq <= envelopes; seq += 1) {
    const body = JSON.stringify({ n: seq })
    const hash = await envelopeHash({ seq, prev, body })
    await sql`
      insert into envelope (profile_id, seq, prev, hash, sig, body, staff_id, status, reasons, received_at, by_file)
      values (${profile}, ${seq}, ${prev}, ${hash}, '', ${Buffer.from(body)}, 's', 'accepted', '[]', 0, 0)`.execute(db)
    prev = hash
  }
}

/** Which schema is there, with how many rows, and whether its chain holds. */
async function lookAt(db: Kysely<Database>) {
  const { rows: applied } = await sql<{ name: string }>`select name from migration order by name`.execute(db)
  const { rows: counted } = await sql<{ count: number }>`select count(*) as count from beneficiary`.execute(db)
  const chain = await db.selectFrom('envelope').select(['seq', 'prev', 'hash', 'body']).orderBy('seq').execute()
  let prev = await genesisHash(profile)
  let isWhole = true
  for (const { seq, prev: before, hash, body } of chain) {
    const made = await envelopeHash({ seq, prev, body: Buffer.from(body).toString() })
    isWhole &&= before === prev && hash === made
    prev = made
  }
  return { schema: applied.at(-1)?.name, rows: Number(counted[0]?.count) + chain.length, isWhole }
}

async function dieWhileMigrating(dataDir: string, url: string | null, moment: string): Promise<void> {
  const script = join(import.meta.dirname, '../support/migrate-and-die.ts')
  const child = spawn(process.execPath, [script, dataDir, url ?? '-', moment], { stdio: 'inherit' })
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
}

it.each(['SQLite', ...(hasPostgres ? ['PostgreSQL'] : [])])(
  'F15: on %s, whenever the migration is killed, the old schema is there with every row',
  async (name) => {
    const fresh = name === 'PostgreSQL' ? await freshPostgres() : null
    const dataDir = mkdtempSync(join(tmpdir(), 'tan-nha-migrating-'))
    const url = fresh?.url ?? null
    const within = async <T>(work: (db: Kysely<Database>) => Promise<T>): Promise<T> => {
      const db = openDatabase({ dataDir, databaseUrl: url })
      try {
        return await work(db)
      } finally {
        await db.destroy()
      }
    }
    try {
      await within(fill)
      const old = { schema: '001-first', rows: people + envelopes, isWhole: true }
      for (const moment of ['5', '20', 'end']) {
        await dieWhileMigrating(dataDir, url, moment)
        expect(await within(lookAt)).toEqual(old)
      }
      await within((db) => migrate(db))
      expect(await within(lookAt)).toEqual({ ...old, schema: schemaVersion })
    } finally {
      await fresh?.drop()
      rmSync(dataDir, { recursive: true })
    }
  },
)
