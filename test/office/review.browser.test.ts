// A reviewer at work in a real browser.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Outcome } from '../../src/protocol/changes.ts'
import { type Desk, makeTroubles, openDesk, signInAgain, type Troubles } from '../support/office-desk.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'

let app: RunningApp
let desk: Desk
let troubles: Troubles
beforeAll(async () => {
  app = await startApp()
  await app.putPeople(20)
  troubles = await makeTroubles(app)
  desk = await openDesk(app, 'reviewer')
})
afterAll(async () => {
  await desk.browser.close()
  await app.stop()
})

const outcomeOf = async (id: string) =>
  (await troubles.tablet.allChanges()).lines.find((line) => line.type === 'outcome' && line.id === id) as
    Outcome | undefined

it('sees the data beside the photos, what is missing and what differs, and the photos turn and grow by keys', async () => {
  const { page, goTo } = desk
  await goTo('/ho-so')
  await page.getByRole('link', { name: troubles.person.name }).first().click()
  await page.getByText('1 ảnh chưa về máy chủ').waitFor()
  await page.getByText('mục khác với danh sách').waitFor()
  const photo = page.getByRole('img', { name: 'Mặt trước thẻ, ảnh 1/2' })
  await photo.waitFor()
  const lie = () => photo.evaluate((element) => (element as HTMLElement).style.transform)
  await page.keyboard.press('r')
  await page.keyboard.press('+')
  expect(await lie()).toMatch(/rotate\(90deg\) scale\(1\.4\)/)
  await page.keyboard.press('-')
  expect(await lie()).toMatch(/scale\(1\)/)
  await page.keyboard.press('p')
  await page.getByText('Ảnh chưa về máy chủ. Máy sẽ gửi tiếp khi có mạng.').waitFor()
  await page.getByLabel('Dùng phím tắt').uncheck()
  await page.keyboard.press('p')
  expect(await photo.count()).toBe(0)
  await page.getByLabel('Dùng phím tắt').check()
})

it('asks for papers by keyboard alone, and the tablet hears which', async () => {
  const { page, goTo } = desk
  await goTo(`/ho-so/${troubles.known}`)
  await page.keyboard.press('b')
  await page.getByRole('group', { name: 'Cần bổ sung giấy tờ nào?' }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.getByLabel('Nhắn cho cán bộ').focus()
  await page.keyboard.type('Chụp lại mặt sau, bị mờ')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Đã yêu cầu bổ sung.').waitFor()
  expect(await outcomeOf(troubles.known)).toMatchObject({
    review: 'needsPapers',
    papers: ['cardBack'],
    note: 'Chụp lại mặt sau, bị mờ',
  })
})

it('has to say whom it is written to before accepting somebody who is like somebody on the list', async () => {
  const { page, goTo } = desk
  await goTo(`/ho-so/${troubles.alike}`)
  await page.getByRole('button', { name: 'Duyệt' }).click()
  await page.getByText('Chọn ghi vào ai trước khi duyệt').waitFor()
  expect((await outcomeOf(troubles.alike))?.review).toBe('new')
  await page.getByLabel('Là cùng một người: ghi vào người này').check()
  await page.getByRole('button', { name: 'Duyệt' }).click()
  await page.getByText('Đã duyệt.').waitFor()
  expect(await outcomeOf(troubles.alike)).toMatchObject({ review: 'accepted', beneficiary: troubles.person.id })
})

it('is told in a sentence that a colleague was faster, and sees the colleague’s decision', async () => {
  const { page, goTo } = desk
  const colleague = await openDesk(app, 'reviewer')
  await goTo(`/ho-so/${troubles.stranger}`)
  await colleague.goTo(`/ho-so/${troubles.stranger}`)
  await colleague.page.getByRole('button', { name: 'Từ chối' }).click()
  await colleague.page.getByLabel('Lý do từ chối').fill('Không cư trú tại phường')
  await colleague.page.getByRole('button', { name: 'Gửi quyết định' }).click()
  await colleague.page.getByText('Đã từ chối.').waitFor()
  await page.getByRole('button', { name: 'Duyệt' }).click()
  await page.getByText('Người khác vừa thay đổi nội dung này.').waitFor()
  await page.getByRole('button', { name: 'Thử lại' }).click()
  await page.getByText('Không cư trú tại phường').waitFor()
  expect((await outcomeOf(troubles.stranger))?.review).toBe('rejected')
  await colleague.browser.close()
})

it('keeps what was typed when the session ends, and goes on after signing in again', async () => {
  const { page, goTo } = desk
  await goTo(`/ho-so/${troubles.known}`)
  await page.getByRole('button', { name: 'Từ chối' }).click()
  await page.getByLabel('Lý do từ chối').fill('Đã viết dở dang')
  await app.server.tools.db.deleteFrom('session').execute()
  await page.getByRole('button', { name: 'Gửi quyết định' }).click()
  await page.getByText('Phiên làm việc đã hết.').waitFor()
  await signInAgain(page)
  expect(await page.getByLabel('Lý do từ chối').inputValue()).toBe('Đã viết dở dang')
  await page.getByRole('button', { name: 'Gửi quyết định' }).click()
  await page.getByText('Đã từ chối.').waitFor()
})

it('and nothing that the browser complained about', () => expect(desk.browser.complaints).toEqual([]))
