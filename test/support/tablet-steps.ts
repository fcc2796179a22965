// What an officer does on the tablet, by the words on the screen. The names in docs/screens.md are what these rely on.
import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'

/** A PIN that nobody would call weak, and long enough not to stand somewhere by chance. */
export const officersPin = '4829150736'

/** A button by its exact name. */
export function button(page: Page | Locator, name: string | RegExp): Locator {
  return page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
}

/** Waits for a screen by its title. */
export async function seeTitle(page: Page, title: string | RegExp): Promise<void> {
  await page
    .getByRole(
      'heading',
      typeof title === 'string' ? { level: 1, name: title, exact: true } : { level: 1, name: title },
    )
    .waitFor()
}

/** Taps a PIN on the large keys. */
export async function tapPin(page: Page, pin: string): Promise<void> {
  for (const digit of pin) await button(page, digit).click()
}

/** Types a PIN with a keyboard, quicker than tapping; the first digit waits until the keys may be used. */
async function typePin(page: Page, pin: string): Promise<void> {
  await button(page, pin.slice(0, 1)).click()
  await page.keyboard.type(pin.slice(1))
}

/** `Ghép máy`, from the office's link to the first download, and into the app. */
export async function enrol(page: Page, address: string, code: string, pin = officersPin): Promise<void> {
  await page.goto(`${address}/#enrol=${code.replaceAll('-', '')}`)
  await seeTitle(page, 'Ghép máy')
  await button(page, 'Tiếp tục').click()
  for (let time = 0; time < 2; time += 1) {
    await typePin(page, pin)
    await button(page, 'Tiếp tục').click()
  }
  await button(page, 'Bắt đầu làm việc').click({ timeout: 60_000 })
  await seeTitle(page, 'Hôm nay')
}

/** Types the PIN at the lock screen, without waiting for what comes of it. */
export async function tryPin(page: Page, pin: string): Promise<void> {
  await seeTitle(page, 'Mở khóa')
  await typePin(page, pin)
  await button(page, 'Mở khóa').click()
}

/** Unlocks and waits until the lock screen is gone. */
export async function unlock(page: Page, pin = officersPin): Promise<void> {
  await tryPin(page, pin)
  await button(page, 'Khóa máy').waitFor({ timeout: 30_000 })
}

/** Opens one of the main sections by its link. */
export async function goTo(page: Page, section: 'Hôm nay' | 'Tra cứu' | 'Đồng bộ' | 'Cài đặt'): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: section, exact: true }).click()
  await seeTitle(page, section)
}

/** Waits until the app can start without a network: its service worker has kept everything and serves this page. */
export async function readyForOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
}

/** The sentence of the status line. */
export function statusLine(page: Page): Locator {
  return page.locator('.status-line')
}

/** Waits until the status line says something. */
export async function seeStatus(page: Page, sentence: string | RegExp, timeout = 60_000): Promise<void> {
  await statusLine(page)
    .filter({ hasText: sentence })
    .waitFor({ timeout })
    .catch(async (cause: unknown) => {
      const told = await statusLine(page).allInnerTexts()
      throw new Error(`the status line says “${told.join()}”, not “${String(sentence)}”`, { cause })
    })
}

/** What breaches and uncaught errors a browser told of; a journey ends by seeing none. */
export function seeNoComplaints(browser: { complaints: readonly string[] }): void {
  expect(browser.complaints).toEqual([])
}
