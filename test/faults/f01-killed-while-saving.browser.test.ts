// F01: the whole browser is killed while it saves without a pause. What was acknowledged is there, and the chain is whole.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Browser, newProfile, openBrowser, removeProfile } from '../support/browser.ts'
import { hostStorePage, openStorePage, type StoreHost } from '../support/store-page.ts'

const pin = '482915'
const rounds = 7
const acksInRound = 150

let host: StoreHost
const profile = newProfile()

beforeAll(async () => {
  host = await hostStorePage()
})

afterAll(() => {
  host.close()
  removeProfile(profile)
})

/** Saves until the browser is killed. @returns the highest seq that was acknowledged. */
async function saveAndKill(browser: Browser, profileId: string, atLeast: number): Promise<number> {
  const page = await browser.newPage()
  let highest = 0
  const enough = new Promise<void>((resolve) => {
    void page.exposeFunction('acknowledge', (seq: number) => {
      highest = seq
      if (seq >= atLeast) resolve()
    })
  })
  await openStorePage(page, host.url)
  await page.evaluate(([id, word]) => globalThis.page.unlock(id, word), [profileId, pin] as const)
  const saving = page.evaluate(async () => {
    for (let index = 0; ; index += 1) {
      const saved = await globalThis.page.save(`Nguyễn Văn ${index}`)
      if (saved.kind !== 'saved') return saved.kind
      const { acknowledge } = globalThis as unknown as { acknowledge: (seq: number) => Promise<void> }
      void acknowledge(saved.seq)
    }
  })
  const ended = saving.catch(() => 'killed')
  await Promise.race([enough, ended])
  await browser.kill()
  expect(await ended).toBe('killed')
  return highest
}

it('F01: every acknowledged record outlives the kill, for seven rounds and more than a thousand records', async () => {
  let browser = await openBrowser({ profile })
  const first = await browser.newPage()
  await openStorePage(first, host.url)
  const profileId = await first.evaluate(([code, word]) => globalThis.page.enrol(code, word), [
    host.server.newCode(),
    pin,
  ] as const)
  await browser.close()

  let acknowledged = 0
  for (let round = 0; round < rounds; round += 1) {
    browser = await openBrowser({ profile })
    acknowledged = await saveAndKill(browser, profileId, acknowledged + acksInRound)

    browser = await openBrowser({ profile })
    const page = await browser.newPage()
    await openStorePage(page, host.url)
    const unlocked = await page.evaluate(([id, word]) => globalThis.page.unlock(id, word), [profileId, pin] as const)
    expect(unlocked).toMatchObject({ kind: 'unlocked', missing: null })
    const length = await page.evaluate(() => globalThis.page.chain())
    expect(length).toBeTypeOf('number')
    expect(length).toBeGreaterThanOrEqual(acknowledged)
    acknowledged = Number(length)
    await browser.close()
  }
  expect(acknowledged).toBeGreaterThan(1000)
}, 240_000)
