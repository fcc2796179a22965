// Two who write into one embedded database: another process or thread, and the server.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqlite } from '../../../src/server/store/sqlite-database.ts'
import { PatientSqliteDialect } from '../../../src/server/store/sqlite-dialect.ts'

type Tables = { word: { text: string } }

describe('while somebody else writes', () => {
  let folder: string
  let other: DatabaseSync
  let db: Kysely<Tables>
  const open = (patienceMs: number) =>
    new Kysely<Tables>({
      dialect: new PatientSqliteDialect({ database: openSqlite(join(folder, 'a.sqlite')) }, patienceMs),
    })
  const words = async () => (await db.selectFrom('word').select('text').execute()).map(({ text }) => text)

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tan-nha-busy-'))
    db = open(60_000)
    await sql`create table word (text text not null)`.execute(db)
    other = new DatabaseSync(join(folder, 'a.sqlite'))
  })
  afterEach(async () => {
    other.close()
    await db.destroy()
    rmSync(folder, { recursive: true, force: true })
  })

  it('what stood before is read, and nothing of what is not committed', async () => {
    other.exec(`begin immediate; insert into word values ('theirs')`)
    expect(await words()).toEqual([])
    other.exec('commit')
    expect(await words()).toEqual(['theirs'])
  })

  it.each([
    ['a single statement', () => db.insertInto('word').values({ text: 'ours' }).execute()],
    [
      'a transaction',
      () => db.transaction().execute((trx) => trx.insertInto('word').values({ text: 'ours' }).execute()),
    ],
  ])('%s waits for them, and this thread goes on with other things', async (_what, write) => {
    other.exec(`begin immediate; insert into word values ('theirs')`)
    let isWritten = false
    const writing = write().then(() => (isWritten = true))
    for (let turn = 0; turn < 100; turn += 1) await nextTurn()
    expect(isWritten).toBe(false)
    other.exec('commit')
    await writing
    expect(await words()).toEqual(['theirs', 'ours'])
  })

  it('whoever has waited long enough is told', async () => {
    const impatient = open(0)
    other.exec('begin immediate')
    await expect(impatient.insertInto('word').values({ text: 'ours' }).execute()).rejects.toThrow('locked')
    other.exec('rollback')
    await impatient.destroy()
  })
})
