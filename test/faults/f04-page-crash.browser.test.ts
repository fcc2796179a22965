// F04: the page dies while the camera or the file picker is open, as tablets short of memory let it. The draft is back,
// with everything typed, at the same step.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { type Browser, openBrowser, removeProfile } from '../support/browser.ts'
import { filmOfCard } from '../support/film-of-card.ts'
import { beginNew, fillPerson, openStep, shoot, somebody } from '../support/registration-steps.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'
import { button, enrol, seeNoComplaints, seeTitle, unlock } from '../support/tablet-steps.ts'

/** The renderer dies at once, as by the hand of a system without memory. */
async function crash(page: Page): Promise<void> {
  const died = page.waitForEvent('crash')
  const session = await page.context().newCDPSession(page)
  session.send('Page.crash').catch(() => undefined)
  await died
}

describe('a page that dies while a picture is being taken', () => {
  let app: RunningApp
  let browser: Browser

  beforeAll(async () => {
    app = await startApp()
    browser = await openBrowser({ camera: await filmOfCard() })
  })

  afterAll(async () => {
    await browser.close()
    removeProfile(browser.profile)
    await app.stop()
  })

  /** @returns the page that the officer opens after the one that died. */
  async function seeEverythingBack(died: Page): Promise<Page> {
    const back = await browser.context.newPage()
    await back.goto(died.url())
    await unlock(back)
    await seeTitle(back, 'Đăng ký')
    await back.getByRole('heading', { level: 2, name: 'Giấy tờ', exact: true }).waitFor()
    await button(back, 'Chụp lại mặt trước thẻ').waitFor()
    await openStep(back, 'Người hưởng')
    expect(await back.getByLabel('Họ và tên').inputValue()).toBe(somebody.name)
    expect(await back.getByLabel('Số giấy tờ').inputValue()).toBe(somebody.idNumber)
    expect(await back.getByLabel('Nơi ở hiện tại').inputValue()).toBe(somebody.address)
    seeNoComplaints(browser)
    return back
  }

  it('comes back to the same step, whether the camera in the page was open or the file picker', async () => {
    const page = await browser.newPage()
    await enrol(page, app.line.url, await app.newCode())
    await beginNew(page)
    await fillPerson(page)
    await openStep(page, 'Giấy tờ')
    await shoot(page, 'Mặt trước thẻ')
    await button(page, 'Chụp mặt sau thẻ').click()
    await button(page.getByRole('dialog'), 'Chụp').waitFor()
    await crash(page)

    const next = await seeEverythingBack(page)
    await openStep(next, 'Giấy tờ')
    await button(next, 'Chụp mặt sau thẻ').click()
    const picker = next.waitForEvent('filechooser')
    await next.getByRole('dialog').getByText('Chọn ảnh có sẵn').click()
    await picker
    await crash(next)
    await seeEverythingBack(next)
  })
})
