// A backup, and what comes back from it, on every database and across them.
import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BadBackup } from '../../src/server/actions/read-backup.ts'
import { restoreBackup } from '../../src/server/actions/restore-backup.ts'
import { writeBackup } from '../../src/server/actions/write-backup.ts'
import { loadBackupKey } from '../../src/server/keys.ts'
import { openPhotoFiles } from '../../src/server/store/photo-files.ts'
import { tableNames } from '../../src/server/store/schema.ts'
import { countRows } from '../../src/server/store/table-rows.ts'
import type { ServerTools } from '../../src/server/tools.ts'
import { everyDatabase, type OpenedDatabase } from '../support/every-database.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'
import {
  enrolTestTablet,
  hashOf,
  madeUpPhoto,
  openTestTablet,
  photoOf,
  registrationBody,
} from '../support/test-tablet.ts'

describe.each(everyDatabase)('a backup of $name', ({ open }) => {
  let folder: string
  let opened: OpenedDatabase
  let server: TestServer
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tan-nha-backup-'))
    opened = await open()
    server = await startTestServer({ tools: { db: opened.db } })
  })
  afterEach(async () => {
    await server.stop()
    await opened.forget()
    rmSync(folder, { recursive: true, force: true })
  })
  const backUp = () => writeBackup(server.tools, folder, loadBackupKey(server.dataDir))
  const counts = async (db: ServerTools['db']) =>
    Object.fromEntries(await Promise.all(tableNames.map(async (table) => [table, await countRows(db, table)])))

  it('F44: the server is restored from yesterday, and everything comes back from the tablets', async () => {
    const tablet = await enrolTestTablet(server)
    const [early, late] = [madeUpPhoto(), madeUpPhoto()]
    await tablet.record(registrationBody({ photos: [photoOf(early)] }))
    await tablet.sendPhoto(early)
    const { path } = await backUp()
    const before = await tablet.allChanges()

    await tablet.record(registrationBody({ photos: [photoOf(late)] }), registrationBody())
    await tablet.sendPhoto(late)
    expect((await tablet.changes()).begin.journal.next).toBe(4)
    const today = await counts(server.tools.db)

    const other = await open()
    const restored = await restoreInto(other, server.dataDir, path)
    try {
      const again = openTestTablet(restored.url, tablet.enrolment, tablet.keys, tablet.chain)
      const { begin } = await again.allChanges(before.cursor)
      expect(begin.epoch).not.toBe(before.begin.epoch)
      expect(begin.journal.next).toBe(2)
      const answer = await again.push(tablet.chain.slice(begin.journal.next - 1))
      expect(answer.body).toMatchObject({
        next: 4,
        results: [
          { seq: 2, status: 'accepted', missingPhotos: [hashOf(late)] },
          { seq: 3, status: 'accepted' },
        ],
      })
      expect((await again.sendPhoto(late)).headers.get('upload-complete')).toBe('?1')
      expect((await again.photoOffset(hashOf(early))).headers.get('upload-complete')).toBe('?1')
      // The log goes on, and so do the server's own notes of where its feeds stand.
      const { audit: _was, feed_mark: _stood, ...then } = today
      const { audit: _is, feed_mark: _stands, ...now } = await counts(restored.tools.db)
      expect(now).toEqual(then)
    } finally {
      await restored.stop()
      await other.forget()
    }
  })

  it('a backup of one database fits every other', async () => {
    const tablet = await enrolTestTablet(server)
    await tablet.record(registrationBody(), 'not JSON', registrationBody())
    const { path } = await backUp()
    for (const { open: openOther } of everyDatabase) {
      const other = await openOther()
      const restored = await restoreInto(other, server.dataDir, path)
      const envelopes = (db: ServerTools['db']) =>
        db.selectFrom('envelope').select(['seq', 'hash', 'body']).orderBy('seq').execute()
      const plain = (rows: { body: Uint8Array }[]) =>
        rows.map((row) => ({ ...row, body: Buffer.from(row.body).toString() }))
      expect(plain(await envelopes(restored.tools.db))).toEqual(plain(await envelopes(server.tools.db)))
      await restored.stop()
      await other.forget()
    }
  })

  it('F45: a backup that is cut off, changed, of another key or no backup at all is refused, and the data stays', async () => {
    const tablet = await enrolTestTablet(server)
    await tablet.record(registrationBody())
    const { path } = await backUp()
    const whole = readFileSync(path)
    const key = loadBackupKey(server.dataDir)
    const before = await counts(server.tools.db)
    const tryToRestore = () =>
      restoreBackup(server.tools.db, { ...server.tools, putPhoto: async () => {} }, { path, key })

    truncateSync(path, whole.length - 1000)
    await expect(tryToRestore()).rejects.toBeInstanceOf(BadBackup)
    writeFileSync(path, whole)
    appendFileSync(path, 'more')
    await expect(tryToRestore()).rejects.toBeInstanceOf(BadBackup)
    const changed = Buffer.from(whole)
    changed.writeUInt8(changed.readUInt8(200) ^ 1, 200)
    writeFileSync(path, changed)
    await expect(tryToRestore()).rejects.toBeInstanceOf(BadBackup)
    writeFileSync(path, 'PK\u0003\u0004 something else')
    await expect(tryToRestore()).rejects.toBeInstanceOf(BadBackup)
    writeFileSync(path, whole)
    await expect(
      restoreBackup(server.tools.db, { ...server.tools, putPhoto: async () => {} }, { path, key: new Uint8Array(32) }),
    ).rejects.toBeInstanceOf(BadBackup)
    expect(await counts(server.tools.db)).toEqual(before)
    expect((await tablet.record(registrationBody())).status).toBe(200)
  })

  it('S46: nothing personal and no key can be read from a backup', async () => {
    const tablet = await enrolTestTablet(server)
    await tablet.record(registrationBody())
    const { path } = await backUp()
    const bytes = readFileSync(path)
    const { d } = server.tools.keys.sealTo.privateJwk
    for (const secret of ['Nguyễn Thị Thử', '092150991234', tablet.profileId, 'registration', d ?? '']) {
      expect(secret).not.toBe('')
      expect(bytes.includes(Buffer.from(secret))).toBe(false)
    }
  })
})

/** A server on a restored database, with the same keys and photos as the one before. */
async function restoreInto({ db }: OpenedDatabase, dataDir: string, path: string): Promise<TestServer> {
  const tools = { now: Date.now, newId: () => v7(), putPhoto: openPhotoFiles(dataDir).put }
  await restoreBackup(db, tools, { path, key: loadBackupKey(dataDir) })
  return startTestServer({ tools: { db }, dataDir })
}
