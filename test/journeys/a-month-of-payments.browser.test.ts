// A month paid at home: the list locked, two tablets out of reach for a day with 32 doors, the evening's settlements, and the
// office's books to the đồng, with what stayed unpaid carried over into the next month.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { StaffId } from '../../src/domain/ids.ts'
import { assignDeliveries } from '../../src/server/actions/assign-deliveries.ts'
import { readReconciliation } from '../../src/server/actions/read-reconciliation.ts'
import type { OfficeActor } from '../../src/server/actor.ts'
import { type Browser, openBrowser, removeProfile } from '../support/browser.ts'
import { seriousFindings, sideScroll, smallTargets } from '../support/judge-screen.ts'
import { addPayable, december, lockMonth, november, payingActor, stepMonth } from '../support/paying.ts'
import {
  cannotPay,
  type Counted,
  fillSettlement,
  openDelivery,
  openPayments,
  payableName,
  payBySight,
  voidEntry,
} from '../support/payment-steps.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'
import { addEnrolmentCode, addStaff, homeCommune } from '../support/test-server.ts'
import { button, enrol, readyForOffline, seeNoComplaints, seeStatus, seeTitle } from '../support/tablet-steps.ts'

const monthly = 540_000
const sizes = [
  { width: 800, height: 1280 },
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
]

type Round = { hamlet: string; doors: number; from: number; reasons: readonly string[] }
const rounds: readonly [Round, Round] = [
  { hamlet: 'Thới Hòa', doors: 20, from: 0, reasons: ['Vắng nhà', 'Đã chuyển nơi cư trú', 'Từ chối nhận chế độ'] },
  { hamlet: 'Thới Thuận', doors: 12, from: 20, reasons: ['Vắng nhà', 'Không liên lạc được, không tìm thấy địa chỉ'] },
]
/** 16 paid of 20 (one of 17 was voided): 10.800.000 − 8.640.000. */
const first: Counted = {
  cashOut: '10.800.000',
  notes: { '500.000 đ': 4, '100.000 đ': 1, '50.000 đ': 1, '10.000 đ': 1 },
  receiver: 'Lê Thị Thủ Quỹ',
}
/** 10 paid of 12: 6.480.000 − 5.400.000, and 10.000 is missing. */
const second: Counted = {
  cashOut: '6.480.000',
  notes: { '500.000 đ': 2, '50.000 đ': 1, '20.000 đ': 1 },
  receiver: 'Lê Thị Thủ Quỹ',
  reason: 'Trả nhầm tiền lẻ',
}

describe('a month of payments', () => {
  let app: RunningApp
  let actor: OfficeActor
  const tablets: { browser: Browser; page: Page; round: Round }[] = []
  const faults: string[] = []

  async function judge(page: Page, screen: string): Promise<void> {
    for (const viewport of sizes) {
      await page.setViewportSize(viewport)
      // What lies half under the header is no smaller for it.
      await page.evaluate(() => scrollTo(0, 0))
      const found = [...(await seriousFindings(page)), ...(await smallTargets(page, 48)), ...(await sideScroll(page))]
      faults.push(...found.map((fault) => `${screen}, ${viewport.width}: ${fault}`))
    }
    await page.setViewportSize({ width: 800, height: 1280 })
  }

  async function startTablet(code: string, round: Round) {
    const browser = await openBrowser()
    const page = await browser.newPage()
    await enrol(page, app.line.url, code)
    await readyForOffline(page)
    return { browser, page, round }
  }

  beforeAll(async () => {
    app = await startApp()
    actor = await payingActor(app.server)
    const other = await addStaff(app.server, { name: 'Võ Văn Bưu Tá', role: 'paymentOfficer', communes: [homeCommune] })
    for (const { hamlet, doors, from } of rounds) {
      await addPayable(app.server, doors, { hamlet, monthly, nameOf: (index) => payableName(from + index) })
    }
    await lockMonth(app.server, actor, { staff: app.officer.id, hamlets: [rounds[0].hamlet] })
    await giveTo(other.id, rounds[1].hamlet)
    tablets.push(await startTablet(await app.newCode(), rounds[0]))
    tablets.push(await startTablet(await addEnrolmentCode(app.server, other.id), rounds[1]))
  }, 240_000)
  afterAll(async () => {
    for (const { browser } of tablets) {
      await browser.close()
      removeProfile(browser.profile)
    }
    await app.stop()
  })

  async function giveTo(staff: StaffId, hamlet: string): Promise<void> {
    const place = { commune: homeCommune, period: november }
    const given = await assignDeliveries(app.server.tools, actor, place, {
      staff,
      hamlets: [hamlet],
      beneficiaries: [],
    })
    expect(given.kind).toBe('assigned')
  }

  it('a day out of reach: 32 doors, five in vain, one entry voided; a door takes at most five taps', async () => {
    await app.line.cut()
    for (const { page, round } of tablets) {
      await openPayments(page)
      const total = (round.doors * monthly).toLocaleString('de-DE')
      await page.getByText(`Còn ${round.doors}/${round.doors} người · ${total} đ`).waitFor()
      await judge(page, 'Chi trả tại nhà')
      for (let door = 0; door < round.doors; door += 1) {
        const reason = round.reasons[door]
        const list = 1
        await openDelivery(page, payableName(round.from + door))
        if (door === 0) await judge(page, 'one person')
        const taps = list + (reason === undefined ? await payBySight(page) : await cannotPay(page, reason))
        expect(taps).toBeLessThanOrEqual(5)
        if (round === rounds[0] && door === round.doors - 1) await voidEntry(page, 'Ghi nhầm người')
        await page.goBack()
        await page.locator('.payments__total').waitFor()
      }
    }
    const [one, two] = tablets.map(({ page }) => page)
    await one?.getByText(`Còn 4/20 người · 2.160.000 đ`).waitFor()
    await two?.getByText(`Còn 2/12 người · 1.080.000 đ`).waitFor()
  })

  it('the evening: what went out, was paid and came back, counted and signed by both', async () => {
    for (const [index, { page }] of tablets.entries()) {
      await page.getByRole('link', { name: 'Quyết toán ngày', exact: true }).click()
      await seeTitle(page, 'Quyết toán ngày')
      await fillSettlement(page, index === 0 ? first : second)
      await page.getByText(index === 0 ? 'Khớp, không chênh lệch' : 'Thiếu 10.000 đ').waitFor()
      await judge(page, 'Quyết toán ngày')
      await button(page, 'Lưu quyết toán').click()
      await page.getByText('Đã quyết toán.', { exact: false }).waitFor()
    }
  })

  it('the sync, and the books of the office to the đồng', async () => {
    await app.line.mend()
    for (const { page } of tablets) {
      await page.getByRole('link', { name: 'Đồng bộ' }).first().click()
      await button(page, 'Gửi ngay').click()
      await seeStatus(page, 'Đã gửi hết')
    }
    const books = await readReconciliation(app.server.tools, actor, { commune: homeCommune, period: november })
    expect(books?.total).toEqual({ out: 17_280_000, paid: 14_040_000, returned: 3_230_000, missing: 10_000 })
    expect(books?.list).toEqual({ counted: 14_040_000, double: 0, rest: 0 })
    expect(books?.days.map(({ state }) => state).toSorted()).toEqual(['differs', 'even'])
    expect(
      books?.days.flatMap(({ unsettled, notThere, voidedSince }) => [...unsettled, ...notThere, ...voidedSince]),
    ).toEqual([])
  })

  it('the month closes, and what stayed unpaid is carried over into the next', async () => {
    await stepMonth(app.server, actor, 'finish')
    await stepMonth(app.server, actor, 'close')
    const items = await lockMonth(app.server, actor, { period: december })
    const carried = items.filter(({ kind }) => kind === 'carriedOver')
    expect(carried.map(({ amount }) => amount)).toEqual(Array.from({ length: 6 }, () => monthly))
  })

  it('every screen of the day holds upright, lying and on a narrow phone, and nothing complained', () => {
    expect(faults).toEqual([])
    for (const { browser } of tablets) seeNoComplaints(browser)
  })
})
