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
    await cdp.send('Storage.overrideQuotaForOrigin', { origin: app.line.url, quotaSize: 24 * 1024 * 1024 })
    await enrol(page, app.line.url, await app.newCode())
    await readyForOffline(page)
    await app.line.cut()
    await beginNew(page)
    await fillPerson(page)
    await openStep(page, 'Phương thức')
    await chooseCashAtHome(page)
    await openStep(page, 'Giấy tờ')
    await shoot(page, 'Mặt trước thẻ')

    await page.evaluate(async () => {
      const filled = await caches.open('something else of this origin')
      for (let size = 4 << 20, n = 0; size >= 16_384; n += 1) {
        try {
          await filled.put(`/filler/${n}`, new Response(new Uint8Array(size)))
        } catch {
          size >>= 1
        }
      }
    })
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
