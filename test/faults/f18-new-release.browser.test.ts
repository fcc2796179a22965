// F18: a new release arrives while a form is open. The form stays, what was not loaded yet still opens, nobody is forced.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, openBrowser, removeProfile } from '../support/browser.ts'
import { beginNew, openStep, somebody } from '../support/registration-steps.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'
import { button, enrol, goTo, readyForOffline, seeNoComplaints, seeTitle, unlock } from '../support/tablet-steps.ts'

const root = join(import.meta.dirname, '../..')

describe('a new release while a form is open', () => {
  let app: RunningApp
  let browser: Browser
  let nextDist: string

  beforeAll(async () => {
    nextDist = mkdtempSync(join(tmpdir(), 'tan-nha-next-'))
    const env = { ...process.env, APP_VERSION: '9.9.9+next' }
    await promisify(execFile)('vite', ['build', '--logLevel', 'error', '--outDir', nextDist, '--emptyOutDir'], {
      cwd: root,
      env,
    })
    app = await startApp()
    browser = await openBrowser()
  })

  afterAll(async () => {
    await browser.close()
    removeProfile(browser.profile)
    await app.stop()
    rmSync(nextDist, { recursive: true })
  })

  it('is kept waiting, and taken over only when the officer presses; the draft is there after', async () => {
    const page = await browser.newPage()
    await enrol(page, app.line.url, await app.newCode())
    await readyForOffline(page)
    await beginNew(page)
    await page.getByLabel('Họ và tên').fill(somebody.name)
    await page.getByText(/^Đã lưu nháp lúc/).waitFor()
    await page.evaluate(() => Object.assign(window, { sameDocument: true }))

    await app.restart({ DIST_DIR: nextDist })
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration()
      await registration?.update()
      while (!registration?.waiting) await new Promise((resolve) => setTimeout(resolve, 50))
    })
    // The form is as it was, and offers nothing to press.
    expect(await page.getByLabel('Họ và tên').inputValue()).toBe(somebody.name)
    expect(await button(page, 'Có bản mới – Cập nhật').count()).toBe(0)
    // Parts of the old release that were never opened still come.
    await openStep(page, 'Giấy tờ')
    await openStep(page, 'Xác nhận')
    await page.getByRole('link', { name: 'Quay lại', exact: true }).click()
    await goTo(page, 'Cài đặt')
    await page
      .getByText(/^Phiên bản/)
      .first()
      .waitFor()
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)

    await goTo(page, 'Hôm nay')
    await button(page, 'Có bản mới – Cập nhật').click()
    await unlock(page)
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(false)
    await goTo(page, 'Cài đặt')
    await page.getByText('9.9.9+next').waitFor()
    await goTo(page, 'Hôm nay')
    await button(page, /^Làm tiếp/)
      .or(page.getByRole('link', { name: /^Làm tiếp/ }))
      .first()
      .click()
    await seeTitle(page, 'Đăng ký')
    await openStep(page, 'Người hưởng')
    expect(await page.getByLabel('Họ và tên').inputValue()).toBe(somebody.name)
    seeNoComplaints(browser)
  })
})
