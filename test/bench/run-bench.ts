// `npm run bench`: the figures that we hold ourselves to, measured in one run, each beside its bar and its anchor.
// Ends with 0 when everything could be measured, whether or not it holds.
import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import { openBrowser, removeProfile } from '../support/browser.ts'
import { openLine } from '../support/line.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'
import { enrol, readyForOffline } from '../support/tablet-steps.ts'
import { measureEvening } from './measure-evening.ts'
import { withCity } from './city.ts'
import { measureDownload } from './measure-download.ts'
import { measureFeed } from './measure-feed.ts'
import { measureImport } from './measure-import.ts'
import { measurePayment } from './measure-payment.ts'
import { measureCitySearch, measureOfficeSearch } from './measure-office-search.ts'
import { measurePush } from './measure-push.ts'
import { measureScan } from './measure-scan.ts'
import { measureSearch } from './measure-search.ts'
import { measureSize } from './measure-size.ts'
import { measureStart } from './measure-start.ts'
import { measureStore } from './measure-store.ts'
import { type Row, tableOf } from './row.ts'
import { servePages } from './serve-pages.ts'

const rows: Row[] = []
const unmeasured: string[] = []

async function measure(what: string, run: () => Promise<Row[]> | Row[]): Promise<void> {
  console.log(`Measuring ${what} ...`)
  try {
    rows.push(...(await run()))
  } catch (error) {
    unmeasured.push(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  }
}

/** A browser's folder in which a tablet was enrolled and can start without a network. */
async function enrolOnce(app: RunningApp): Promise<string> {
  const browser = await openBrowser()
  const page = await browser.newPage()
  await enrol(page, app.line.url, await app.newCode())
  await readyForOffline(page)
  await browser.close()
  return browser.profile
}

console.log('Building the app ...')
execFileSync('vite', ['build', '--logLevel', 'warn'], { stdio: 'inherit' })
const pages = await servePages()

await measure('saving, unlocking and key derivation', () => measureStore(`http://localhost:${pages.port}`))
await measure('a day of payments', () => measurePayment(`http://localhost:${pages.port}`))
await measure('looking people up', () => measureSearch(`http://localhost:${pages.port}`))
await measure('the offline cold start', async () => {
  const app = await startApp()
  const bare = await openLine(pages.port)
  const profile = await enrolOnce(app)
  try {
    return await measureStart({ line: app.line, profile }, bare)
  } finally {
    removeProfile(profile)
    await bare.close()
    await app.stop()
  }
})
await measure('pushing records', measurePush)
await measure('five minutes of pushes and exports', measureEvening)
await measure('importing a list', measureImport)
await measure('the first download', measureDownload)
await measure('the office’s search', measureOfficeSearch)
await measure('an update and a search in a whole city', () => withCity(measureFeed, measureCitySearch))
await measure('the reading of cards', measureScan)
await measure('sizes', measureSize)
pages.close()

console.log(
  `\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; “4×” is CPU throttling of the page.\n`,
)
console.log(tableOf(rows))
for (const reason of unmeasured) console.log(`\nNot measured: ${reason}`)
const missed = rows.filter(({ holds }) => !holds).length
console.log(
  `\n${rows.length - missed} of ${rows.length} bars hold${unmeasured.length > 0 ? `; ${unmeasured.length} parts could not be measured` : ''}.`,
)
process.exit(unmeasured.length === 0 ? 0 : 1)
