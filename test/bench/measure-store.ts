// Saving, sealing and key derivation, by the tablet's own actions in a real Chromium.
import type { CDPSession, Page } from 'playwright-core'
import { openBrowser, removeProfile } from '../support/browser.ts'
import type { Bench, Since } from './page/bench-page.ts'
import { atMost, median, type Row, within } from './row.ts'

declare global {
  // The page's own; see page/bench-page.ts.
  var bench: Bench
}

const rounds = 15

async function throttle(session: CDPSession, rate: number): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate })
}

async function measureSaving(page: Page, cdp: CDPSession): Promise<Row[]> {
  const plain = await page.evaluate((count) => bench.save(count), rounds)
  await throttle(cdp, 4)
  const slow = await page.evaluate((count) => bench.save(count), rounds)
  await throttle(cdp, 1)
  const raw = { what: 'raw strict IndexedDB puts of the same bytes', value: median(plain.raw) }
  return [
    atMost('save a registration with two 220 KB photos: seal, sign, chain, on disk', 2, raw, median(plain.ours), 'ms'),
    within('the same at 4×, from tap to saved (photos are stored when taken)', 150, median(slow.tap), 'ms'),
  ]
}

const unlockings = 3

async function unlockAfter(page: Page, profileId: string, people: number, after: Since) {
  const runs = []
  for (let run = 0; run < unlockings; run += 1) {
    const asked = [profileId, people, after] as const
    runs.push(await page.evaluate(([profile, count, since]) => bench.unlock(profile, count, since), asked))
  }
  return { ms: median(runs.map(({ ms }) => ms)), longestGap: median(runs.map(({ longestGap }) => longestGap)) }
}

async function measureUnlocking(page: Page, cdp: CDPSession, people: number, limit: number): Promise<Row[]> {
  const profileId = await page.evaluate((count) => bench.fill(count), people)
  await throttle(cdp, 4)
  const usual = await unlockAfter(page, profileId, people, 'nothing')
  const updated = await unlockAfter(page, profileId, people, 'update')
  const anew = await unlockAfter(page, profileId, people, 'updateOfForm')
  await throttle(cdp, 1)
  const count = people.toLocaleString('en')
  const still = 'longest time the screen stands still meanwhile, 4×'
  return [
    within(`unlock to searchable, ${count} people, key derivation left out, 4×`, limit, usual.ms, 'ms'),
    within(still, 100, usual.longestGap, 'ms'),
    within('the same, the first time after an update of the app, 4×', limit, updated.ms, 'ms'),
    within('the same, after one that reads words otherwise: index made anew, 4×', limit, anew.ms, 'ms'),
    within(still, 100, anew.longestGap, 'ms'),
  ]
}

async function measureDerivation(page: Page, cdp: CDPSession): Promise<Row[]> {
  const plain = await page.evaluate(() => bench.derive(65_536, 3))
  await throttle(cdp, 4)
  const floor = await page.evaluate(() => bench.derive(47_104, 1))
  await throttle(cdp, 1)
  return [
    atMost(
      'key derivation, Argon2id 64 MiB t=3, in its worker',
      1.3,
      { what: 'hash-wasm bare', value: plain.bare },
      plain.ours,
      'ms',
    ),
    within('key derivation at the floor (46 MiB t=1), 4×', 1500, floor.ours, 'ms'),
  ]
}

/** Everything that the bench page can measure. */
export async function measureStore(address: string): Promise<Row[]> {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(`${address}/bench.html`)
    const cdp = await browser.context.newCDPSession(page)
    return [
      ...(await measureSaving(page, cdp)),
      ...(await measureUnlocking(page, cdp, 3_000, 300)),
      ...(await measureUnlocking(page, cdp, 50_000, 2_000)),
      ...(await measureDerivation(page, cdp)),
    ]
  } finally {
    await browser.close()
    removeProfile(browser.profile)
  }
}
