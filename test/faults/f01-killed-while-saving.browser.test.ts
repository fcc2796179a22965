// F01: the whole browser is killed while it saves without a pause. What was acknowledged is there, and the chain is whole.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newProfile, openBrowser, removeProfile } from '../support/browser.ts'
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

/** Opens the tablet again and counts what is there, then saves until the browser is killed. @returns the last seq acknowledged. */
async function openAndKill(profileId: string, acknowledged: number, more: number): Promise<number> {
  const browser = await openBrowser({ profile })
  const page = await browser.newPage()
  let highest = 0
  let atLeast = Infinity
  const enough = Promise.withResolvers<void>()
  await page.exposeFunction('acknowledge', (seq: number) => {
    highest = seq
    if (seq >= atLeast) enough.resolve()
  })
  await openStorePage(page, host.url)
  const unlocked = await page.evaluate(([id, word]) => globalThis.page.unlock(id, word), [profileId, pin] as const)
  expect(unlocked).toMatchObject({ kind: 'unlocked', missing: null })
  const length = await page.evaluate(() => globalThis.page.chain())
  expect(length).toBeTypeOf('number')
  expect(length).toBeGreaterThanOrEqual(acknowledged)
  if (more === 0) {
    await browser.close()
    return Number(length)
  }
  atLeast = Number(length) + more
  const saving = page.evaluate(async () => {
    for (let index = 0; ; index += 1) {
      const saved = await globalThis.page.save(`Nguyễn Văn ${index}`)
      if (saved.kind !== 'saved') return saved.kind
      const { acknowledge } = globalThis as unknown as { acknowledge: (seq: number) => Promise<void> }
      void acknowledge(saved.seq)
    }
  })
  const ended = saving.catch(() => 'killed')
  await Promise.race([enough.promise, ended])
  await browser.kill()
  expect(await ended).toBe('killed')
  return highest
}

it('F01: every acknowledged record outlives the kill, for seven rounds and more than a thousand records', async () => {
  const first = await openBrowser({ profile })
  const page = await first.newPage()
  await openStorePage(page, host.url)
  const profileId = await page.evaluate(([code, word]) => globalThis.page.enrol(code, word), [
    host.server.newCode(),
    pin,
  ] as const)
  await first.close()

  let acknowledged = 0
  for (let round = 0; round < rounds; round += 1) acknowledged = await openAndKill(profileId, acknowledged, acksInRound)
  expect(await openAndKill(profileId, acknowledged, 0)).toBeGreaterThan(1000)
}, 240_000)
