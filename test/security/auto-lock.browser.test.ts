// S10: a tablet that was put down locks itself, and then nothing of the list is left in the page's memory.
import { writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, openBrowser, removeProfile } from '../support/browser.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'
import { button, enrol, seeNoComplaints, seeTitle, unlock } from '../support/tablet-steps.ts'

/** Without diacritics: a heap snapshot writes other letters as escapes. */
const canary = 'QUACH THI CANH GIU BI MAT'

/** Everything that stands in the page's JavaScript heap, after unreachable things were thrown away. */
async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  const pieces: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => pieces.push(chunk))
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false, captureNumericValue: false })
  await session.detach()
  return pieces.join('')
}

describe('a tablet that nobody touches', () => {
  let app: RunningApp
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    app = await startApp()
    await app.putPeople(300, { name: canary })
    browser = await openBrowser()
    page = await browser.newPage()
    await page.clock.install()
    await enrol(page, app.line.url, await app.newCode())
  })

  afterAll(async () => {
    await browser.close()
    removeProfile(browser.profile)
    await app.stop()
  })

  it('holds the list in memory while it is unlocked: the search for what is left can find something', async () => {
    expect((await heapOf(page)).includes(canary)).toBe(true)
  })

  it('stays open for less than five minutes, and locks itself after', async () => {
    await page.clock.fastForward(4 * 60_000 + 40_000)
    expect(await button(page, 'Khóa máy').isVisible()).toBe(true)
    await page.clock.fastForward(30_000)
    await seeTitle(page, 'Mở khóa')
  })

  it('keeps no name of the list in memory once it is locked', async () => {
    expect(await page.content()).not.toContain(canary)
    const heap = await heapOf(page)
    if (heap.includes(canary) && process.env.KEEP_HEAP !== undefined) writeFileSync(process.env.KEEP_HEAP, heap)
    expect(heap.includes(canary)).toBe(false)
  })

  it('counts from the last touch', async () => {
    await unlock(page)
    await page.clock.fastForward(4 * 60_000)
    await page.mouse.click(400, 900)
    await page.clock.fastForward(4 * 60_000)
    expect(await button(page, 'Khóa máy').isVisible()).toBe(true)
    await page.clock.fastForward(70_000)
    await seeTitle(page, 'Mở khóa')
    seeNoComplaints(browser)
  })
})
