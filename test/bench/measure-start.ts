// The offline cold start: a browser that was closed, no network, up to the lock screen on the glass.
import type { CDPSession } from 'playwright-core'
import { openBrowser, removeProfile } from '../support/browser.ts'
import type { Line } from '../support/line.ts'
import { atMost, median, type Row, within } from './row.ts'

const rounds = 5
const patienceMs = 30_000

type Start = { ms: number; firstPaint: number }

/** Runs in the page before anything else: notes when the lock screen stood there. */
function watchForLockScreen(): void {
  const seen = () => [...document.querySelectorAll('h1')].some((title) => title.textContent?.includes('Mở khóa'))
  const watcher = new MutationObserver(() => {
    if (!seen()) return
    watcher.disconnect()
    requestAnimationFrame(() => setTimeout(() => Object.assign(window, { shownAt: performance.now() }), 0))
  })
  watcher.observe(document, { childList: true, subtree: true, characterData: true })
}

/**
 * Asks over the bare protocol: the library's own way puts a third of a megabyte of its script into the page first, which at
 * 4× takes longer than some of what is measured here. The entry of the first paint may come after the lock screen's.
 */
async function seenBy(cdp: CDPSession): Promise<Start> {
  const expression = `JSON.stringify({
    ms: globalThis.shownAt ?? null,
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
  })`
  const end = performance.now() + patienceMs
  for (;;) {
    const { result } = await cdp.send('Runtime.evaluate', { expression, returnByValue: true })
    const { ms, firstPaint } = JSON.parse(String(result.value)) as Record<keyof Start, number | null>
    if (ms !== null && firstPaint !== null) return { ms, firstPaint }
    if (performance.now() > end) throw new Error('the lock screen did not come')
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

async function startCold(profile: string, address: string): Promise<Start> {
  const browser = await openBrowser({ profile })
  try {
    const page = await browser.newPage()
    await page.addInitScript(watchForLockScreen)
    const cdp = await browser.context.newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.goto(address, { waitUntil: 'commit' })
    return await seenBy(cdp)
  } finally {
    await browser.close()
  }
}

/**
 * @param app the app's line and a profile in which a tablet was enrolled and its service worker is ready.
 * @param bare the address of the shell with React alone, and its line.
 */
export async function measureStart(app: { line: Line; profile: string }, bare: Line): Promise<Row[]> {
  const profile = await visitOnce(`${bare.url}/react-alone.html`)
  await app.line.cut()
  await bare.cut()
  const ours: Start[] = []
  const alone: Start[] = []
  for (let round = 0; round < rounds; round += 1) {
    alone.push(await startCold(profile, `${bare.url}/react-alone.html`))
    ours.push(await startCold(app.profile, app.line.url))
  }
  removeProfile(profile)
  const anchor = { what: 'the shell with React alone', value: median(alone.map(({ ms }) => ms)) }
  return [
    atMost('offline cold start to the lock screen, 4×', 1.5, anchor, median(ours.map(({ ms }) => ms)), 'ms'),
    within('first paint of it, 4×', 1000, median(ours.map(({ firstPaint }) => firstPaint)), 'ms'),
  ]
}

async function visitOnce(address: string): Promise<string> {
  const browser = await openBrowser()
  const page = await browser.newPage()
  await page.goto(address)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await browser.close()
  return browser.profile
}
