// Works that share a commit do not share a fate.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../src/server/store/open-database.ts'
import type { Database } from '../../../src/server/store/schema.ts'
import { inSharedTransaction } from '../../../src/server/store/shared-commit.ts'
import type { Trx } from '../../../src/server/store/transaction.ts'

describe('works that share a commit', () => {
  let dataDir: string
  let db: Kysely<Database>
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'tan-nha-shared-'))
    db = openDatabase({ dataDir, databaseUrl: null })
    await sql`create table note (n integer primary key, padding text not null default '')`.execute(db)
  })
  afterEach(async () => {
    await db.destroy()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const put = (trx: Trx, n: number, padding = '') => sql`insert into note values (${n}, ${padding})`.execute(trx)
  const notes = async () => (await sql<{ n: number }>`select n from note order by n`.execute(db)).rows.map(({ n }) => n)
  let other: Kysely<Database>
  beforeEach(() => {
    other = openDatabase({ dataDir, databaseUrl: null }, { forReading: true })
  })
  afterEach(() => other.destroy())

  it('are all there when they are answered, and seen from outside only then', async () => {
    const seen: number[] = []
    await Promise.all(
      [1, 2, 3, 4].map(async (n) => {
        const told = await inSharedTransaction(db, async (trx) => {
          await put(trx, n)
          return n * 10
        })
        seen.push(told)
        const { rows } = await sql<{ n: number }>`select n from note where n = ${n}`.execute(other)
        expect(rows).toEqual([{ n }])
      }),
    )
    expect(seen).toEqual([10, 20, 30, 40])
  })

  it('need fewer commits than they are', async () => {
    const log = join(dataDir, 'tan-nha.sqlite-wal')
    const before = commitsIn(readFileSync(log))
    const works = Array.from({ length: 40 }, (_, n) => inSharedTransaction(db, (trx) => put(trx, n)))
    await Promise.all(works)
    const commits = commitsIn(readFileSync(log)) - before
    expect(commits).toBeGreaterThanOrEqual(1)
    expect(commits).toBeLessThan(works.length / 2)
    expect(await notes()).toHaveLength(works.length)
  })

  it('one that fails leaves nothing of itself, and its neighbours stand', async () => {
    const results = await Promise.allSettled(
      [1, 2, 3].map((n) =>
        inSharedTransaction(db, async (trx) => {
          await put(trx, n)
          if (n === 2) throw new Error('I changed my mind')
          return n
        }),
      ),
    )
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await notes()).toEqual([1, 3])
    await inSharedTransaction(db, (trx) => put(trx, 4))
    expect(await notes()).toEqual([1, 3, 4])
  })

  it('a full disk fails all whose commit did not come, names itself, and leaves nothing; with room again all goes on', async () => {
    await inSharedTransaction(db, (trx) => put(trx, 1))
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
    await sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + 2}`).execute(db)
    const results = await Promise.allSettled(
      [2, 3, 4].map((n) => inSharedTransaction(db, (trx) => put(trx, n, n === 3 ? 'x'.repeat(100_000) : ''))),
    )
    const refused = results.filter((result) => result.status === 'rejected')
    expect(refused.length).toBeGreaterThan(0)
    for (const { reason } of refused) expect(reason).toMatchObject({ errcode: 13 })
    const stand = results.flatMap(({ status }, index) => (status === 'fulfilled' ? [index + 2] : []))
    expect(await notes()).toEqual([1, ...stand])
    await sql`pragma max_page_count = 1000000`.execute(db)
    await inSharedTransaction(db, (trx) => put(trx, 9, 'x'.repeat(100_000)))
    expect(await notes()).toEqual([1, ...stand, 9])
  })
})

/** Frames of a write-ahead log that end a transaction: SQLite marks them with the size of the database (file format, 4.1). */
function commitsIn(log: Buffer): number {
  const pageBytes = log.readUInt32BE(8)
  const salt = log.subarray(16, 24)
  let commits = 0
  for (let at = 32; at + 24 + pageBytes <= log.length; at += 24 + pageBytes) {
    if (!log.subarray(at + 8, at + 16).equals(salt)) break
    if (log.readUInt32BE(at + 4) > 0) commits += 1
  }
  return commits
}
