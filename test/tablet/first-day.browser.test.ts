// The day of enrolling: the page is never opened a second time, and the network is left behind.
import { afterAll, beforeAll, describe, it } from 'vitest'
import { type Browser, openBrowser, removeProfile } from '../support/browser.ts'
import { beginNew } from '../support/registration-steps.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'
import {
  button,
  enrol,
  goTo,
  officersPin,
  readyForOffline,
  seeNoComplaints,
  seeStatus,
  seeTitle,
  tapPin,
} from '../support/tablet-steps.ts'

describe('the first day of a tablet', () => {
  let app: RunningApp
  let browser: Browser

  beforeAll(async () => {
    app = await startApp()
    await app.putPeople(40)
    browser = await openBrowser()
  })

  afterAll(async () => {
    await browser.close()
    removeProfile(browser.profile)
    await app.stop()
  })

  it('every screen opens without a network though none was opened before', async () => {
    const page = await browser.newPage()
    await enrol(page, app.line.url, await app.newCode())
    await readyForOffline(page)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await app.line.cut()
    await goTo(page, 'Đồng bộ')
    await button(page, 'Gửi ngay').click()
    await seeStatus(page, 'Không có mạng')
    await goTo(page, 'Cài đặt')
    await goTo(page, 'Tra cứu')
    await goTo(page, 'Hôm nay')
    await beginNew(page)
    await button(page, 'Khóa máy').click()
    await seeTitle(page, 'Mở khóa')
    await button(page, 'Quên mã PIN').click()
    await seeTitle(page, 'Quên mã PIN')
    await button(page, 'Quay lại').click()
    await button(page, 'Ghép thêm người dùng').click()
    await seeTitle(page, 'Ghép máy')
    await button(page, 'Về màn hình mở khóa').click()
    await seeTitle(page, 'Mở khóa')
    await tapPin(page, officersPin)
    await button(page, 'Mở khóa').click()
    await seeTitle(page, 'Hôm nay')
    seeNoComplaints(browser)
  })
})
