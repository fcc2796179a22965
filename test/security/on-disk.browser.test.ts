// S01, S02, S03, S38: what somebody finds who reads the tablet's disk byte by byte: no name, no number, no picture, no PIN,
// no key, and no answer of the interface in any cache.
import { createHash } from 'node:crypto'
import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, openBrowser, removeProfile } from '../support/browser.ts'
import { filmOfCard } from '../support/film-of-card.ts'
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
import { scanBytes } from '../support/scan-bytes.ts'
import {
  button,
  enrol,
  goTo,
  officersPin,
  seeNoComplaints,
  seeStatus,
  seeTitle,
  unlock,
} from '../support/tablet-steps.ts'
import { watchKeys } from '../support/watch-keys.ts'

const listed = { name: 'Quách Thị Canh Giữ Bí Mật', idNumber: '092145996655', phone: '0977665544' }
const stranger = {
  name: 'Tạ Thị Người Lạ Mặt',
  birth: '09/08/1937',
  idNumber: '092137995544',
  phone: '0988554433',
  address: 'Hẻm Sáu Mươi Sáu, khu vực Bí Ẩn',
}

describe('the disk of a tablet', () => {
  let app: RunningApp
  let browser: Browser
  let page: Page
  let keys: () => Uint8Array[]
  let token: string

  beforeAll(async () => {
    app = await startApp()
    await app.putPeople(300, listed as object)
    const film = await filmOfCard()
    browser = await openBrowser({ camera: film })
    keys = (await watchKeys(browser.context)).keys
    page = await browser.newPage()
    page.on('request', (request) => {
      token = request.headers().authorization?.replace('Bearer ', '') ?? token
    })
  })

  afterAll(async () => {
    await browser.close()
    removeProfile(browser.profile)
    await app.stop()
  })

  /** A middle piece of each photo that arrived at the server: long enough to be its own. */
  function photoPieces(): Record<string, Uint8Array> {
    const files = globSync('photos/**/*', { cwd: app.server.dataDir }).map((path) => join(app.server.dataDir, path))
    const photos = files.filter((path) => statSync(path).isFile()).map((path) => readFileSync(path))
    return Object.fromEntries(
      photos.map((bytes) => {
        const middle = Math.floor(bytes.length / 2)
        const name = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
        return [`photo ${name}`, new Uint8Array(bytes.subarray(middle, middle + 48))]
      }),
    )
  }

  function secrets(): Record<string, string | Uint8Array> {
    const rawKeys = Object.fromEntries(keys().map((key, index) => [`key ${index}`, key]))
    const { address, name, idNumber, phone } = stranger
    const texts = {
      listedName: listed.name,
      listedId: listed.idNumber,
      listedPhone: listed.phone,
      name,
      idNumber,
      phone,
      address,
    }
    return { ...texts, pin: officersPin, token, ...rawKeys, ...photoPieces() }
  }

  function see(what: () => void): void {
    what()
    seeNoComplaints(browser)
  }

  it('S01 S03: holds nothing in clear while the tablet is in use', async () => {
    await enrol(page, app.line.url, await app.newCode())
    await goTo(page, 'Tra cứu')
    await page.getByLabel('Tìm người hưởng').fill('quach canh giu')
    await page.getByText(listed.name).first().click()
    await page.getByText(listed.idNumber).first().waitFor()
    await goTo(page, 'Hôm nay')
    await beginNew(page)
    await fillPerson(page, stranger)
    await openStep(page, 'Phương thức')
    await chooseCashAtHome(page)
    await openStep(page, 'Giấy tờ')
    await shoot(page, 'Mặt trước thẻ')
    await openStep(page, 'Xác nhận')
    await sign(page)
    await saveRegistration(page)
    // The line said so before the record was counted, too: what tells is that the photos are there.
    await expect.poll(() => Object.keys(photoPieces()).length, { timeout: 60_000 }).toBeGreaterThanOrEqual(2)
    await seeStatus(page, 'Đã gửi hết')

    const found = secrets()
    // The watching works: the data key, the key of the PIN, the signing key.
    expect(Object.keys(found).filter((what) => what.startsWith('key')).length).toBeGreaterThanOrEqual(3)
    expect(token).toMatch(/^[A-Za-z0-9_-]{32,}$/)
    const { hits, bytes } = scanBytes(browser.profile, found)
    expect(bytes).toBeGreaterThan(1_000_000)
    see(() => expect(hits).toEqual([]))
  })

  it('S02: nor with a draft that was thrown away, a photo that was removed, and the tablet locked', async () => {
    await goTo(page, 'Hôm nay')
    await beginNew(page)
    await fillPerson(page, stranger)
    await openStep(page, 'Giấy tờ')
    await shoot(page, 'Mặt sau thẻ')
    await button(page, 'Xóa ảnh mặt sau thẻ').click()
    await button(page, 'Bỏ bản nháp').click()
    await button(page.getByRole('dialog'), 'Bỏ bản nháp').click()
    await seeTitle(page, 'Hôm nay')
    await button(page, 'Khóa máy').click()
    await seeTitle(page, 'Mở khóa')
    see(() => expect(scanBytes(browser.profile, secrets()).hits).toEqual([]))
  })

  it('S38: keeps no answer of the interface, in no cache of the page and in none of the browser', async () => {
    const kept = await page.evaluate(async () => {
      const names = await caches.keys()
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
      return requests.flat().map(({ url }) => new URL(url).pathname)
    })
    expect(kept.length).toBeGreaterThan(10)
    expect(kept.filter((path) => path.startsWith('/api') || path === '/health')).toEqual([])
    const address = `${app.line.url}/api/`
    expect(
      scanBytes(join(browser.profile, 'Default'), { address }).hits.filter(({ file }) => /cache/i.test(file)),
    ).toEqual([])
  })

  it('S02: nor after the profile was removed from the tablet', async () => {
    await unlock(page)
    await goTo(page, 'Cài đặt')
    await button(page, 'Gỡ người dùng khỏi máy').click()
    await button(page.getByRole('dialog'), 'Xóa hẳn và gỡ').click()
    await seeTitle(page, 'Ghép máy')
    await browser.kill()
    see(() => expect(scanBytes(browser.profile, secrets()).hits).toEqual([]))
  })
})
