// F15: the app was updated, and the browser is killed while it takes ten thousand rows of the first schema to today's. They are
// found in the old schema or in the new one, never in between, and the chain is whole.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { newProfile, openBrowser, removeProfile } from '../support/browser.ts'
import { hostStorePage, openStorePage, type StoreHost } from '../support/store-page.ts'
import { storeVersion } from '../../src/tablet/store/tablet-database.ts'

const pin = '482915'
const records = 1000
const pieces = 8000
// Each record has a row of its own and one in the outbox; the others are pieces of photos.
const rows = 2 * records + pieces

/** The tables of the first release, as they were: key, then indices. */
const firstSchema = {
  vault: ['key'],
  meta: ['key'],
  records: ['seq', '&id', '[state+settledAt]'],
  outbox: ['seq'],
  photos: ['sha256', 'state', '*draftIds', '*seqs'],
  photoChunks: ['[sha256+index]'],
  drafts: ['id'],
  pages: ['page', 'commune', 'generation'],
  outcomes: ['id'],
  ballast: ['id'],
}

let host: StoreHost
let profileId: string
const profile = newProfile()

beforeAll(async () => {
  host = await hostStorePage()
  const browser = await openBrowser({ profile })
  const page = await browser.newPage()
  await openStorePage(page, host.url)
  profileId = await page.evaluate(([code, word]) => globalThis.page.enrol(code, word), [
    host.server.newCode(),
    pin,
  ] as const)
  await page.evaluate(([count, ofPhotos]) => globalThis.page.saveMany(count, ofPhotos), [records, pieces] as const)
  await page.evaluate(() => globalThis.page.lock())
  await page.evaluate(takeBack, [await databaseOf(page), firstSchema] as const)
  await browser.close()
})

afterAll(() => {
  host.close()
  removeProfile(profile)
})

const databaseOf = (page: Page) => page.evaluate((id) => globalThis.page.databaseName(id), profileId)

/** Runs in the page: writes the database anew as the first release had it, with all its rows. */
async function takeBack([name, schema]: readonly [string, Record<string, readonly string[]>]): Promise<void> {
  const done = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('refused')))
    })
  const pathOf = (text: string) => (text.startsWith('[') ? text.slice(1, -1).split('+') : text.replace(/^[&*]/, ''))
  const today = await done(indexedDB.open(name))
  const held = new Map<string, unknown[]>()
  for (const table of Object.keys(schema)) {
    held.set(table, await done(today.transaction(table).objectStore(table).getAll()))
  }
  today.close()
  await done(indexedDB.deleteDatabase(name))
  // Dexie counts in tens.
  const opening = indexedDB.open(name, 10)
  opening.addEventListener('upgradeneeded', () => {
    for (const [table, [key = '', ...indices]] of Object.entries(schema)) {
      const store = opening.result.createObjectStore(table, { keyPath: pathOf(key) })
      for (const index of indices) {
        const options = { unique: index.startsWith('&'), multiEntry: index.startsWith('*') }
        store.createIndex(index.replace(/^[&*]/, ''), pathOf(index), options)
      }
      for (const row of held.get(table) ?? []) store.put(row)
    }
  })
  const first = await done(opening)
  first.close()
}

/** Runs in the page: what lies there, by the browser's bare means. */
async function lookAtRows(name: string): Promise<Found> {
  const opening = indexedDB.open(name)
  await new Promise((resolve, reject) => {
    opening.addEventListener('success', resolve)
    opening.addEventListener('error', reject)
  })
  const db = opening.result
  const tables = ['records', 'outbox', 'photoChunks']
  const reading = db.transaction(tables)
  const counts = tables.map((table) => reading.objectStore(table).count())
  await new Promise((resolve) => reading.addEventListener('complete', resolve))
  const found = { version: db.version / 10, rows: counts.reduce((sum, { result }) => sum + result, 0) }
  db.close()
  return found
}

/**
 * Runs in the page before anything else: stands still at a moment of a migration until the browser is killed, or asks for that
 * and goes on.
 */
function watchMigration(moment: Moment): void {
  const callForKill = (isWaiting: boolean) => {
    const request = new XMLHttpRequest()
    request.open('GET', '/kill', !isWaiting)
    request.send()
  }
  let changes = 0
  const change = () => {
    if (moment.kind === 'change' && changes === moment.nth) callForKill(true)
    changes += 1
  }
  const { open } = IDBFactory.prototype
  IDBFactory.prototype.open = function (...given: Parameters<typeof open>) {
    const request = open.apply(this, given)
    request.addEventListener('upgradeneeded', () => {
      if (moment.kind === 'anywhere') callForKill(false)
      request.transaction?.addEventListener('complete', () => moment.kind === 'committed' && callForKill(true))
    })
    return request
  }
  const { createObjectStore } = IDBDatabase.prototype
  IDBDatabase.prototype.createObjectStore = function (...given: Parameters<typeof createObjectStore>) {
    change()
    return createObjectStore.apply(this, given)
  }
  const { createIndex } = IDBObjectStore.prototype
  IDBObjectStore.prototype.createIndex = function (...given: Parameters<typeof createIndex>) {
    change()
    return createIndex.apply(this, given)
  }
}

type Moment = { kind: 'change'; nth: number } | { kind: 'anywhere' | 'committed' }

type Found = { version: number; rows: number }

/** Says what lies there, then unlocks, as after an update, and kills the browser at a moment of the migration. */
async function lookAndKill(moment: Moment): Promise<Found> {
  const browser = await openBrowser({ profile })
  const page = await browser.newPage()
  let fall = () => {}
  const fallen = new Promise<void>((resolve) => (fall = resolve))
  await page.route('**/kill', () => fall())
  await page.addInitScript(watchMigration, moment)
  await openStorePage(page, host.url)
  const found = await page.evaluate(lookAtRows, await databaseOf(page))
  const unlocking = page.evaluate(([id, word]) => globalThis.page.unlock(id, word), [profileId, pin] as const)
  const ended = unlocking.then(() => 'unlocked').catch(() => 'killed')
  // A tablet that was migrated before the kill came has nothing left to migrate.
  await Promise.race([fallen, ended])
  await browser.kill()
  await ended
  return found
}

it('F15: after every kill all rows are there in the old schema, or all in the new one, and the chain verifies', async () => {
  const old = { version: 1, rows }
  expect(await lookAndKill({ kind: 'change', nth: 0 })).toEqual(old)
  expect(await lookAndKill({ kind: 'change', nth: 2 })).toEqual(old)
  expect(await lookAndKill({ kind: 'anywhere' })).toEqual(old)
  expect([old, { ...old, version: storeVersion }]).toContainEqual(await lookAndKill({ kind: 'committed' }))

  const browser = await openBrowser({ profile })
  const page = await browser.newPage()
  await openStorePage(page, host.url)
  const database = await databaseOf(page)
  expect(await page.evaluate(lookAtRows, database)).toEqual({ version: storeVersion, rows })
  const unlocked = await page.evaluate(([id, word]) => globalThis.page.unlock(id, word), [profileId, pin] as const)
  expect(unlocked).toMatchObject({ kind: 'unlocked', missing: null })
  expect(await page.evaluate(() => globalThis.page.chain())).toBe(records)
  expect(await page.evaluate(() => globalThis.page.save('Sau khi nâng cấp'))).toMatchObject({ seq: records + 1 })
  await browser.close()
})
