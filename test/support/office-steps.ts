// What people at the desk do, by the words on the screen.
import type { Locator, Page } from 'playwright-core'
import { button, seeTitle } from './tablet-steps.ts'

/** Signs in and waits for the first page. */
export async function signInAtOffice(
  page: Page,
  address: string,
  who: { username: string; password: string },
): Promise<void> {
  await page.goto(`${address}/office`)
  await seeTitle(page, 'Đăng nhập văn phòng')
  await page.getByLabel('Tên đăng nhập').fill(who.username)
  await page.getByLabel('Mật khẩu').fill(who.password)
  await button(page, 'Đăng nhập').click()
  await seeTitle(page, 'Tổng quan')
}

/** Opens a section of the menu. */
export async function openSection(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Menu chính' }).getByRole('link', { name, exact: true }).click()
}

/** Opens somebody's registration from the queue. */
export async function openRegistration(page: Page, name: string): Promise<void> {
  await openSection(page, 'Hồ sơ')
  await page.getByRole('link', { name, exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor()
}

/** The large photo of the open registration, once it is there. */
export async function largePhoto(page: Page): Promise<Locator> {
  const photo = page.locator('img.review-photo__image')
  await photo.waitFor()
  return photo
}

/** `Yêu cầu bổ sung`, for one paper, with a word to the officer. */
export async function askForPaper(page: Page, paper: string, note: string): Promise<void> {
  await button(page, 'Yêu cầu bổ sung').click()
  await page.getByLabel(paper, { exact: true }).check()
  await page.getByLabel(/^Nhắn cho cán bộ/).fill(note)
  await button(page, 'Gửi quyết định').click()
  await page.getByText('Đã yêu cầu bổ sung.').waitFor()
}
