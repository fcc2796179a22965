// F03: the page dies inside the transaction of a save, at each of its steps. Either all of it is there or none.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { type Browser, openBrowser, removeProfile } from '../support/browser.ts'
import { hostStorePage, openStorePage, type StoreHost } from '../support/store-page.ts'

const pin = '482915'
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

async function newPage(): Promise<Page> {
  const page = await browser.context.newPage()
  await openStorePage(page, host.url)
  return page
}

/** Lets the save stand still after its `step`th write, kills the page there. @returns whether there was such a step. */
async function crashAt(profileId: string, step: number): Promise<boolean> {
  const page = await newPage()
  // A page that stands still attaches no debugger any more.
  const devtools = await browser.context.newCDPSession(page)
  const crashed = new Promise<void>((resolve) => page.once('crash', () => resolve()))
  let atStep: () => void = () => {}
  const standing = new Promise<'standing'>((resolve) => (atStep = () => resolve('standing')))
  page.on('console', (message) => message.text() === 'standing still' && atStep())
  await page.evaluate(([id, word]) => globalThis.page.unlock(id, word), [profileId, pin] as const)
  const saving = page
    .evaluate(async (last) => {
      const [draft] = await globalThis.page.drafts()
      let writes = 0
      for (const name of ['add', 'put', 'delete'] as const) {
        const original = IDBObjectStore.prototype[name] as (...order: unknown[]) => IDBRequest
        Object.assign(IDBObjectStore.prototype, {
          [name](this: IDBObjectStore, ...order: unknown[]) {
            const request = original.apply(this, order)
            writes += 1
            if (writes === last) {
              console.log('standing still')
              for (;;);
            }
            return request
          },
        })
      }
      const saved = await globalThis.page.save('Lê Thị Nháp', draft?.photos ?? [], 'draft')
      return saved.kind
    }, step)
    .catch(() => 'crashed' as const)
  const outcome = await Promise.race([standing, saving])
  if (outcome !== 'standing') {
    expect(outcome).toBe('saved')
    await page.close()
    return false
  }
  void devtools.send('Page.crash').catch(() => undefined)
  await crashed
  return true
}

it('F03: a crash at any step of a save leaves all of it or nothing', async () => {
  const setUp = await newPage()
  const profileId = await setUp.evaluate(([code, word]) => globalThis.page.enrol(code, word), [
    host.server.newCode(),
    pin,
  ] as const)
  await setUp.evaluate(async () => {
    await globalThis.page.photo('draft', 150_000)
    await globalThis.page.draft('draft', { name: 'Lê Thị Nháp' })
  })
  await setUp.close()

  let steps = 0
  while (await crashAt(profileId, steps + 1)) {
    steps += 1
    const page = await newPage()
    const unlocked = await page.evaluate(([id, word]) => globalThis.page.unlock(id, word), [profileId, pin] as const)
    expect(unlocked).toMatchObject({ kind: 'unlocked', missing: null })
    const after = await page.evaluate(async () => ({
      counts: await globalThis.page.counts(),
      chain: await globalThis.page.chain(),
      drafts: await globalThis.page.drafts(),
    }))
    expect(after.counts['records']).toBe(0)
    expect(after.counts['outbox']).toBe(0)
    expect(after.chain).toBe(0)
    expect(after.drafts).toMatchObject([{ id: 'draft', content: { name: 'Lê Thị Nháp' } }])
    expect(after.drafts[0]?.photos.length).toBe(1)
    await page.close()
  }
  // Record, outbox, the draft’s photos handed over, draft, head.
  expect(steps).toBeGreaterThanOrEqual(5)

  const page = await newPage()
  await page.evaluate(([id, word]) => globalThis.page.unlock(id, word), [profileId, pin] as const)
  const after = await page.evaluate(async () => ({
    counts: await globalThis.page.counts(),
    chain: await globalThis.page.chain(),
  }))
  expect(after).toMatchObject({ counts: { records: 1, outbox: 1, drafts: 0 }, chain: 1 })
}, 180_000)
