// `Nhập danh sách` in a real browser: from the file to the list, and back again.
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, openBrowser } from '../../support/browser.ts'
import { layoutFaults, seriousFindings } from '../../support/judge-screen.ts'
import { type RunningApp, startApp } from '../../support/running-app.ts'

const list = fileURLToPath(new URL('../../fixtures/lists/btxh-thoi-dong.xlsx', import.meta.url))
const header = 'STT;Mã hồ sơ;Họ và tên;Năm sinh;CCCD;Ấp;Đối tượng;Mức hưởng;Tổng cộng'
const second = Buffer.from(
  [
    header,
    '1;TD-1028;Châu Ngọc Lan;09/07/1955;92155990028;Thới Xuân;Người khuyết tật đặc biệt nặng;1.200.000;1.100.000',
    '2;TD-1028;CHÂU NGỌC LAN;1955;92155990028;Thới Xuân;Người khuyết tật đặc biệt nặng;1.200.000;1.200.000',
    '3;;<b>Lê Lỗi</b>;31/02/1950;;Thới Xuân;Người khuyết tật nặng;750000;750000',
  ].join('\n'),
)

describe('taking in a list at the office', () => {
  let app: RunningApp
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    app = await startApp()
    browser = await openBrowser({ viewport: { width: 1280, height: 900 } })
    page = await browser.newPage()
    const reviewer = await app.addOfficeStaff({ username: 'xetduyet', password: 'cho-noi-cai-rang', role: 'reviewer' })
    await page.goto(`${app.line.url}/office`)
    await page.getByLabel('Tên đăng nhập').fill(reviewer.username)
    await page.getByLabel('Mật khẩu').fill(reviewer.password)
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.getByRole('link', { name: 'Nhập danh sách' }).click()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
  })

  const upload = async (file: string | { name: string; mimeType: string; buffer: Buffer }) => {
    await page.getByRole('link', { name: 'Nhập danh sách' }).click()
    await page.getByLabel('Tệp danh sách').setInputFiles(file)
    await page.getByRole('button', { name: 'Đọc tệp' }).click()
  }
  const judged = async () => [...(await seriousFindings(page)), ...(await layoutFaults(page, 44))]

  it('shows what a file would do, takes it in, and says the sums', async () => {
    await upload(list)
    await page.getByText('640 người, mỗi tháng 421.000.000 đ, tổng cộng 465.000.000 đ').waitFor()
    await page.getByRole('button', { name: 'Thêm mới (640)' }).waitFor()
    await page.getByText('Cách hiểu tệp').click()
    expect(await page.getByLabel('Cột D: Năm sinh – Nam').inputValue()).toBe('birthMale')
    expect(await judged()).toEqual([])
    await page.getByRole('button', { name: 'Nhập vào danh sách' }).click()
    await page.getByText('Đã nhập: thêm 640 người').waitFor()
    await page.getByRole('link', { name: 'Danh sách', exact: true }).click()
    await page.getByText('640 người').first().waitFor()
  })

  it('says row by row what changes, what is left out and why; text of the file stays text', async () => {
    await upload({ name: 'lan-2.csv', mimeType: 'text/csv', buffer: second })
    await page.getByRole('button', { name: 'Dòng lỗi (1)', pressed: true }).waitFor()
    await page.getByText('<b>Lê Lỗi</b>', { exact: true }).waitFor()
    await page.getByText('Ngày sinh không đọc được hoặc không có thật.').waitFor()
    await page.getByRole('button', { name: 'Tất cả (642)' }).click()
    await page.getByText('Ấp/Khu vực: Thới Hòa → Thới Xuân').waitFor()
    await page.getByText('Mức/tháng: 1.000.000 đ → 1.200.000 đ').waitFor()
    await page.getByText('Tổng cộng không bằng các khoản cộng lại.').waitFor()
    await page.getByText('Cùng người, cùng chế độ với dòng 2; bỏ qua.').waitFor()
    await page.getByRole('button', { name: 'Không còn trong tệp (639)' }).click()
    await page
      .getByRole('checkbox', { name: /^Cho .* thôi hưởng/ })
      .first()
      .check()
    await page.getByText('Sẽ thêm 0 dòng, thay đổi 1 dòng, cho thôi hưởng 1 dòng.').waitFor()
    expect(await judged()).toEqual([])
    await page.getByRole('button', { name: 'Nhập vào danh sách' }).click()
    await page.getByText('thôi hưởng 1 dòng').first().waitFor()
  })

  it('takes an import back after asking, and says why where it cannot', async () => {
    await page.getByRole('button', { name: 'Hoàn tác lần nhập này' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác lần nhập này' }).click()
    await page.getByText('Đã hoàn tác', { exact: true }).first().waitFor()
    await page.getByRole('button', { name: 'Về các lần nhập' }).click()
    await page.getByRole('link', { name: 'btxh-thoi-dong.xlsx' }).waitFor()
    expect(await judged()).toEqual([])
  })

  it('a file that is no list gets one sentence, on a narrow screen too', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    await upload({ name: 'danh-sach.xlsx', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') })
    await page.getByText('Đây không phải danh sách Excel hoặc CSV.').waitFor()
    expect(await judged()).toEqual([])
    await page.getByRole('link', { name: 'btxh-thoi-dong.xlsx' }).click()
    await page.getByText('640 người, mỗi tháng').waitFor()
    await page.getByText('Châu Ngọc Lan').waitFor()
    expect(await judged()).toEqual([])
    expect(browser.complaints).toEqual([])
  })
})
