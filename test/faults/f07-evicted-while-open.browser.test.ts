// F07: the browser takes the database away while the app is open. Input stops at once and nothing is made anew.
import { afterAll, beforeAll, expect, it } from 'vitest'
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

it('F07: after an eviction nothing more is saved, no empty database appears, and the loss is named', async () => {
  const page = await browser.newPage()
  await openStorePage(page, host.url)
  const profileId = await page.evaluate(([code, word]) => globalThis.page.enrol(code, word), [
    host.server.newCode(),
    pin,
  ] as const)
  await page.evaluate(
    async ([id, word]) => {
      globalThis.page.lock()
      await globalThis.page.unlock(id, word)
      for (let index = 0; index < 3; index += 1) await globalThis.page.save(`Có thật ${index}`)
    },
    [profileId, pin] as const,
  )

  const devtools = await browser.context.newCDPSession(page)
  await devtools.send('Storage.clearDataForOrigin', { origin: host.url, storageTypes: 'indexeddb' })
  await page.waitForFunction(() => globalThis.page.closed() !== null)

  expect(await page.evaluate(() => globalThis.closings)).toEqual(['gone'])
  const tried = await page.evaluate(async () => ({
    saved: (await globalThis.page.save('Không được')).kind,
    draft: (await globalThis.page.draft('draft', {})).kind,
    photo: (await globalThis.page.photo('draft', 100_000)).kind,
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }))
  expect(tried).toEqual({ saved: 'storeGone', draft: 'storeGone', photo: 'storeGone', databases: [] })

  await page.reload()
  await page.waitForFunction(() => 'page' in globalThis)
  const profiles = await page.evaluate(() => globalThis.page.profiles())
  expect(profiles.map((profile) => profile.profileId)).toEqual([profileId])
  for (let time = 0; time < 2; time += 1) {
    const unlocked = await page.evaluate(([id, word]) => globalThis.page.unlock(id, word), [profileId, pin] as const)
    expect(unlocked).toEqual({ kind: 'storeTrouble', trouble: 'empty', missing: { from: 1, to: 3 } })
  }
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([])
})
