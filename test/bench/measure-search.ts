// Looking up in fifty thousand people, key by key: ours beside the libraries, at 4×, wrong answers counted.
import type { CDPSession, Page } from 'playwright-core'
import { openBrowser, removeProfile } from '../support/browser.ts'
import type { Searcher, SearchBench } from './page/search-page.ts'
import { atMost, p95, type Row, within } from './row.ts'

declare global {
  // The page's own; see page/search-page.ts.
  var searchBench: SearchBench
}

const peopleCount = 50_000
const searches = 24

/** Slow ones are asked only some of the keys, evenly spread. */
const libraries: readonly [Searcher, number][] = [
  ['FlexSearch', 3],
  ['uFuzzy', 6],
  ['Fuse.js', 12],
  ['MiniSearch', 12],
]

/** Bytes that the page holds, typed arrays included, after whatever is not needed was let go. */
async function heldBytes(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  const held: { usedSize: number; backingStorageSize?: number } = await cdp.send('Runtime.getHeapUsage')
  return held.usedSize + (held.backingStorageSize ?? 0)
}

async function pressKeys(page: Page, cdp: CDPSession, which: Searcher, every: number) {
  const before = await heldBytes(cdp)
  await page.evaluate((name) => searchBench.open(name), which)
  const bytes = (await heldBytes(cdp)) - before
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const keys = await page.evaluate((step) => searchBench.press(step), every)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await page.evaluate(() => searchBench.close())
  return { which, ms: p95(keys.times), wrong: keys.wrong, asked: keys.asked, megabytes: bytes / 1e6 }
}

/** The search page, measured. @param address where the bench's pages are served. */
export async function measureSearch(address: string): Promise<Row[]> {
  const browser = await openBrowser()
  browser.context.setDefaultTimeout(0)
  try {
    const page = await browser.newPage()
    await page.goto(`${address}/search.html`)
    const cdp = await browser.context.newCDPSession(page)
    await page.evaluate(([count, some]) => searchBench.prepare(count, some), [peopleCount, searches] as const)
    const ours = await pressKeys(page, cdp, 'ours', 1)
    const rows: Row[] = []
    for (const [library, every] of libraries) {
      const theirs = await pressKeys(page, cdp, library, every)
      const anchor = `${library}, ${theirs.wrong} of ${theirs.asked} sets wrong, ${theirs.megabytes.toFixed(0)} MB`
      rows.push(
        atMost('a key of a search over 50,000 people, p95, 4×', 1, { what: anchor, value: theirs.ms }, ours.ms, 'ms'),
      )
    }
    return [
      within('a key of a search over 50,000 people, counts included, p95, 4×', 8, ours.ms, 'ms'),
      within(`sets of it that differ from a naive reading of the rules, of ${ours.asked}`, 0, ours.wrong, 'sets'),
      within('heap of its index', 25, ours.megabytes, 'MB'),
      ...rows,
    ]
  } finally {
    await browser.close()
    removeProfile(browser.profile)
  }
}
