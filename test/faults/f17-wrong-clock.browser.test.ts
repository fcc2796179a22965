// F17: the tablet's clock stands in 2019, or three days ahead, or jumps. Order and cursor do not care, the lock-out cannot be
// waited out by turning the clock, and the officer is told.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, openBrowser, removeProfile } from '../support/browser.ts'
import { registerQuickly, somebody } from '../support/registration-steps.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'
import {
  button,
  enrol,
  goTo,
  officersPin,
  seeNoComplaints,
  seeStatus,
  seeTitle,
  tryPin,
  unlock,
} from '../support/tablet-steps.ts'

const day = 86_400_000

describe('a wrong clock', () => {
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

  it('neither loses nor reorders anything, keeps the list, and is named to the officer', async () => {
    const page = await browser.newPage()
    await enrol(page, app.line.url, await app.newCode())
    const send = async (name: string) => {
      await goTo(page, 'Hôm nay')
      await registerQuickly(page, { ...somebody, name })
      await page.getByRole('link', { name: 'Về Hôm nay' }).click()
      await goTo(page, 'Đồng bộ')
      await button(page, 'Gửi ngay').click()
      await seeStatus(page, 'Đã gửi hết')
    }
    await send('Nguyễn Thị Đúng Giờ')
    await page.clock.setSystemTime(new Date(Date.now() + 3 * day))
    // A clock that jumps ahead looks like a tablet that was put away: it locks itself.
    await unlock(page)
    await send('Nguyễn Thị Ngày Kia')
    await page.clock.setSystemTime(new Date('2019-01-01T00:00:00Z'))
    await send('Nguyễn Thị Năm Cũ')
    await goTo(page, 'Hôm nay')
    await page.getByText('Đồng hồ của máy lệch nhiều so với máy chủ').waitFor()

    const { db } = app.server.tools
    const records = await db.selectFrom('envelope').select(['seq', 'status', 'body']).orderBy('seq').execute()
    const read = records.map(({ body, ...row }) => {
      const record = JSON.parse(new TextDecoder().decode(body)) as {
        at: string
        clockSkewMs?: number
        data: { person: { name: string } }
      }
      return { ...row, name: record.data.person.name, year: record.at.slice(0, 4) }
    })
    expect(read).toMatchObject([
      { seq: 1, status: 'accepted', name: 'Nguyễn Thị Đúng Giờ' },
      { seq: 2, status: 'accepted', name: 'Nguyễn Thị Ngày Kia' },
      { seq: 3, status: 'accepted', name: 'Nguyễn Thị Năm Cũ', year: '2019' },
    ])
    await goTo(page, 'Hôm nay')
    await page.getByText('40 người trong danh sách').waitFor()
    seeNoComplaints(browser)
  })

  it('does not shorten the wait after wrong PINs', async () => {
    const page = browser.context.pages()[0]
    if (!page) throw new Error('no page')
    await button(page, 'Khóa máy').click()
    for (let tries = 0; tries < 5; tries += 1) {
      await tryPin(page, '11223344')
      await page.getByText(/^Mã PIN không đúng|^Hãy chờ/).waitFor()
    }
    await page.getByText(/^Hãy chờ/).waitFor()
    await page.clock.setSystemTime(new Date(Date.now() + 30 * day))
    await page.reload()
    await seeTitle(page, 'Mở khóa')
    await page.getByText(/^Hãy chờ/).waitFor()
    expect(await button(page, 'Mở khóa').isEnabled()).toBe(false)
    expect(await button(page, officersPin.charAt(0)).isEnabled()).toBe(false)
  })
})
