// A day with the list, whole: a ward's spreadsheet of 640 people is taken in at the office and carried out on a tablet; without
// a network somebody is found, a card is scanned and its holder registered; back in reach the office has the
// registration, and what the office changed meanwhile is on the tablet.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, openBrowser, removeProfile } from '../support/browser.ts'
import { plainShot, takeShot } from '../support/card-picture.ts'
import { openRegistration, openSection, signInAtOffice } from '../support/office-steps.ts'
import { openFilm } from '../support/picture-file.ts'
import { takePicture } from '../support/pictures.ts'
import { chooseCashAtHome, openStep, saveRegistration, sign } from '../support/registration-steps.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'
import {
  button,
  enrol,
  goTo,
  readyForOffline,
  seeNoComplaints,
  seeStatus,
  seeTitle,
  unlock,
} from '../support/tablet-steps.ts'

type Sample = { name: string; birth: string; sex: 'F' | 'M'; id: string; hamlet: string; monthly: number }

const folder = join(import.meta.dirname, '../fixtures/lists')
const expected = JSON.parse(readFileSync(join(folder, 'btxh-thoi-dong.expected.json'), 'utf8')) as {
  people: number
  sumMonthly: number
  samples: Sample[]
}
const [holder, neighbour] = expected.samples as [Sample, Sample]
const reviewer = { username: 'nguoi.duyet', password: 'một câu dài dễ nhớ', role: 'reviewer' } as const

/** The holder's card, with an address that the list does not have. */
const card = [
  holder.id,
  '',
  holder.name.toUpperCase(),
  `1402${holder.birth.slice(0, 4)}`,
  holder.sex === 'F' ? 'Nữ' : 'Nam',
  'Tổ 5, Ấp Thới Hòa, Thới Đông, Cờ Đỏ, Cần Thơ',
  '10052021',
].join('|')

describe('a day with the list', () => {
  let app: RunningApp
  let desk: Browser
  let tablet: Browser
  let office: Page
  let page: Page
  const film = openFilm(takeShot({ ...plainShot, width: 1280, height: 720, module: 4, turn: 12, text: card }))

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

  it('the ward’s spreadsheet is previewed and taken in as a whole', async () => {
    office = await desk.newPage()
    // The office has a line of its own: the tablet's is the one that is cut.
    await signInAtOffice(office, app.server.url, reviewer)
    await openSection(office, 'Nhập danh sách')
    await office.getByLabel('Tệp danh sách').setInputFiles(join(folder, 'btxh-thoi-dong.xlsx'))
    await button(office, 'Đọc tệp').click()
    await office
      .getByText(/421[.,]000[.,]000/)
      .first()
      .waitFor({ timeout: 60_000 })
    await takePicture(office, 'van-phong-nhap-danh-sach')
    await button(office, 'Nhập vào danh sách').click()
    await office.getByText(`Đã nhập: thêm ${expected.people} người`).waitFor({ timeout: 60_000 })
    const { db } = app.server.tools
    const { people } = await db
      .selectFrom('beneficiary')
      .select(({ fn }) => fn.countAll<number>().as('people'))
      .executeTakeFirstOrThrow()
    const { monthly } = await db
      .selectFrom('entitlement')
      .select(({ fn }) => fn.sum<number>('monthly').as('monthly'))
      .executeTakeFirstOrThrow()
    expect([Number(people), Number(monthly)]).toEqual([expected.people, expected.sumMonthly])
  })

  it('the list is on the tablet, and people are found there without a network and without diacritics', async () => {
    page = await tablet.newPage()
    await enrol(page, app.line.url, await app.newCode())
    await page.getByText(`${expected.people} người trong danh sách`).waitFor()
    await readyForOffline(page)
    await app.line.cut()
    await tablet.close()
    tablet = await openBrowser({ profile: tablet.profile, camera: film.path })
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
    await page.getByRole('button', { name: new RegExp(expected.samples.at(-1)?.name ?? '', 'i') }).click()
    await page
      .getByText(/đ\/tháng/)
      .first()
      .waitFor()
    await takePicture(page, 'nguoi-huong')
  })

  it('a card is scanned, and its holder is registered with what the card says', async () => {
    await goTo(page, 'Hôm nay')
    await page.getByRole('main').getByRole('link', { name: 'Quét thẻ', exact: true }).click()
    await page.getByRole('heading', { level: 2, name: new RegExp(holder.name, 'i') }).waitFor()
    await page.getByRole('group', { name: 'Nơi thường trú', exact: true }).waitFor()
    for (const group of await page.getByRole('group').all()) await group.getByRole('radio').first().check()
    await button(page, 'Đăng ký với các mục đã chọn').click()
    await seeTitle(page, 'Đăng ký')
    expect(await page.getByLabel('Số giấy tờ', { exact: true }).inputValue()).toBe(holder.id)
    await openStep(page, 'Phương thức')
    await chooseCashAtHome(page)
    await openStep(page, 'Xác nhận')
    await sign(page)
    await saveRegistration(page)
    await page.getByRole('link', { name: 'Về Hôm nay' }).click()
    await seeStatus(page, /Không có mạng|Còn 1 hồ sơ chờ gửi/)
  })

  it('meanwhile the office writes down a raise and another hamlet for a neighbour', async () => {
    await openSection(office, 'Danh sách')
    await office.getByLabel(/^Tìm theo tên/).fill(neighbour.id)
    await office.getByRole('link', { name: new RegExp(neighbour.name, 'i') }).click()
    await office.getByRole('link', { name: /^Đổi mức, tình trạng/ }).click()
    await office.getByLabel('Mức/tháng (đồng)').fill('1.234.000')
    await office.getByLabel(/^Lý do/).fill('Nâng mức chuẩn')
    await button(office, 'Lưu').click()
    await office.getByText('1.234.000 đ').first().waitFor()
    await office.getByRole('link', { name: 'Sửa thông tin' }).click()
    await office.getByLabel('Ấp/Khu vực').fill('Thới Mới')
    await office.getByLabel(/^Lý do/).fill('Chuyển khu vực')
    await button(office, 'Lưu').click()
    await button(office, 'Xem lịch sử').click()
    await office.getByText('Lý do: Chuyển khu vực').waitFor()
    await office.getByText('Lý do: Nâng mức chuẩn').waitFor()
  })

  it('back in reach everything meets: the registration at the office, the changes on the tablet', async () => {
    await app.line.mend()
    await goTo(page, 'Đồng bộ')
    await button(page, 'Gửi ngay').click()
    await seeStatus(page, 'Đã gửi hết')
    await goTo(page, 'Tra cứu')
    await page.getByLabel('Tìm người hưởng').fill(neighbour.id)
    await page.getByRole('button', { name: new RegExp(neighbour.name, 'i') }).click()
    await page.getByText('1.234.000 đ/tháng').first().waitFor()
    await page
      .getByText(/Thới Mới/)
      .first()
      .waitFor()
    await openRegistration(office, holder.name)
    await office.getByText('Tổ 5, Ấp Thới Hòa, Thới Đông, Cờ Đỏ, Cần Thơ').first().waitFor()
    seeNoComplaints(tablet)
    seeNoComplaints(desk)
  })
})
