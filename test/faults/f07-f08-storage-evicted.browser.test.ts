// F07, F08: the browser takes the tablet's storage away, while it is open and while it is closed. Never a silent empty list.
import { globSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Browser, openBrowser, removeProfile } from '../support/browser.ts'
import { type EnrolledProfile, enrolOnce } from '../support/enrolled-profile.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'
import { button, officersPin, seeNoComplaints, seeTitle, tryPin, unlock } from '../support/tablet-steps.ts'

describe('storage that the browser takes away', () => {
  let app: RunningApp
  let enrolled: EnrolledProfile
  let profile: string
  let browser: Browser

  beforeAll(async () => {
    app = await startApp()
    await app.putPeople(120)
    enrolled = await enrolOnce(app)
  })

  beforeEach(() => {
    profile = enrolled.copy()
  })

  afterEach(async () => {
    await browser.close()
    removeProfile(profile)
  })

  afterAll(async () => {
    enrolled.remove()
    await app.stop()
  })

  it('F07: while the app is open, it stops at once and says so; nothing is made anew', async () => {
    browser = await openBrowser({ profile })
    const page = await browser.newPage()
    await page.goto(app.line.url)
    await unlock(page)
    const before = await page.evaluate(async () => (await indexedDB.databases()).length)
    const cdp = await browser.context.newCDPSession(page)
    await cdp.send('Storage.clearDataForOrigin', { origin: app.line.url, storageTypes: 'indexeddb' })
    await seeTitle(page, 'Trình duyệt vừa xóa dữ liệu của ứng dụng')
    expect(before).toBe(2)
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([])
    await button(page, 'Mở lại').click()
    await tryPin(page, officersPin)
    await seeTitle(page, 'Dữ liệu trên máy này đã bị xóa')
    seeNoComplaints(browser)
  })

  it('F08: while the app is closed, the start names it and opens no empty list', async () => {
    const stores = globSync('**/*.indexeddb.leveldb', { cwd: profile })
    expect(stores).toHaveLength(1)
    for (const store of stores) rmSync(join(profile, store), { recursive: true })
    browser = await openBrowser({ profile })
    const page = await browser.newPage()
    await page.goto(app.line.url)
    await tryPin(page, officersPin)
    await seeTitle(page, 'Dữ liệu trên máy này đã bị xóa')
    await page.getByText('Phạm Thị Cán Bộ').waitFor()
    // Asked again it says the same: looking did not create an empty store.
    await button(page, 'Thử lại').click()
    await tryPin(page, officersPin)
    await seeTitle(page, 'Dữ liệu trên máy này đã bị xóa')
    seeNoComplaints(browser)
  })
})
