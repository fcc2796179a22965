// F04: the page dies while the camera or the file picker is open, as tablets short of memory let it. The draft is back,
// with everything typed, at the same step.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { type Browser, openBrowser, removeProfile } from '../support/browser.ts'
import { type EnrolledProfile, enrolOnce } from '../support/enrolled-profile.ts'
import { filmOfCard } from '../support/film-of-card.ts'
import { beginNew, fillPerson, openStep, shoot, somebody } from '../support/registration-steps.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'
import { button, seeNoComplaints, seeTitle, unlock } from '../support/tablet-steps.ts'

/** The renderer dies at once, as by the hand of a system without memory. */
async function crash(page: Page): Promise<void> {
  const died = page.waitForEvent('crash')
  const session = await page.context().newCDPSession(page)
  session.send('Page.crash').catch(() => undefined)
  await died
}

describe('a page that dies while a picture is being taken', () => {
  let app: RunningApp
  let film: string
  let enrolled: EnrolledProfile
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    app = await startApp()
    film = await filmOfCard()
    enrolled = await enrolOnce(app)
  })

  afterAll(async () => {
    enrolled.remove()
    await app.stop()
  })

  beforeEach(async () => {
    browser = await openBrowser({ camera: film, profile: enrolled.copy() })
    page = await browser.newPage()
    await page.goto(app.line.url)
    await unlock(page)
    await beginNew(page)
    await fillPerson(page)
    await openStep(page, 'Giấy tờ')
    await shoot(page, 'Mặt trước thẻ')
  })

  afterEach(async () => {
    await browser.close()
    removeProfile(browser.profile)
  })

  async function seeEverythingBack(): Promise<void> {
    const back = await browser.context.newPage()
    await back.goto(page.url())
    await unlock(back)
    await seeTitle(back, 'Đăng ký')
    await back.getByRole('heading', { level: 2, name: 'Giấy tờ', exact: true }).waitFor()
    await button(back, 'Chụp lại mặt trước thẻ').waitFor()
    await openStep(back, 'Người hưởng')
    expect(await back.getByLabel('Họ và tên').inputValue()).toBe(somebody.name)
    expect(await back.getByLabel('Số giấy tờ').inputValue()).toBe(somebody.idNumber)
    expect(await back.getByLabel('Nơi ở hiện tại').inputValue()).toBe(somebody.address)
    seeNoComplaints(browser)
  }

  it('comes back to the same step when the camera in the page was open', async () => {
    await button(page, 'Chụp mặt sau thẻ').click()
    await button(page.getByRole('dialog'), 'Chụp').waitFor()
    await crash(page)
    await seeEverythingBack()
  })

  it('comes back to the same step when the file picker was open', async () => {
    await button(page, 'Chụp mặt sau thẻ').click()
    const picker = page.waitForEvent('filechooser')
    await page.getByRole('dialog').getByText('Chọn ảnh có sẵn').click()
    await picker
    await crash(page)
    await seeEverythingBack()
  })
})
