// The day of enrolling: the page is never opened a second time, and the network is left behind.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, openBrowser, removeProfile } from '../support/browser.ts'
import { seriousFindings, sideScroll, smallTargets } from '../support/judge-screen.ts'
import { beginNew } from '../support/registration-steps.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'
import { button, enrol, goTo, readyForOffline, seeNoComplaints, seeStatus, seeTitle } from '../support/tablet-steps.ts'

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

  it('every screen opens without a network though none was opened before, and passes at every size', async () => {
    const page = await browser.newPage()
    const found: string[] = []
    const judge = async (screen: string) => {
      for (const [width, height] of [
        [800, 1280],
        [1280, 800],
        [360, 740],
      ] as const) {
        await page.setViewportSize({ width, height })
        await page.evaluate(() => scrollTo({ top: 0 }))
        const all = [...(await seriousFindings(page)), ...(await smallTargets(page, 48)), ...(await sideScroll(page))]
        found.push(...all.map((finding) => `${screen} at ${width}: ${finding}`))
      }
      await page.setViewportSize({ width: 800, height: 1280 })
    }
    await enrol(page, app.line.url, await app.newCode())
    await readyForOffline(page)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await app.line.cut()
    await judge('Hôm nay')
    await goTo(page, 'Đồng bộ')
    await button(page, 'Gửi ngay').click()
    await seeStatus(page, 'Không có mạng')
    await judge('Đồng bộ')
    await goTo(page, 'Cài đặt')
    await judge('Cài đặt')
    await goTo(page, 'Tra cứu')
    await judge('Tra cứu')
    await goTo(page, 'Hôm nay')
    await beginNew(page)
    await button(page, 'Khóa máy').click()
    await seeTitle(page, 'Mở khóa')
    await judge('Mở khóa')
    await button(page, 'Quên mã PIN').click()
    await seeTitle(page, 'Quên mã PIN')
    await judge('Quên mã PIN')
    await button(page, 'Quay lại').click()
    await button(page, 'Ghép thêm người dùng').click()
    await seeTitle(page, 'Ghép máy')
    await judge('Ghép máy')
    expect(found).toEqual([])
    seeNoComplaints(browser)
  })
})
