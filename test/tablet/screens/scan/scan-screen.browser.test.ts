// Cards before a real camera, as files and typed, without a network.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Beneficiary } from '../../../../src/domain/beneficiary.ts'
import { type Browser, openBrowser, removeProfile } from '../../../support/browser.ts'
import { plainShot, takeShot } from '../../../support/card-picture.ts'
import { type EnrolledProfile, enrolOnce } from '../../../support/enrolled-profile.ts'
import { layoutFaults, seriousFindings } from '../../../support/judge-screen.ts'
import { openFilm, pngOf } from '../../../support/picture-file.ts'
import { beginNew, openStep } from '../../../support/registration-steps.ts'
import { dist, type RunningApp, startApp } from '../../../support/running-app.ts'
import { button, goTo, seeNoComplaints, seeTitle, unlock } from '../../../support/tablet-steps.ts'

const listed = {
  name: 'Huỳnh Phước Thủy',
  birth: '1945',
  sex: 'F',
  idNumber: '361990124',
  oldIdNumber: null,
  permanentAddress: null,
} as Partial<Beneficiary>
const listedCode =
  '092145990124|361990124|HUỲNH PHƯỚC THUỶ|03021945|Nữ|Tổ 5,, Ấp Vĩnh Quới, Thạnh Qưới, Cần Thơ|10052021||||'
const strangerCode = '092150990777||Lê Thị Đặng Ửng|00001950|Nữ|Ấp Thới Hòa, Thới Đông, Cờ Đỏ, Cần Thơ|'

/** As a hand holds a card before a camera. */
const inHand = {
  width: 1280,
  height: 720,
  module: 4,
  turn: 17,
  tilt: 18,
  tiltTowards: 70,
  blur: 0.9,
  noise: 4,
  jpeg: 80,
}
const pictureOf = (text: string) => takeShot({ ...plainShot, ...inHand, text })

/** How many cameras were opened, and how many run; what a page tells of them. */
function countCameras(): void {
  const tracks: MediaStreamTrack[] = []
  Object.assign(window, { cameraTracks: tracks })
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
  navigator.mediaDevices.getUserMedia = async (wanted) => {
    const stream = await open(wanted)
    tracks.push(...stream.getTracks())
    return stream
  }
}
const camerasOn = (page: Page) =>
  page.evaluate(
    () =>
      (window as unknown as { cameraTracks: MediaStreamTrack[] }).cameraTracks.filter(
        ({ readyState }) => readyState === 'live',
      ).length,
  )

describe('Quét thẻ', () => {
  let app: RunningApp
  let enrolled: EnrolledProfile
  let browser: Browser
  let page: Page
  const film = openFilm(pictureOf(listedCode))
  const asked: string[] = []

  beforeAll(async () => {
    app = await startApp()
    await app.putPeople(40, listed)
    enrolled = await enrolOnce(app)
    browser = await openBrowser({ profile: enrolled.copy(), camera: film.path })
    await browser.context.addInitScript(countCameras)
    browser.context.on('request', (request) => asked.push(request.url()))
    await app.line.cut()
    page = await browser.newPage()
    await page.goto(app.line.url)
    await unlock(page)
  })

  afterAll(async () => {
    await browser.close()
    removeProfile(browser.profile)
    enrolled.remove()
    await app.stop()
  })

  beforeEach(() => goTo(page, 'Hôm nay'))

  const scan = async () => {
    await page.getByRole('main').getByRole('link', { name: 'Quét thẻ', exact: true }).click()
  }
  const field = (label: string) => page.getByLabel(label, { exact: true }).inputValue()

  it('opens the person whose card the camera sees, and settles what differs in a registration', async () => {
    await scan()
    await page.getByRole('heading', { level: 2, name: 'Huỳnh Phước Thủy' }).waitFor()
    await page.getByRole('heading', { name: 'Thẻ khác danh sách ở 4 mục' }).waitFor()
    expect(await camerasOn(page)).toBe(0)
    const group = (name: string) => page.getByRole('group', { name, exact: true })
    await button(page, 'Đăng ký với các mục đã chọn').click()
    await group('Số giấy tờ').getByText('Hãy chọn một trong hai.').waitFor()
    await group('Số giấy tờ').getByRole('radio', { name: '092145990124' }).check()
    await group('Ngày sinh').getByRole('radio', { name: '1945', exact: true }).check()
    await button(page, 'Đăng ký với các mục đã chọn').click()
    await seeTitle(page, 'Đăng ký')
    expect(await field('Họ và tên')).toBe('Huỳnh Phước Thủy')
    expect(await field('Ngày sinh')).toBe('1945')
    expect(await field('Số giấy tờ')).toBe('092145990124')
    expect(await field('Nơi thường trú')).toBe('Tổ 5, Ấp Vĩnh Quới, Thạnh Qưới, Cần Thơ')
    await page.getByRole('link', { name: 'Quay lại' }).click()
  })

  it('begins a registration of a stranger with every letter right', async () => {
    film.show(pictureOf(strangerCode))
    await scan()
    await seeTitle(page, 'Đăng ký')
    expect(await field('Họ và tên')).toBe('Lê Thị Đặng Ửng')
    expect(await field('Ngày sinh')).toBe('1950')
    expect(await page.getByRole('radio', { name: 'Nữ', exact: true }).isChecked()).toBe(true)
    expect(await field('Số giấy tờ')).toBe('092150990777')
    expect(await field('Nơi thường trú')).toBe('Ấp Thới Hòa, Thới Đông, Cờ Đỏ, Cần Thơ')
    expect(await camerasOn(page)).toBe(0)
    await page.getByRole('link', { name: 'Quay lại' }).click()
  })

  it('says what another code is, reads what is typed and what a hand scanner writes', async () => {
    film.show(pictureOf('https://example.org/not-a-card'))
    await scan()
    await page.getByText(/^Đây không phải mã QR của thẻ căn cước\. Hãy quét lại/).waitFor()
    for (const [width, height] of [
      [800, 1280],
      [1280, 800],
      [360, 740],
    ] as const) {
      await page.setViewportSize({ width, height })
      const found = [...(await seriousFindings(page)), ...(await layoutFaults(page, 48))]
      expect(found).toEqual([])
    }
    await page.setViewportSize({ width: 800, height: 1280 })
    const typed = page.getByLabel('Nhập số trên thẻ, hoặc dùng máy quét cầm tay')
    await typed.fill('09214599012')
    await button(page, 'Tìm').click()
    await page.getByText(/^Số căn cước phải có đúng 12 chữ số/).waitFor()
    await typed.fill('092 150 990 999')
    await typed.press('Enter')
    await page.getByText(/^Không ai trong danh sách trên máy mang số 092150990999\./).waitFor()
    await typed.fill('')
    // A hand scanner types wherever the focus is.
    await page.getByRole('heading', { level: 1 }).focus()
    await page.keyboard.type(`${listedCode}`)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 2, name: 'Huỳnh Phước Thủy' }).waitFor()
  })

  it('reads a picture of a card instead, also for who receives in the place of somebody', async () => {
    film.show(takeShot({ ...plainShot, width: 320, height: 240, module: 0.6 }))
    await beginNew(page)
    await openStep(page, 'Người nhận thay')
    await page.getByRole('radio', { name: 'Người giám hộ', exact: true }).check()
    await button(page, 'Quét thẻ').click()
    const pick = (bytes: Buffer) =>
      page
        .getByRole('dialog')
        .locator('input[type=file]')
        .setInputFiles({ name: 'the.png', mimeType: 'image/png', buffer: bytes })
    await pick(Buffer.from('no picture'))
    await page.getByText('Tệp này không phải là ảnh đọc được.').waitFor()
    // Small, dim and out of focus: nothing that is read at the first look.
    await pick(pngOf(takeShot({ ...plainShot, ...inHand, module: 2.4, blur: 1.1, white: 120, text: strangerCode })))
    await page.getByText('Đã điền theo thẻ vừa quét.').waitFor()
    expect(await field('Họ và tên')).toBe('Lê Thị Đặng Ửng')
    expect(await field('Địa chỉ')).toBe('Ấp Thới Hòa, Thới Đông, Cờ Đỏ, Cần Thơ')
    expect(await camerasOn(page)).toBe(0)
    await page.getByRole('link', { name: 'Quay lại' }).click()
  })

  it('switches the camera off when the tablet is locked, and asked nobody but our own server', async () => {
    await scan()
    await page.locator('video').waitFor()
    await expect.poll(() => camerasOn(page)).toBe(1)
    await button(page, 'Khóa máy').click()
    await seeTitle(page, 'Mở khóa')
    expect(await camerasOn(page)).toBe(0)
    const foreign = asked.filter((url) => !url.startsWith(app.line.url) && !url.startsWith('blob:'))
    expect(foreign).toEqual([])
    const [reader] = globSync(join(dist, 'assets/read-qr-code.worker-*.js'))
    expect(readFileSync(reader ?? '', 'utf8')).not.toMatch(/https?:/)
    seeNoComplaints(browser)
    await unlock(page)
  })
})
