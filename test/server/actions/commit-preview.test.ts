// How a long list comes onto the embedded database's list: ready before anybody has to wait, then in one stroke or not at all.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ServerActor } from '../../../src/server/actor.ts'
import { commitPreview } from '../../../src/server/actions/commit-preview.ts'
import { startImport } from '../../../src/server/actions/preview-import.ts'
import type { ImportKey } from '../../../src/server/store/imports.ts'
import { openDatabase } from '../../../src/server/store/open-database.ts'
import type { Database } from '../../../src/server/store/schema.ts'
import { homeCommune, startTestServer, type TestServer } from '../../support/test-server.ts'

const actor: ServerActor = { kind: 'server', communes: [homeCommune] }
const heading = 'STT;Mã hồ sơ;Họ và tên;Năm sinh;CCCD;Ấp;Đối tượng;Mức hưởng'
const line = (n: number, monthly = '500.000', category = 'Người khuyết tật nặng') =>
  `${n};TD-${n};Lê Thị Số ${n};19${20 + (n % 60)};0921${20 + (n % 60)}${String(n).padStart(6, '0')};Thới Hòa;${category};${monthly}`
const csv = (...lines: string[]) => Buffer.from(`\uFEFF${[heading, ...lines].join('\r\n')}\r\n`)
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)

let server: TestServer
let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tan-nha-commit-'))
  server = await startTestServer()
})
afterEach(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function preview(bytes: Buffer): Promise<ImportKey> {
  const started = await startImport(server.tools, actor, { commune: homeCommune, name: 'a.csv', bytes })
  if (started.kind !== 'preview') throw new Error(started.kind)
  return { commune: homeCommune, id: started.id }
}

type Ways = Partial<Parameters<typeof commitPreview>[3]>
const commit = (key: ImportKey, { db = server.tools.db, ...ways }: Ways & { db?: Kysely<Database> } = {}) =>
  commitPreview({ ...server.tools, db, now: () => 7 }, actor, key, { onProgress: () => {}, isAlone: true, ...ways })

/** What a commit wrote, in an order of its own; numbers of the feed are looked at separately. */
async function written(db: Kysely<Database>) {
  const tables = [
    'beneficiary',
    'entitlement',
    'list_change',
    'change',
    'search_recent',
    'import_effect',
    'import',
    'feed',
  ]
  const all = tables.map(async (table) => {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db)
    // Things that were added share rows, in the order in which they came.
    const each = rows.flatMap(({ seq: _seq, ...row }) =>
      row['thing'] === 'added' ? String(row['after']).split('\n') : [JSON.stringify(row)],
    )
    return each.toSorted()
  })
  return Promise.all(all)
}

const numbers = async (db: Kysely<Database>) =>
  (await db.selectFrom('change').select('seq').where('feed', '=', homeCommune).orderBy('seq').execute()).map(
    ({ seq }) => seq,
  )

describe('a preview that is committed', () => {
  it('writes the same to the letter whether newcomers are written aside or not', async () => {
    await commit(await preview(csv(...range(0, 30).map((n) => line(n)))))
    const mixed = csv(
      ...range(0, 5).map((n) => line(n)),
      ...range(5, 20).map((n) => line(n, '750.000')),
      ...range(100, 620).map((n) => line(n)),
      // A newcomer with a second benefit, and somebody known with one.
      line(300, '360.000', 'Người cao tuổi từ đủ 80 tuổi'),
      line(7, '360.000', 'Người cao tuổi từ đủ 80 tuổi'),
    )
    const key = await preview(mixed)
    await server.tools.db
      .updateTable('import_line')
      .set({ taken: 1 })
      .where('kind', 'in', ['missing', 'ambiguous', 'duplicate'])
      .where('planned', 'is not', null)
      .execute()
    await sql`vacuum into ${join(folder, 'copy.sqlite')}`.execute(server.tools.db)
    const copy = openDatabase({ dataDir: '', databaseUrl: null, file: join(folder, 'copy.sqlite') })
    try {
      const aside = await commit(key)
      expect(aside).toMatchObject({ kind: 'committed', added: 520, ceased: 10 })
      expect(await commit(key, { db: copy, isAlone: false })).toEqual(aside)
      expect(await written(server.tools.db)).toEqual(await written(copy))
      const seqs = await numbers(server.tools.db)
      expect(seqs).toEqual([...new Set(seqs)])
      expect(seqs.at(-1)).toBe((await numbers(copy)).at(-1))
    } finally {
      await copy.destroy()
    }
  })

  it('leaves the way free for others until everything is ready, and shows nothing before the end', async () => {
    const key = await preview(csv(...range(0, 900).map((n) => line(n))))
    const other = new DatabaseSync(join(server.dataDir, 'tan-nha.sqlite'), { timeout: 0 })
    try {
      const seen: unknown[] = []
      const onProgress = (done: number) => {
        if (done === 900) return
        other.exec('begin immediate')
        seen.push(other.prepare('select count(*) as people from beneficiary').get()?.['people'])
        other.exec('rollback')
      }
      expect(await commit(key, { onProgress })).toMatchObject({ kind: 'committed', added: 900 })
      expect(seen.length).toBeGreaterThan(2)
      expect(new Set(seen)).toEqual(new Set([0]))
    } finally {
      other.close()
    }
  })

  it('minds a line that is left while others are being made ready', async () => {
    const key = await preview(csv(...range(0, 300).map((n) => line(n))))
    const other = new DatabaseSync(join(server.dataDir, 'tan-nha.sqlite'))
    let isLeft = false
    const onProgress = () => {
      if (!isLeft) other.exec('update import_line set taken = 0 where n = 3')
      isLeft = true
    }
    expect(await commit(key, { onProgress })).toMatchObject({ kind: 'committed', added: 299 })
    const people = await server.tools.db.selectFrom('beneficiary').select('file_code').execute()
    expect(people.map(({ file_code }) => file_code)).not.toContain('TD-3')
    other.close()
  })

  it('that fails at the last moment leaves nothing, and can be committed afterwards', async () => {
    const key = await preview(csv(...range(0, 300).map((n) => line(n))))
    const before = await written(server.tools.db)
    await sql`create trigger no_room before insert on audit when new.action = 'import.committed'
      begin select raise(abort, 'no room'); end`.execute(server.tools.db)
    await expect(commit(key)).rejects.toThrow('no room')
    expect(await written(server.tools.db)).toEqual(before)
    await sql`drop trigger no_room`.execute(server.tools.db)
    expect(await commit(key)).toMatchObject({ kind: 'committed', added: 300 })
  })

  it('that is older than the list writes nothing', async () => {
    const early = await preview(csv(line(1)))
    await commit(await preview(csv(line(2))))
    const before = await written(server.tools.db)
    expect(await commit(early)).toEqual({ kind: 'listChanged' })
    expect(await written(server.tools.db)).toEqual(before)
  })
})
