// The project's main job, end to end: a tablet is enrolled, goes out without a network, somebody is registered at the door
// with photos and a signature, the office sees everything, and its answer comes back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { type Browser, openBrowser, removeProfile } from '../support/browser.ts'
import { drawCard, filmOf } from '../support/made-up-card.ts'
import { askForPaper, largePhoto, openRegistration, signInAtOffice } from '../support/office-steps.ts'
import { takePicture } from '../support/pictures.ts'
import {
  beginNew,
  chooseCashAtHome,
  fillPerson,
  openStep,
  saveRegistration,
  shoot,
  sign,
  somebody,
} from '../support/registration-steps.ts'
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

const reviewer = { username: 'nguoi.duyet', password: 'một câu dài dễ nhớ', role: 'reviewer' } as const

/** How alike a picture on the page and a JPEG are: the correlation of their greys, 1 for the same picture. */
async function likenessTo(photo: Locator, jpeg: Buffer): Promise<{ width: number; height: number; likeness: number }> {
  return photo.evaluate(async (element, base64) => {
    const image = element as HTMLImageElement
    await image.decode()
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
    const original = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }))
    const { naturalWidth: width, naturalHeight: height } = image
    const greys = (source: CanvasImageSource) => {
      const pen = new OffscreenCanvas(width, height).getContext('2d')
      if (!pen) throw new Error('no canvas')
      pen.drawImage(source, 0, 0, width, height)
      const { data } = pen.getImageData(0, 0, width, height)
      return Float32Array.from(
        { length: width * height },
        (_, i) => ((data[4 * i] ?? 0) + (data[4 * i + 1] ?? 0) + (data[4 * i + 2] ?? 0)) / 3,
      )
    }
    const [one, two] = [greys(image), greys(original)]
    const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length
    const [meanOne, meanTwo] = [mean(one), mean(two)]
    let [both, squareOne, squareTwo] = [0, 0, 0]
    for (const [i, grey] of one.entries()) {
      const [a, b] = [grey - meanOne, (two[i] ?? 0) - meanTwo]
      both += a * b
      squareOne += a * a
      squareTwo += b * b
    }
    return { width, height, likeness: both / Math.sqrt(squareOne * squareTwo) }
  }, jpeg.toString('base64'))
}

describe('from the door to the office', () => {
  let app: RunningApp
  let tablet: Browser
  let desk: Browser
  let page: Page
  let office: Page
  let card: Buffer
  let film: string

  beforeAll(async () => {
    app = await startApp()
    await app.putPeople(640)
    await app.addOfficeStaff(reviewer)
    desk = await openBrowser({ viewport: { width: 1366, height: 900 } })
    card = await drawCard(desk.context, { width: 1920, height: 1440 })
    film = filmOf(card)
    tablet = await openBrowser({ camera: film })
    page = await tablet.newPage()
    office = await desk.newPage()
  })

  afterAll(async () => {
    await tablet.close()
    await desk.close()
    removeProfile(tablet.profile)
    removeProfile(desk.profile)
    await app.stop()
  })

  it('the tablet is enrolled, and the list arrives', async () => {
    await enrol(page, app.line.url, await app.newCode())
    await page.getByText('640 người trong danh sách').waitFor()
    await takePicture(page, 'hom-nay')
    await readyForOffline(page)
  })

  it('the network goes, the browser is closed and opened again: it unlocks and finds people without diacritics', async () => {
    await app.line.cut()
    await tablet.close()
    const before = tablet.complaints
    tablet = await openBrowser({ profile: tablet.profile, camera: film })
    tablet.complaints.push(...before)
    page = await tablet.newPage()
    await page.goto(app.line.url)
    await seeTitle(page, 'Mở khóa')
    await takePicture(page, 'mo-khoa')
    await unlock(page)
    await goTo(page, 'Tra cứu')
    await page.getByLabel('Tìm người hưởng').fill('nguyen thi')
    await page.getByText(/^\d+ trong 640 người$/).waitFor()
    await takePicture(page, 'tra-cuu')
    const names = await page
      .getByRole('main')
      .getByText(/Nguyễn Thị/)
      .count()
    expect(names).toBeGreaterThan(3)
  })

  it('somebody is registered at the door with two photos and a signature', async () => {
    await goTo(page, 'Hôm nay')
    await beginNew(page)
    await fillPerson(page)
    await takePicture(page, 'dang-ky-nguoi-huong')
    await openStep(page, 'Người nhận thay')
    await page.getByRole('radio', { name: 'Không có, người hưởng tự nhận', exact: true }).check()
    await takePicture(page, 'dang-ky-nguoi-nhan-thay')
    await openStep(page, 'Phương thức')
    await chooseCashAtHome(page)
    await takePicture(page, 'dang-ky-phuong-thuc')
    await openStep(page, 'Giấy tờ')
    await shoot(page, 'Mặt trước thẻ')
    await shoot(page, 'Chân dung người hưởng')
    await takePicture(page, 'dang-ky-giay-to')
    await openStep(page, 'Xác nhận')
    await sign(page)
    await takePicture(page, 'dang-ky-xac-nhan')
    await saveRegistration(page)
    await takePicture(page, 'dang-ky-da-luu')
    await page.getByRole('link', { name: 'Về Hôm nay' }).click()
    await goTo(page, 'Đồng bộ')
    await button(page, 'Gửi ngay').click()
    await seeStatus(page, 'Không có mạng')
    await seeStatus(page, 'Còn 1 hồ sơ chờ gửi')
    await takePicture(page, 'dong-bo-cho-gui')
  })

  it('the network comes back and everything arrives', async () => {
    await app.line.mend()
    await button(page, 'Gửi ngay').click()
    await seeStatus(page, 'Đã gửi hết')
    await takePicture(page, 'dong-bo-da-gui')
    const { db } = app.server.tools
    expect(await db.selectFrom('envelope').select(['seq', 'status']).execute()).toEqual([
      { seq: 1, status: 'accepted' },
    ])
    const photos = await db.selectFrom('photo').select('completed_at').execute()
    expect(photos.length).toBeGreaterThanOrEqual(2)
    expect(photos.every(({ completed_at }) => completed_at !== null)).toBe(true)
  })

  it('the office sees the record and can read the photos', async () => {
    await signInAtOffice(office, app.line.url, reviewer)
    await openRegistration(office, somebody.name)
    await office.getByText(somebody.idNumber).first().waitFor()
    await takePicture(office, 'van-phong-duyet')
    const seen = await likenessTo(await largePhoto(office), card)
    expect(Math.max(seen.width, seen.height)).toBeGreaterThanOrEqual(1600)
    expect(seen.likeness).toBeGreaterThan(0.95)
  })

  it('“Cần bổ sung” comes back to the tablet, with the office’s own words', async () => {
    await askForPaper(office, 'Ảnh mặt sau thẻ', 'Chụp thêm mặt sau giúp.')
    await takePicture(office, 'van-phong-can-bo-sung')
    await button(page, 'Gửi ngay').click()
    await goTo(page, 'Hôm nay')
    await page.getByRole('heading', { name: 'Cần bổ sung' }).waitFor()
    await page.getByText('Chụp thêm mặt sau giúp.').first().waitFor()
    await takePicture(page, 'can-bo-sung')
  })

  it('S35: nothing on the way broke a policy or threw', () => {
    seeNoComplaints(tablet)
    seeNoComplaints(desk)
  })
})
