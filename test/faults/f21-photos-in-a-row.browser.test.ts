// F21: photos of twelve megapixels are taken one after the other. Each is reduced, sealed and stored, and what the page holds
// in memory does not grow with their number. Ten of them here; the bench takes thirty.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CDPSession } from 'playwright-core'
import { type Browser, openBrowser, removeProfile } from '../support/browser.ts'
import { hostStorePage, openStorePage, type StoreHost } from '../support/store-page.ts'

const photos = 10
const mostGrowth = 10_000_000

let host: StoreHost
let browser: Browser

beforeAll(async () => {
  host = await hostStorePage()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  removeProfile(browser.profile)
  host.close()
})

/** Bytes that the page holds, typed arrays included, whether or not they are still needed. */
async function heldBytes(cdp: CDPSession): Promise<number> {
  const held: { usedSize: number; backingStorageSize?: number } = await cdp.send('Runtime.getHeapUsage')
  return held.usedSize + (held.backingStorageSize ?? 0)
}

it('F21: all are stored, nothing crashes, and the heap stays within ten megabytes of where it was', async () => {
  const page = await browser.newPage()
  let crashed = false
  page.on('crash', () => (crashed = true))
  await openStorePage(page, host.url)
  await page.evaluate((code) => globalThis.page.enrol(code, '482915'), host.server.newCode())
  const file = await page.evaluateHandle(async () => {
    const canvas = new OffscreenCanvas(4000, 3000)
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    for (let n = 0; n < 4000; n += 1) {
      pen.fillStyle = `hsl(${(n * 47) % 360} 60% ${20 + (n % 60)}%)`
      pen.fillRect((n * 379) % 4000, (n * 241) % 3000, 90, 60)
    }
    return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 })
  })
  const choose = (n: number) =>
    file.evaluate(async (blob, mark) => {
      // Each its own picture: the same bytes twice would be one photo.
      const picture = new Blob([blob.slice(0, 2), new Uint8Array([0xff, 0xfe, 0, 3, mark]), blob.slice(2)])
      return globalThis.page.choosePhoto('draft', picture)
    }, n)

  // Once before it counts, for what is only ever loaded once.
  expect(await choose(0)).toBe('added')
  const cdp = await browser.context.newCDPSession(page)
  await cdp.send('HeapProfiler.collectGarbage')
  const before = await heldBytes(cdp)
  let most = 0
  for (let n = 1; n <= photos; n += 1) {
    expect(await choose(n)).toBe('added')
    most = Math.max(most, (await heldBytes(cdp)) - before)
  }
  expect(crashed).toBe(false)
  expect(most).toBeLessThan(mostGrowth)
})
