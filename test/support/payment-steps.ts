// Paying at the door, by the words on the screen. Every tap is counted, so that a test can say how many a path takes.
import type { Page } from 'playwright-core'
import { button, seeTitle } from './tablet-steps.ts'

/** Names that nobody bears twice, for people who are to be found by them. */
export function payableName(index: number): string {
  const given = ['An', 'Bình', 'Cúc', 'Dung', 'Em', 'Giang', 'Hoa', 'Khánh', 'Lan', 'Mai', 'Nga', 'Phúc']
  const middle = ['Thị', 'Văn', 'Ngọc', 'Kim', 'Minh', 'Thanh', 'Hồng', 'Xuân']
  const family = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Võ', 'Huỳnh', 'Đặng']
  const at = (words: readonly string[], place: number) => words[place % words.length] ?? ''
  return `${at(family, index)} ${at(middle, Math.floor(index / 12))} ${at(given, index)}`
}

/** `Hôm nay` → `Chi trả tại nhà`. */
export async function openPayments(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: 'Chi trả tại nhà', exact: true }).click()
  await seeTitle(page, 'Chi trả tại nhà')
}

/** Opens somebody from the day's list. */
export async function openDelivery(page: Page, name: string): Promise<void> {
  await button(page, new RegExp(`^${name}`)).click()
  await page.getByRole('heading', { level: 2, name, exact: true }).waitFor()
}

/** Signs in a frame; the frame's name is whose signature it is. */
export async function signIn(page: Page, frame = 'Khung ký tên'): Promise<void> {
  const canvas = page.getByRole('img', { name: frame, exact: true })
  await canvas.scrollIntoViewIfNeeded()
  const box = await canvas.boundingBox()
  if (!box) throw new Error('there is no place to sign')
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.6)
  await page.mouse.down()
  for (const [x, y] of [
    [0.35, 0.3],
    [0.5, 0.7],
    [0.7, 0.35],
  ] as const) {
    await page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 6 })
  }
  await page.mouse.up()
}

/** Known by sight, signed, `Đã chi trả`; the person is open. @returns the taps it took besides the signature. */
export async function payBySight(page: Page): Promise<number> {
  await button(page, 'Nhận diện trực tiếp').click()
  await page.getByRole('radio', { name: 'Biết rõ người nhận', exact: true }).check()
  await signIn(page)
  await button(page, 'Đã chi trả').click()
  await seeSaved(page)
  return 3
}

/** The record is on disk. */
export async function seeSaved(page: Page): Promise<void> {
  await page.locator('.payment__saved').filter({ hasText: 'Đã lưu' }).waitFor()
}

/** `Chưa chi được` with a reason, of the person that is open. @returns the taps it took. */
export async function cannotPay(page: Page, reason: string): Promise<number> {
  await button(page, 'Chưa chi được').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: reason, exact: true }).check()
  await button(dialog, 'Ghi chưa chi được').click()
  await seeSaved(page)
  return 3
}

/** Voids what was recorded for the person that is open. */
export async function voidEntry(page: Page, reason: string): Promise<void> {
  await button(page, 'Hủy vì ghi nhầm').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Lý do hủy').fill(reason)
  await button(dialog, 'Hủy lần ghi').click()
  await page.getByText('Đã hủy', { exact: true }).waitFor()
}

export type Counted = { cashOut: string; notes: Readonly<Record<string, number>>; receiver: string; reason?: string }

/** Fills the settlement that is open; both sign. */
export async function fillSettlement(page: Page, { cashOut, notes, receiver, reason }: Counted): Promise<void> {
  await page.getByLabel('Tiền mặt mang đi').fill(cashOut)
  for (const [note, count] of Object.entries(notes)) {
    await page.getByLabel(`Tờ ${note}`, { exact: true }).fill(String(count))
  }
  if (reason !== undefined) await page.getByLabel('Lý do chênh lệch').fill(reason)
  await page.getByLabel('Người nhận lại tiền').first().fill(receiver)
  await signIn(page, 'Chữ ký người chi trả')
  await signIn(page, 'Chữ ký người nhận lại tiền')
}
