// F05: the tablet's storage is full when a photo is taken. The officer is told, the text still saves, nothing is lost.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, openBrowser, removeProfile } from '../support/browser.ts'
import { drawCard, filmOf } from '../support/made-up-card.ts'
import {
  beginNew,
  chooseCashAtHome,
  fillPerson,
  openStep,
  saveRegistration,
  shoot,
  sign,
} from '../support/registration-steps.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'
import { button, enrol, goTo, readyForOffline, seeNoComplaints, seeStatus } from '../support/tablet-steps.ts'

/** Runs in the page: writes until the browser takes nothing more. @returns bytes. */
async function fillStorage(): Promise<number> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('something else of this origin', 1)
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('filler', { autoIncrement: true }))
    opening.addEventListener('success', () => resolve(opening.result))
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')))
  })
  const fits = (size: number) =>
    new Promise<boolean>((resolve) => {
      const transaction = db.transaction('filler', 'readwrite')
      transaction.objectStore('filler').put(crypto.getRandomValues(new Uint8Array(size)))
      transaction.addEventListener('complete', () => resolve(true))
      transaction.addEventListener('abort', () => resolve(false))
    })
  let written = 0
  for (let size = 65_536; size >= 1024;) {
    if (await fits(size)) written += size
    else size >>= 1
  }
  db.close()
  return written
}

describe('a tablet without room', () => {
  let app: RunningApp
  let browser: Browser
  let otherPicture: Buffer

  beforeAll(async () => {
    app = await startApp()
    const painter = await openBrowser()
    const size = { width: 1920, height: 1440 }
    const film = filmOf(await drawCard(painter.context, size))
    otherPicture = await drawCard(painter.context, size, {
      title: 'MẶT SAU',
      name: '–',
      idNumber: '–',
      line: 'Đặc điểm nhân dạng',
    })
    await painter.close()
    removeProfile(painter.profile)
    browser = await openBrowser({ camera: film })
  })

  afterAll(async () => {
    await browser.close()
    removeProfile(browser.profile)
    await app.stop()
  })

  it('refuses the photo in words, keeps the one before it, and saves and sends the record', async () => {
    const page = await browser.newPage()
    const cdp = await browser.context.newCDPSession(page)
    // Only a limit that stands before the first write is kept to.
    await cdp.send('Storage.overrideQuotaForOrigin', { origin: app.line.url, quotaSize: 12 * 1024 * 1024 })
    await enrol(page, app.line.url, await app.newCode())
    await readyForOffline(page)
    await app.line.cut()
    await beginNew(page)
    await fillPerson(page)
    await openStep(page, 'Phương thức')
    await chooseCashAtHome(page)
    await openStep(page, 'Giấy tờ')
    await shoot(page, 'Mặt trước thẻ')

    expect(await page.evaluate(fillStorage)).toBeGreaterThan(1_000_000)
    await button(page, 'Chụp mặt sau thẻ').click()
    const camera = page.getByRole('dialog')
    await camera
      .getByLabel('Chọn ảnh có sẵn')
      .last()
      .setInputFiles({ name: 'the.jpg', mimeType: 'image/jpeg', buffer: otherPicture })
    await button(camera, 'Dùng ảnh này').click()
    await camera.getByText('Bộ nhớ máy đã đầy: ảnh chưa được lưu').waitFor()
    await button(camera, 'Hủy').click()
    await button(page, 'Chụp lại mặt trước thẻ').waitFor()

    await openStep(page, 'Xác nhận')
    await sign(page)
    await saveRegistration(page)
    await app.line.mend()
    await page.getByRole('link', { name: 'Về Hôm nay' }).click()
    await goTo(page, 'Đồng bộ')
    await button(page, 'Gửi ngay').click()
    await seeStatus(page, 'Đã gửi hết')
    const { db } = app.server.tools
    expect(await db.selectFrom('envelope').select('status').execute()).toEqual([{ status: 'accepted' }])
    seeNoComplaints(browser)
  })
})
