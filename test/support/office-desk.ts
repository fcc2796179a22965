// A desk at the office for browser tests: people on the list, registrations in every state of trouble, and somebody signed in.
import type { Page } from 'playwright-core'
import type { Beneficiary } from '../../src/domain/beneficiary.ts'
import type { RecordId } from '../../src/domain/ids.ts'
import { type Browser, openBrowser } from './browser.ts'
import type { OfficeStaff, RunningApp } from './running-app.ts'
import { otherCommune } from './test-server.ts'
import {
  enrolTestTablet,
  madeUpPhoto,
  openTestTablet,
  photoOf,
  registrationBody,
  registrationData,
  type TestTablet,
} from './test-tablet.ts'

export const desktop = { width: 1280, height: 800 }
export const phone = { width: 360, height: 740 }
const password = 'con cò mà đi ăn đêm'

export type Desk = {
  browser: Browser
  page: Page
  /** Goes to an address below `/office` and waits until it has loaded. */
  goTo: (path: string) => Promise<void>
}

/** Opens a browser and signs somebody in through the door. */
export async function openDesk(app: RunningApp, role: OfficeStaff['role'], viewport = desktop): Promise<Desk> {
  const username = `${role.toLowerCase()}-${app.server.tools.newId().slice(-6)}`
  await app.addOfficeStaff({ username, password, role })
  const browser = await openBrowser({ viewport })
  const page = await browser.newPage()
  await page.goto(`${app.line.url}/office/`)
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu').fill(password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('heading', { name: 'Tổng quan' }).waitFor()
  const goTo = async (path: string) => {
    await page.goto(`${app.line.url}/office${path}`)
    await page.getByRole('navigation', { name: 'Menu chính' }).waitFor()
    await page.getByText('Đang tải…').first().waitFor({ state: 'detached' })
  }
  return { browser, page, goTo }
}

/** Signs in again with the desk's password, in the window that the ended session opens. */
export async function signInAgain(page: Page): Promise<void> {
  await page.getByRole('dialog').getByLabel('Mật khẩu').fill(password)
  await page.getByRole('dialog').getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

export type Troubles = {
  tablet: TestTablet
  /** Of somebody on the list, with differences, one photo that arrived and one that did not. */
  known: RecordId
  /** Of nobody on the list, but like somebody who is. */
  alike: RecordId
  /** Of nobody at all. */
  stranger: RecordId
  person: Beneficiary
}

/** Fills the office with work: registrations, quarantined records, a frozen tablet. */
export async function makeTroubles(app: RunningApp): Promise<Troubles> {
  const tablet = await enrolTestTablet(app.server, { code: await app.newCode() })
  const { lines } = await tablet.allChanges()
  const person = lines.find((line) => line.type === 'beneficiary')
  if (!person) throw new Error('put people on the list first')
  const photo = madeUpPhoto()
  const lost = madeUpPhoto()
  const known = registrationBody({
    subject: person.id,
    photos: [photoOf(photo), photoOf(lost, 'cardBack')],
    data: registrationData({ name: person.name, birth: '1925-03-02', sex: 'M', hamlet: 'Thới Bình' }),
  })
  const alike = registrationBody({
    data: registrationData({ name: person.name, birth: person.birth, idNumber: '092125994321' }),
  })
  const stranger = registrationBody({ data: registrationData({ name: 'Lâm Thị Lạ', idNumber: '092150997777' }) })
  const elsewhere = registrationBody({ commune: otherCommune })
  await tablet.record(known, alike, stranger, elsewhere, 'không phải JSON')
  await tablet.sendPhoto(photo)
  const frozen = await enrolTestTablet(app.server, { code: await app.newCode() })
  const clone = openTestTablet(app.server.url, frozen.enrolment, frozen.keys)
  await frozen.record(registrationBody({ data: registrationData({ name: 'Bản Một', idNumber: '092150998888' }) }))
  await clone.record(registrationBody({ data: registrationData({ name: 'Bản Hai', idNumber: '092150999999' }) }))
  return { tablet, known: known.id, alike: alike.id, stranger: stranger.id, person }
}
