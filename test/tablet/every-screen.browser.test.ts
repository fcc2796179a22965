// Every screen of the tablet, upright, lying and on a narrow phone: nothing serious for axe, nothing too small for a
// finger, nothing wider than the glass.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, openBrowser, removeProfile } from '../support/browser.ts'
import { type EnrolledProfile, enrolOnce } from '../support/enrolled-profile.ts'
import { layoutFaults, seriousFindings } from '../support/judge-screen.ts'
import { filmOfCard } from '../support/film-of-card.ts'
import { drawCard } from '../support/made-up-card.ts'
import { addPayable, lockMonth, payingActor } from '../support/paying.ts'
import { openDelivery, openPayments, payableName, seeSaved, signIn } from '../support/payment-steps.ts'
import { takePicture } from '../support/pictures.ts'
import {
  beginNew,
  chooseCashAtHome,
  fillPerson,
  openStep,
  shoot,
  sign,
  somebody,
} from '../support/registration-steps.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'
import { button, goTo, seeNoComplaints, seeTitle, unlock } from '../support/tablet-steps.ts'

const least = 48
const sizes = {
  upright: { width: 800, height: 1280 },
  lying: { width: 1280, height: 800 },
  narrow: { width: 360, height: 740 },
}

describe('every screen of the tablet', () => {
  let app: RunningApp
  let enrolled: EnrolledProfile
  let film: string
  const browsers: Browser[] = []

  beforeAll(async () => {
    app = await startApp()
    await app.putPeople(200)
    film = await filmOfCard()
    enrolled = await enrolOnce(app)
  })

  afterAll(async () => {
    for (const browser of browsers) {
      await browser.close()
      removeProfile(browser.profile)
    }
    enrolled.remove()
    await app.stop()
  })

  /** What is wrong with the screen that is open, named after it. Nothing is hidden where it is narrow: there axe sees all. */
  async function faultsOf(page: Page, screen: string, size: keyof typeof sizes): Promise<string[]> {
    const axe = size === 'narrow' ? await seriousFindings(page) : []
    const found = [...axe, ...(await layoutFaults(page, least))]
    return found.map((fault) => `${screen}, ${size}: ${fault}`)
  }

  it('holds upright, lying and on a narrow phone', async () => {
    const browser = await openBrowser({ profile: enrolled.copy(), camera: film })
    browsers.push(browser)
    const page = await browser.newPage()
    const faults: string[] = []
    const look = async (screen: string) => {
      for (const size of ['upright', 'lying', 'narrow'] as const) {
        await page.setViewportSize(sizes[size])
        // From the top: what has half gone under the head of the page is no small target.
        await page.evaluate(() => window.scrollTo(0, 0))
        faults.push(...(await faultsOf(page, screen, size)))
      }
      await page.setViewportSize(sizes.upright)
    }

    await page.goto(`${app.line.url}/ghep-may`)
    await seeTitle(page, 'Ghép máy')
    await look('Ghép máy')
    await page.getByLabel('Mã ghép máy').fill('7K3QF-9M2XD')
    await button(page, 'Tiếp tục').click()
    await look('Chọn mã PIN')
    await page.goto(app.line.url)
    await seeTitle(page, 'Mở khóa')
    await look('Mở khóa')
    await button(page, 'Quên mã PIN').click()
    await seeTitle(page, 'Quên mã PIN')
    await look('Quên mã PIN')
    await button(page, 'Quay lại').click()
    await unlock(page)
    await seeTitle(page, 'Hôm nay')
    await look('Hôm nay')
    await goTo(page, 'Tra cứu')
    await page.getByLabel('Tìm người hưởng').fill('nguyen')
    await page.getByText(/^\d+ trong 200 người$/).waitFor()
    await look('Tra cứu')
    await page
      .getByRole('button', { name: /^Nguyễn/ })
      .first()
      .click()
    await page.getByText('Chế độ đang hưởng').waitFor()
    await look('a person')
    await goTo(page, 'Đồng bộ')
    await look('Đồng bộ')
    await goTo(page, 'Cài đặt')
    await look('Cài đặt')
    await page.getByRole('radio', { name: 'Rất lớn', exact: true }).check()
    for (const section of ['Hôm nay', 'Tra cứu'] as const) {
      await goTo(page, section)
      await look(`${section} in large letters`)
    }
    await goTo(page, 'Cài đặt')
    await page.getByRole('radio', { name: 'Thường', exact: true }).check()
    await goTo(page, 'Hôm nay')
    await beginNew(page)
    await look('Đăng ký, empty')
    await fillPerson(page)
    await look('Người hưởng')
    await openStep(page, 'Người nhận thay')
    await page.getByRole('radio', { name: 'Người được ủy quyền', exact: true }).check()
    await look('Người nhận thay')
    await page.getByRole('radio', { name: 'Không có, người hưởng tự nhận', exact: true }).check()
    await openStep(page, 'Phương thức')
    await page.getByRole('radio', { name: 'Tài khoản ngân hàng', exact: true }).check()
    await look('Phương thức')
    await chooseCashAtHome(page)
    await openStep(page, 'Giấy tờ')
    await shoot(page, 'Mặt trước thẻ')
    await look('Giấy tờ')
    await button(page, 'Chụp mặt sau thẻ').click()
    await button(page.getByRole('dialog'), 'Chụp').waitFor()
    await look('the camera')
    await button(page.getByRole('dialog'), 'Hủy').click()
    await openStep(page, 'Xác nhận')
    await sign(page)
    await look('Xác nhận')
    expect(faults).toEqual([])
    seeNoComplaints(browser)
  })

  it('paying holds, too: the day’s list, a door, what was recorded, the evening; and in English', async () => {
    const payable = { monthly: 9_000_000, hamlet: 'Thới Nhựt', nameOf: (index: number) => payableName(index) }
    await addPayable(app.server, 3, payable)
    const actor = await payingActor(app.server)
    await lockMonth(app.server, actor, { staff: app.officer.id, hamlets: [payable.hamlet] })
    const browser = await openBrowser({ profile: enrolled.copy() })
    browsers.push(browser)
    const page = await browser.newPage()
    const faults: string[] = []
    const look = async (screen: string, picture?: string) => {
      await page.evaluate(() => window.scrollTo(0, 0))
      const found = await seriousFindings(page)
      for (const viewport of [sizes.lying, sizes.narrow, sizes.upright]) {
        await page.setViewportSize(viewport)
        await page.evaluate(() => window.scrollTo(0, 0))
        found.push(...(await layoutFaults(page, least)))
      }
      faults.push(...found.map((fault) => `${screen}: ${fault}`))
      if (picture !== undefined) await takePicture(page, picture)
    }
    await page.goto(app.line.url)
    await unlock(page)
    await page.getByText('3 người').first().waitFor()
    await openPayments(page)
    await page.getByText('Còn 3/3 người · 27.000.000 đ').waitFor()
    await look('Chi trả tại nhà', 'chi-tra-danh-sach')
    await openDelivery(page, payableName(0))
    await button(page, 'Nhận diện trực tiếp').click()
    await page.getByRole('radio', { name: 'Biết rõ người nhận', exact: true }).check()
    await look('at a door', 'chi-tra-nguoi-nhan')
    await page.getByRole('radio', { name: 'Người làm chứng ký thay', exact: true }).check()
    await button(page, 'Đã chi trả').click()
    await page.getByText('Chưa ghi được vì còn thiếu:').waitFor()
    await look('what is missing')
    await page.getByLabel('Họ và tên người làm chứng').fill('Lê Thị Hàng Xóm')
    await signIn(page)
    await button(page, 'Đã chi trả').click()
    await seeSaved(page)
    await look('Đã lưu', 'chi-tra-da-luu')
    const dialog = page.getByRole('dialog')
    await button(page, 'Biên nhận').click()
    await dialog.getByRole('img').waitFor()
    await look('Biên nhận', 'chi-tra-bien-nhan')
    await button(dialog, 'Đóng').click()
    await button(page, 'Hủy vì ghi nhầm').click()
    await dialog.getByLabel('Lý do hủy').fill('Ghi nhầm người')
    await button(dialog, 'Hủy lần ghi').click()
    await dialog.getByText('Phải ghi tên người thứ hai.').waitFor()
    await look('a void above the limit')
    await button(dialog, 'Không').click()
    await button(page, /^Người tiếp theo/).click()
    await button(page, 'Chưa chi được').click()
    await look('Chưa chi được', 'chi-tra-chua-duoc')
    await button(dialog, 'Không').click()
    await page.goBack()
    await page.getByRole('link', { name: 'Quyết toán ngày', exact: true }).click()
    await page.getByLabel('Tiền mặt mang đi').fill('27.000.000')
    await page.getByLabel('Tờ 500.000 đ', { exact: true }).fill('35')
    await page.getByText('Thiếu 500.000 đ').waitFor()
    await button(page, 'Lưu quyết toán').click()
    await look('Quyết toán ngày', 'quyet-toan-ngay')
    await page.goBack()
    await page.locator('.payments__total').waitFor()
    await goTo(page, 'Cài đặt')
    await page.getByRole('radio', { name: 'English', exact: true }).check()
    await page.getByRole('navigation').getByRole('link', { name: 'Today', exact: true }).click()
    await page.getByRole('main').getByRole('link', { name: 'Pay at home', exact: true }).click()
    await seeTitle(page, 'Pay at home')
    await look('Pay at home')
    await button(page, new RegExp(`^${payableName(2)}`)).click()
    await button(page, 'Known by sight').click()
    await page.getByRole('radio', { name: 'A witness signs', exact: true }).check()
    await look('at a door, in English')
    expect(faults).toEqual([])
    seeNoComplaints(browser)
  })

  it('can be worked with the keyboard alone, from the lock to the saved record', async () => {
    const browser = await openBrowser({ profile: enrolled.copy() })
    browsers.push(browser)
    const page = await browser.newPage()
    await page.goto(app.line.url)
    await seeTitle(page, 'Mở khóa')
    const { keyboard } = page
    /** Tab until what has the focus has this name. */
    const tabTo = async (name: string | RegExp) => {
      for (let presses = 0; presses < 80; presses += 1) {
        const focused = await page.evaluate(() => {
          const element = document.activeElement
          if (!element) return ''
          const labels =
            element instanceof HTMLInputElement || element instanceof HTMLSelectElement
              ? [...(element.labels ?? [])].map((label) => label.textContent)
              : []
          return (
            [element.getAttribute('aria-label'), ...labels, element.textContent]
              .find((text) => (text ?? '').trim() !== '')
              ?.trim() ?? ''
          )
        })
        if (typeof name === 'string' ? focused === name : name.test(focused)) return
        await keyboard.press('Tab')
      }
      throw new Error(`the keyboard does not reach ${String(name)}`)
    }
    /** `Bước tiếp`; the new step's title takes the focus, so that it is read out. */
    const nextStep = async (title: string) => {
      await tabTo('Bước tiếp')
      await keyboard.press('Enter')
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(title)
    }
    await keyboard.type('4829150736')
    await keyboard.press('Enter')
    await seeTitle(page, 'Hôm nay')
    await tabTo('Đăng ký')
    await keyboard.press('Enter')
    await seeTitle(page, 'Đăng ký')
    await tabTo(/^Họ và tên/)
    await keyboard.type(somebody.name)
    await tabTo(/^Ngày sinh/)
    await keyboard.type(somebody.birth)
    await tabTo('Nữ')
    await keyboard.press('Space')
    await tabTo(/^Số giấy tờ/)
    await keyboard.type(somebody.idNumber)
    await nextStep('Người nhận thay')
    await nextStep('Phương thức')
    await tabTo(/^Tài khoản ngân hàng/)
    await keyboard.press('ArrowDown')
    await keyboard.press('ArrowDown')
    await keyboard.press('ArrowDown')
    await page.getByRole('radio', { name: 'Ốm đau', exact: true }).waitFor()
    await tabTo('Ốm đau')
    await keyboard.press('Space')
    await nextStep('Giấy tờ')
    await nextStep('Xác nhận')
    // Who cannot draw takes a photo of a thumbprint or of a signature on paper; the picker is reached like anything else.
    await tabTo(/^Ký tên/)
    await keyboard.press('ArrowDown')
    await tabTo('Chụp phiếu điểm chỉ')
    await keyboard.press('Enter')
    const picker = page.waitForEvent('filechooser')
    await tabTo('Chọn ảnh có sẵn')
    await keyboard.press('Enter')
    const picture = await drawCard(browser.context, { width: 800, height: 600 })
    await (await picker).setFiles({ name: 'diem-chi.jpg', mimeType: 'image/jpeg', buffer: picture })
    await button(page, 'Dùng ảnh này').waitFor()
    await tabTo('Dùng ảnh này')
    await keyboard.press('Enter')
    await button(page, 'Chụp lại phiếu điểm chỉ').waitFor()
    await tabTo('Lưu hồ sơ')
    await keyboard.press('Enter')
    await seeTitle(page, 'Đã lưu')
    seeNoComplaints(browser)
  })
})
