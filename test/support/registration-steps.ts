// A registration at the door, step by step, by the words on the screen.
import type { Page } from 'playwright-core'
import { button, seeTitle } from './tablet-steps.ts'

export type MadeUpPerson = {
  readonly name: string
  readonly birth: string
  readonly idNumber: string
  readonly phone: string
  readonly address: string
}

export const somebody: MadeUpPerson = {
  name: 'Nguyễn Thị Thử Nghiệm',
  birth: '03/02/1945',
  idNumber: '092145990123',
  phone: '0912345678',
  address: 'Số 7, hẻm 12, khu vực 5, phường Tân An',
}

export type Step = 'Người hưởng' | 'Người nhận thay' | 'Phương thức' | 'Giấy tờ' | 'Xác nhận'

/** `Đăng ký` of somebody who is not on the list, from the home screen. */
export async function beginNew(page: Page): Promise<void> {
  await button(page.getByRole('main'), 'Đăng ký').click()
  await seeTitle(page, 'Đăng ký')
}

/** Opens a step by the trail. */
export async function openStep(page: Page, step: Step): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Các bước đăng ký' })
    .getByRole('link', { name: step, exact: true })
    .click()
  await page.getByRole('heading', { level: 2, name: step, exact: true }).waitFor()
}

/** Step 1. */
export async function fillPerson(page: Page, person: MadeUpPerson = somebody): Promise<void> {
  await page.getByLabel('Họ và tên').fill(person.name)
  await page.getByLabel('Ngày sinh').fill(person.birth)
  await page.getByRole('radio', { name: 'Nữ', exact: true }).check()
  await page.getByRole('radio', { name: 'CCCD / Căn cước', exact: true }).check()
  await page.getByLabel('Số giấy tờ').fill(person.idNumber)
  await page.getByLabel('Số điện thoại').fill(person.phone)
  await page.getByLabel('Điện thoại của ai').selectOption({ label: 'Của người hưởng' })
  await page.getByLabel('Nơi ở hiện tại').fill(person.address)
  await page.getByRole('radio', { name: 'Bảo trợ xã hội', exact: true }).check()
}

/** Step 3, the plainest way to be paid. */
export async function chooseCashAtHome(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Tiền mặt tại nhà', exact: true }).check()
  await page.getByRole('radio', { name: 'Ốm đau', exact: true }).check()
}

/** Step 4: one photo from the camera in the page. */
export async function shoot(page: Page, photo: string): Promise<void> {
  await button(page, new RegExp(`^Chụp (lại )?${photo.toLowerCase()}$`)).click()
  const camera = page.getByRole('dialog')
  await button(camera, 'Chụp').click()
  await button(camera, 'Dùng ảnh này').click()
  await camera.waitFor({ state: 'detached' })
}

/** Step 5: a signature with a finger. */
export async function sign(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Ký tên', exact: true }).check()
  const box = await page.getByLabel('Khung ký tên').boundingBox()
  if (!box) throw new Error('there is no place to sign')
  const at = (x: number, y: number): [number, number] => [box.x + box.width * x, box.y + box.height * y]
  await page.mouse.move(...at(0.2, 0.6))
  await page.mouse.down()
  for (const [x, y] of [
    [0.3, 0.3],
    [0.4, 0.7],
    [0.5, 0.35],
    [0.6, 0.65],
    [0.75, 0.4],
  ] as const) {
    await page.mouse.move(...at(x, y), { steps: 8 })
  }
  await page.mouse.up()
}

/** `Lưu hồ sơ`, until the tablet says that it is saved. */
export async function saveRegistration(page: Page): Promise<void> {
  await button(page, 'Lưu hồ sơ').click()
  await seeTitle(page, 'Đã lưu')
}

/** The least that is a whole registration: no photo but the signature. */
export async function registerQuickly(page: Page, person: MadeUpPerson = somebody): Promise<void> {
  await beginNew(page)
  await fillPerson(page, person)
  await openStep(page, 'Phương thức')
  await chooseCashAtHome(page)
  await openStep(page, 'Xác nhận')
  await sign(page)
  await saveRegistration(page)
}
