// Every screen of the office at a desk and on a phone: nothing serious for axe, nothing too small to touch, nothing
// wider than the window, and not one breach of the content security policy.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layoutFaults, seriousFindings } from '../support/judge-screen.ts'
import { type Desk, desktop, makeTroubles, openDesk, phone, type Troubles } from '../support/office-desk.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'

let app: RunningApp
let troubles: Troubles
let benefit: string
beforeAll(async () => {
  app = await startApp()
  await app.putPeople(60)
  troubles = await makeTroubles(app)
  const { id } = await app.server.tools.db
    .selectFrom('entitlement')
    .select('id')
    .where('beneficiary_id', '=', troubles.person.id)
    .executeTakeFirstOrThrow()
  benefit = id
})
afterAll(() => app.stop())

describe('the office, at a desk and on a phone', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk(app, 'administrator')
  })
  afterAll(() => desk.browser.close())

  /** What is wrong with what is open, by the window's size. */
  async function judge() {
    const { page } = desk
    const found = []
    for (const viewport of [phone, desktop]) {
      await page.setViewportSize(viewport)
      found.push(await seriousFindings(page), await layoutFaults(page, 48))
    }
    return found.flat()
  }

  it.each([
    ['Tổng quan', () => '/'],
    ['Danh sách', () => '/danh-sach'],
    ['a person', () => `/danh-sach/${troubles.person.id}`],
    ['a new person', () => '/danh-sach/them'],
    ['a person being changed', () => `/danh-sach/${troubles.person.id}/sua`],
    ['a new benefit', () => `/danh-sach/${troubles.person.id}/che-do/moi`],
    ['a benefit being changed', () => `/danh-sach/${troubles.person.id}/che-do/${benefit}`],
    ['Hồ sơ', () => '/ho-so'],
    ['a registration of somebody on the list', () => `/ho-so/${troubles.known}`],
    ['a registration like somebody on the list', () => `/ho-so/${troubles.alike}`],
    ['Bản ghi giữ lại', () => '/ho-so/giu-lai'],
    ['Nạp tệp gửi', () => '/ho-so/nap-tep'],
    ['Máy', () => '/may-va-nguoi-dung'],
    ['Người dùng', () => '/may-va-nguoi-dung/nguoi-dung'],
    ['Quên mã PIN', () => '/may-va-nguoi-dung/quen-ma-pin'],
    ['Nhật ký', () => '/nhat-ky'],
    ['Tài khoản của tôi', () => '/tai-khoan'],
    ['an address that leads nowhere', () => '/khong-co'],
  ])('%s', async (_name, path) => {
    await desk.goTo(path())
    expect(await judge()).toEqual([])
  })

  it('the windows that open over a screen', async () => {
    const { page, goTo } = desk
    await goTo('/may-va-nguoi-dung/nguoi-dung')
    await page.getByRole('button', { name: 'Thêm người dùng' }).click()
    expect(await judge()).toEqual([])
    await page.getByRole('button', { name: 'Hủy' }).click()
    await page.getByRole('button', { name: 'Cấp mã ghép máy' }).first().click()
    await page.getByRole('img', { name: 'Mã QR để ghép máy' }).waitFor()
    expect(await judge()).toEqual([])
    await page.getByRole('button', { name: 'Đóng' }).click()
    await goTo('/may-va-nguoi-dung')
    await page.getByRole('button', { name: 'Xem bản ghi mâu thuẫn' }).click()
    await page.getByRole('cell', { name: 'Bản Hai' }).waitFor()
    expect(await judge()).toEqual([])
    await page.getByRole('button', { name: 'Đóng' }).click()
    await goTo(`/danh-sach/${troubles.person.id}`)
    await page.getByRole('button', { name: 'Xem lịch sử' }).click()
    await page.getByText('Vào danh sách').first().waitFor()
    await page.getByLabel('Ngày', { exact: true }).fill('01/01/2025')
    await page.getByRole('button', { name: 'Xem', exact: true }).click()
    await page.getByRole('heading', { name: 'Danh sách ngày 01/01/2025' }).waitFor()
    expect(await judge()).toEqual([])
    for (const name of ['Ghi nhận đã chết', 'Chuyển xã, phường', 'Đưa ra khỏi danh sách']) {
      await page.getByRole('button', { name }).click()
      expect(await judge()).toEqual([])
      await page.getByRole('button', { name: 'Hủy' }).click()
    }
  })

  it('breaks no content security policy', () => expect(desk.browser.complaints).toEqual([]))

  it('speaks English too, and remembers it', async () => {
    const { page, goTo } = desk
    await page.keyboard.press('Escape')
    await goTo('/')
    await page.getByLabel('Ngôn ngữ').selectOption('en')
    await page.getByRole('heading', { name: 'Overview' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.reload()
    await page.getByRole('heading', { name: 'Overview' }).waitFor()
    await page.getByLabel('Language').selectOption('vi')
    await page.getByRole('heading', { name: 'Tổng quan' }).waitFor()
  })
})

it('an observer finds numbers and no way to people', async () => {
  const { browser, page, goTo } = await openDesk(app, 'observer')
  const menu = page.getByRole('navigation', { name: 'Menu chính' }).getByRole('link')
  expect(await menu.allInnerTexts()).toEqual(['Tổng quan'])
  await goTo(`/danh-sach/${troubles.person.id}`)
  await page.getByRole('heading', { name: 'Không có trang này' }).waitFor()
  expect(await page.content()).not.toContain(troubles.person.name)
  await browser.close()
})
