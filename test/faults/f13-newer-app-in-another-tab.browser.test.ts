// F13, F14: another tab already runs a newer app and takes the database over. The draft is kept, the old app writes nothing more.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { storeVersion } from '../../src/tablet/store/tablet-database.ts'
import { type Browser, openBrowser, removeProfile } from '../support/browser.ts'
import { hostStorePage, openStorePage, type StoreHost } from '../support/store-page.ts'

const pin = '482915'
let host: StoreHost
let browser: Browser

beforeAll(async () => {
  host = await hostStorePage()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  removeProfile(browser.profile)
  host.close()
})

it('F13, F14: the old tab saves its draft, makes room within five seconds, and is refused every write after that', async () => {
  const old = await browser.newPage()
  await openStorePage(old, host.url)
  const profileId = await old.evaluate(([code, word]) => globalThis.page.enrol(code, word), [
    host.server.newCode(),
    pin,
  ] as const)
  await old.evaluate(async () => {
    await globalThis.page.save('Trước khi nâng cấp')
    const { store } = globalThis.page.session()
    store.beforeTakeover(async () => void (await globalThis.page.draft('typed', { name: 'Đang gõ dở' })))
    store.onClosed((reason) => globalThis.closings.push(reason))
  })

  const newer = await browser.newPage()
  await openStorePage(newer, host.url)
  const upgraded = await newer.evaluate(
    ([id, version]) =>
      new Promise<{ ms: number; drafts: number }>((resolve, reject) => {
        const started = performance.now()
        const request = indexedDB.open(globalThis.page.databaseName(id), version)
        request.onerror = () => reject(request.error ?? new Error('no database'))
        request.onsuccess = () => {
          const ms = performance.now() - started
          const count = request.result.transaction('drafts').objectStore('drafts').count()
          count.onsuccess = () => resolve({ ms, drafts: count.result })
        }
      }),
    // Dexie counts in tens.
    [profileId, 10 * (storeVersion + 1)] as const,
  )
  expect(upgraded.ms).toBeLessThan(5000)
  expect(upgraded.drafts).toBe(1)

  expect(await old.evaluate(() => globalThis.closings)).toEqual(['outdated'])
  const refused = await old.evaluate(async () => ({
    saved: (await globalThis.page.save('Mã cũ')).kind,
    draft: (await globalThis.page.draft('typed', {})).kind,
    photo: (await globalThis.page.photo('typed', 1000)).kind,
  }))
  expect(refused).toEqual({ saved: 'outdatedApp', draft: 'outdatedApp', photo: 'outdatedApp' })

  await old.reload()
  await old.waitForFunction(() => 'page' in globalThis)
  const again = await old.evaluate(([id, word]) => globalThis.page.unlock(id, word), [profileId, pin] as const)
  expect(again).toEqual({ kind: 'outdatedApp' })
})
