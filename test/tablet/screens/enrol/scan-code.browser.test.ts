import { encode } from 'uqr'
import { afterEach, describe, expect, it } from 'vitest'
import { type Browser, openBrowser, removeProfile } from '../../../support/browser.ts'
import { filmOf } from '../../../support/made-up-card.ts'
import { bytesOf } from '../../../support/page-blob.ts'
import { startApp } from '../../../support/running-app.ts'
import { button, seeNoComplaints, seeTitle } from '../../../support/tablet-steps.ts'

/** What a camera sees of a QR code on a desk: dark on light, with something around it. */
async function photographed(text: string): Promise<Buffer> {
  const { data, size } = encode(text, { ecc: 'M', border: 3 })
  const drawer = await openBrowser()
  const page = await drawer.newPage()
  const picture = await page.evaluateHandle(
    async ({ modules, side }) => {
      const canvas = new OffscreenCanvas(1280, 720)
      const pen = canvas.getContext('2d')
      if (!pen) throw new Error('no canvas')
      pen.fillStyle = '#b9a68d'
      pen.fillRect(0, 0, 1280, 720)
      const scale = Math.floor(480 / side)
      modules.forEach((row, y) =>
        row.forEach((dark, x) => {
          pen.fillStyle = dark ? '#1c1c22' : '#f4f1ea'
          pen.fillRect(400 + x * scale, 110 + y * scale, scale, scale)
        }),
      )
      return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 })
    },
    { modules: data, side: size },
  )
  const jpeg = await bytesOf(picture)
  await drawer.close()
  removeProfile(drawer.profile)
  return jpeg
}

describe('scanning the office’s code', () => {
  const opened: { browser: Browser; stop: () => Promise<void> }[] = []
  afterEach(async () => {
    for (const { browser, stop } of opened.splice(0)) {
      await browser.close()
      removeProfile(browser.profile)
      await stop()
    }
  })

  async function scanning(textFor: (address: string, code: string) => string) {
    const app = await startApp()
    const code = await app.newCode()
    const camera = filmOf(await photographed(textFor(app.line.url, code)))
    const browser = await openBrowser({ camera })
    opened.push({ browser, stop: app.stop })
    const page = await browser.newPage()
    await page.goto(app.line.url)
    await seeTitle(page, 'Ghép máy')
    await button(page, 'Quét mã QR').click()
    return { page, browser, code }
  }

  it('fills in the code that the camera sees, with a reader that comes from nowhere but our own server', async () => {
    const { page, browser, code } = await scanning((address, one) => `${address}/#enrol=${one}`)
    await page.getByText('Đã quét được mã.').waitFor({ timeout: 30_000 })
    const field = await page.getByLabel('Mã ghép máy').inputValue()
    expect(field.replace('-', '')).toBe(code.replace('-', ''))
    const origins = await page.evaluate(() => [
      ...new Set(performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin)),
    ])
    expect(origins.filter((origin) => origin !== new URL(page.url()).origin && origin !== 'null')).toEqual([])
    seeNoComplaints(browser)
  })

  it('says so when it is some other code', async () => {
    const { page } = await scanning(() => 'https://example.org/not-ours')
    await page.getByText('Đây không phải mã ghép máy.').waitFor({ timeout: 30_000 })
    await button(page, 'Đóng').click()
    expect(await page.getByLabel('Mã ghép máy').inputValue()).toBe('')
  })
})
