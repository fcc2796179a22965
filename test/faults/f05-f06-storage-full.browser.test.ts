// F05, F06: the room that the browser gives, or the tablet's disk, is full when a photo is taken. The officer is told, the text still
// saves, nothing is lost.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { type Browser, openBrowser, removeProfile } from '../support/browser.ts'
import { filmOfCard } from '../support/film-of-card.ts'
import { drawCard } from '../support/made-up-card.ts'
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
import { mountSmallDisk } from '../support/small-disk.ts'
import { button, enrol, goTo, readyForOffline, seeNoComplaints, seeStatus, unlock } from '../support/tablet-steps.ts'

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

const disk = mountSmallDisk(300 * 1024 * 1024)
if (disk === null) console.log('F06: not tried, no small disk can be mounted here.')

const back = { title: 'MẶT SAU', name: '–', idNumber: '–', line: 'Đặc điểm nhân dạng' }

describe('a tablet without room', () => {
  let app: RunningApp
  let browser: Browser
  let film: string

  beforeAll(async () => {
    app = await startApp()
    film = await filmOfCard()
  })

  afterEach(async () => {
    await browser.close()
    removeProfile(browser.profile)
  })

  afterAll(async () => {
    disk?.remove()
    await app.stop()
  })

  /** A form with one photo, without a network. */
  async function begin(page: Page): Promise<void> {
    await enrol(page, app.line.url, await app.newCode())
    await readyForOffline(page)
    await app.line.cut()
    await beginNew(page)
    await fillPerson(page)
    await openStep(page, 'Phương thức')
    await chooseCashAtHome(page)
    await openStep(page, 'Giấy tờ')
    await shoot(page, 'Mặt trước thẻ')
  }

  async function seePhotoRefused(page: Page): Promise<void> {
    const otherPicture = await drawCard(browser.context, { width: 1920, height: 1440 }, back)
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
  }

  async function saveText(page: Page): Promise<void> {
    await openStep(page, 'Xác nhận')
    await sign(page)
    await saveRegistration(page)
  }

  async function send(page: Page): Promise<void> {
    await app.line.mend()
    await goTo(page, 'Đồng bộ')
    await button(page, 'Gửi ngay').click()
    await seeStatus(page, 'Đã gửi hết')
    const { db } = app.server.tools
    const { profile_id } = await db
      .selectFrom('profile')
      .select('id as profile_id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    const sent = await db.selectFrom('envelope').select('status').where('profile_id', '=', profile_id).execute()
    expect(sent).toEqual([{ status: 'accepted' }])
  }

  it('F05: refuses the photo in words, keeps the one before it, and saves and sends the record', async () => {
    browser = await openBrowser({ camera: film })
    const page = await browser.newPage()
    const cdp = await browser.context.newCDPSession(page)
    // Only a limit that stands before the first write is kept to.
    await cdp.send('Storage.overrideQuotaForOrigin', { origin: app.line.url, quotaSize: 12 * 1024 * 1024 })
    await begin(page)
    expect(await page.evaluate(fillStorage)).toBeGreaterThan(1_000_000)
    await seePhotoRefused(page)
    await saveText(page)
    await page.getByRole('link', { name: 'Về Hôm nay' }).click()
    await send(page)
    seeNoComplaints(browser)
  })

  it.runIf(disk !== null)(
    'F06: so it does when the disk itself is full, and the record outlives the browser: nothing was torn on its way to the disk',
    async () => {
      const profile = join(disk?.path ?? '', 'profile')
      mkdirSync(profile)
      browser = await openBrowser({ camera: film, profile })
      const page = await browser.newPage()
      await begin(page)
      disk?.fillUpTo(100_000)
      await seePhotoRefused(page)
      await saveText(page)
      // A torn record shows when the database is opened again after the next one.
      for (let start = 0; start < 2; start += 1) {
        await browser.kill()
        browser = await openBrowser({ profile })
        const again = await browser.newPage()
        await again.goto(app.line.url)
        await unlock(again)
        await seeStatus(again, 'Còn 1 hồ sơ chờ gửi')
      }
      await send(browser.context.pages()[0] as Page)
      seeNoComplaints(browser)
    },
  )
})
