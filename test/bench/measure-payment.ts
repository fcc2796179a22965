// A day of paying at home in a real Chromium: what one payment costs on the disk, and two hundred doors in the built app, from
// tap to saved and from the door back to the list, at 4×.
import type { CDPSession, Page } from 'playwright-core'
import { openBrowser, removeProfile } from '../support/browser.ts'
import { addPayable, lockMonth, payingActor } from '../support/paying.ts'
import { openPayments } from '../support/payment-steps.ts'
import { startApp } from '../support/running-app.ts'
import { enrol, readyForOffline } from '../support/tablet-steps.ts'
import { type DoorTimes, payAtDoors } from './page/day-at-doors.ts'
import type { PaymentBench } from './page/payment-page.ts'
import { atMost, median, type Row, within } from './row.ts'

declare global {
  // The page's own; see page/payment-page.ts.
  var paymentBench: PaymentBench
}

const rounds = 30
const doors = 200
const compared = 10

async function throttle(session: CDPSession, rate: number): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate })
}

async function measureSaving(address: string): Promise<Row[]> {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(`${address}/payment.html`)
    const { ours, raw } = await page.evaluate((count) => paymentBench.pay(count), rounds)
    const anchor = { what: 'raw strict IndexedDB puts of the same bytes', value: median(raw) }
    return [atMost('save a payment with its signature: seal, sign, chain, on disk', 2, anchor, median(ours), 'ms')]
  } finally {
    await browser.close()
    removeProfile(browser.profile)
  }
}

function payDoors(page: Page, count: number, pace: 'usual' | 'hasty' = 'usual'): Promise<DoorTimes[]> {
  return page.evaluate(payAtDoors, { count, pace })
}

/** The first doors and the last ones at 4×, those between as quick as they come. */
async function workThroughTheDay(page: Page, cdp: CDPSession): Promise<{ first: DoorTimes[]; last: DoorTimes[] }> {
  // One door that is not counted: the screens are fetched and compiled.
  await payDoors(page, 1)
  await throttle(cdp, 4)
  const first = await payDoors(page, compared)
  await throttle(cdp, 1)
  await payDoors(page, doors - 1 - 2 * compared, 'hasty')
  await throttle(cdp, 4)
  const last = await payDoors(page, compared)
  await throttle(cdp, 1)
  return { first, last }
}

async function measureDay(): Promise<Row[]> {
  const app = await startApp()
  const browser = await openBrowser()
  try {
    const actor = await payingActor(app.server)
    await addPayable(app.server, doors, { nameOf: (index) => `Nguyễn Thị Số ${index + 1}` })
    await lockMonth(app.server, actor, { staff: app.officer.id })
    const page = await browser.newPage()
    await enrol(page, app.line.url, await app.newCode())
    await readyForOffline(page)
    await app.line.cut()
    await openPayments(page)
    const cdp = await browser.context.newCDPSession(page)
    const { first, last } = await workThroughTheDay(page, cdp)
    const middle = (times: readonly DoorTimes[], what: keyof DoorTimes) => median(times.map((one) => one[what]))
    const compare = (work: string, what: keyof DoorTimes) =>
      atMost(
        `${work}, doors ${doors - compared + 1}–${doors}, 4×`,
        1.2,
        { what: `doors 2–${compared + 1}`, value: middle(first, what) },
        middle(last, what),
        'ms',
      )
    return [
      within('a payment at the door, from tap to “Đã lưu”, 4×', 150, middle([...first, ...last], 'saved'), 'ms'),
      compare('the same', 'saved'),
      compare('back to the day’s list', 'list'),
      compare('a person of the day’s list opened', 'opened'),
    ]
  } finally {
    await browser.close()
    removeProfile(browser.profile)
    await app.stop()
  }
}

/** @param address where the bench's pages are. The built app lies in dist/. */
export async function measurePayment(address: string): Promise<Row[]> {
  return [...(await measureSaving(address)), ...(await measureDay())]
}
