// A ward's list as it really arrives, 640 people in a spreadsheet, taken in at the office and carried out on a tablet.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, openBrowser, removeProfile } from '../support/browser.ts'
import { openSection, signInAtOffice } from '../support/office-steps.ts'
import { takePicture } from '../support/pictures.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'
import { button, enrol, goTo, readyForOffline, seeNoComplaints, seeTitle, unlock } from '../support/tablet-steps.ts'

const folder = join(import.meta.dirname, '../fixtures/lists')
const expected = JSON.parse(readFileSync(join(folder, 'btxh-thoi-dong.expected.json'), 'utf8')) as {
  people: number
  sumMonthly: number
  samples: { name: string; id: string; hamlet: string }[]
}
const reviewer = { username: 'nguoi.duyet', password: 'một câu dài dễ nhớ', role: 'reviewer' } as const

describe('a ward list from Excel to the doorstep', () => {
  let app: RunningApp
  let desk: Browser
  let tablet: Browser
  let page: Page

  beforeAll(async () => {
    app = await startApp()
    await app.addOfficeStaff(reviewer)
    desk = await openBrowser({ viewport: { width: 1366, height: 900 } })
    tablet = await openBrowser()
  })

  afterAll(async () => {
    await desk.close()
    await tablet.close()
    removeProfile(desk.profile)
    removeProfile(tablet.profile)
    await app.stop()
  })

  it('is previewed and taken in as a whole', async () => {
    const office = await desk.newPage()
    await signInAtOffice(office, app.line.url, reviewer)
    await openSection(office, 'Nhập danh sách')
    await office.getByLabel('Tệp danh sách').setInputFiles(join(folder, 'btxh-thoi-dong.xlsx'))
    await button(office, 'Đọc tệp').click()
    await office
      .getByText(/421[.,]000[.,]000/)
      .first()
      .waitFor({ timeout: 60_000 })
    await takePicture(office, 'van-phong-nhap-danh-sach')
    await button(office, 'Nhập vào danh sách').click()
    await office.getByText(/640/).first().waitFor()
    await expect
      .poll(
        async () => {
          const { db } = app.server.tools
          const sums = await db
            .selectFrom('entitlement')
            .select(({ fn }) => fn.sum<number>('monthly').as('sum'))
            .executeTakeFirst()
          const people = await db
            .selectFrom('beneficiary')
            .select(({ fn }) => fn.countAll<number>().as('n'))
            .executeTakeFirst()
          return { people: Number(people?.n), sumMonthly: Number(sums?.sum) }
        },
        { timeout: 60_000 },
      )
      .toEqual({ people: expected.people, sumMonthly: expected.sumMonthly })
    seeNoComplaints(desk)
  })

  it('is on the tablet, whole, and is found there without a network and without diacritics', async () => {
    page = await tablet.newPage()
    await enrol(page, app.line.url, await app.newCode())
    await page.getByText(`${expected.people} người trong danh sách`).waitFor()
    await readyForOffline(page)
    await app.line.cut()
    await tablet.close()
    tablet = await openBrowser({ profile: tablet.profile })
    page = await tablet.newPage()
    await page.goto(app.line.url)
    await unlock(page)
    await goTo(page, 'Tra cứu')
    const search = page.getByLabel('Tìm người hưởng')
    await search.fill('nguyen thi')
    await page.getByText(/^\d+ trong 640 người$/).waitFor()
    for (const { id, name } of expected.samples) {
      await search.fill(id)
      await page.getByText('1 trong 640 người', { exact: true }).waitFor()
      await page.getByRole('button', { name: new RegExp(name, 'i') }).waitFor()
    }
    seeNoComplaints(tablet)
  })

  it('opens a person with what the list says', async () => {
    const [first] = expected.samples
    if (!first) throw new Error('no sample')
    await page.getByLabel('Tìm người hưởng').fill(first.id)
    await page.getByRole('button', { name: new RegExp(first.name, 'i') }).click()
    await seeTitle(page, new RegExp(`${first.name}|Người hưởng`, 'i'))
    await page.getByText('1.000.000 đ/tháng').first().waitFor()
    await takePicture(page, 'nguoi-huong')
  })
})
