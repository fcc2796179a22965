// F05 at the store: there is no room for another photo. The text is saved all the same, nothing is lost.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Browser, openBrowser, removeProfile } from '../../support/browser.ts'
import { hostStorePage, openStorePage, type StoreHost } from '../../support/store-page.ts'

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

it('F05: with no room for another photo the record is still saved, with the photos that were there', async () => {
  const page = await browser.newPage()
  const devtools = await browser.context.newCDPSession(page)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: host.url, quotaSize: 6_000_000 })
  await openStorePage(page, host.url)
  const profileId = await page.evaluate((code) => globalThis.page.enrol(code, '482915'), host.server.newCode())
  const filled = await page.evaluate(async () => {
    await globalThis.page.draft('draft', { name: 'Trước khi đầy' })
    for (let photos = 0; ; photos += 1) {
      const added = await globalThis.page.photo('draft', 220_000)
      if (added.kind !== 'added') return { photos, ended: added.kind }
    }
  })
  expect(filled.ended).toBe('storageFull')
  expect(filled.photos).toBeGreaterThan(3)

  const after = await page.evaluate(async () => {
    const [draft] = await globalThis.page.drafts()
    const kept = await globalThis.page.draft('draft', { name: 'Sau khi đầy' })
    const saved = await globalThis.page.save('Sau khi đầy', draft?.photos.slice(0, 3) ?? [], 'draft')
    const more: string[] = []
    for (let index = 0; index < 50; index += 1) more.push((await globalThis.page.save(`Thêm ${index}`)).kind)
    return { kept: kept.kind, saved: saved.kind, more: [...new Set(more)] }
  })
  expect(after).toEqual({ kept: 'saved', saved: 'saved', more: ['saved'] })

  await page.reload()
  await page.waitForFunction(() => 'page' in globalThis)
  const unlocked = await page.evaluate((id) => globalThis.page.unlock(id, '482915'), profileId)
  expect(unlocked).toMatchObject({ kind: 'unlocked' })
  const records = await page.evaluate(() => globalThis.page.records())
  expect(await page.evaluate(() => globalThis.page.chain())).toBe(51)
  expect(records.at(-1)?.photos.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting'])
})
