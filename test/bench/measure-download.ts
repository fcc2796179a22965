// The list carried along: the first download of fifty thousand people and an update of twenty over a line of 5 Mbit/s and
// 100 ms, by the tablet's own synchronisation in Chromium, beside PouchDB replicating the same people over the same line.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { v7 } from 'uuid'
import type { BeneficiaryId, EntitlementId } from '../../src/domain/ids.ts'
import { inParts } from '../../src/server/store/in-parts.ts'
import { putOnList } from '../../src/server/store/list.ts'
import { openDatabase } from '../../src/server/store/open-database.ts'
import { inTransaction } from '../../src/server/store/transaction.ts'
import { openBrowser, removeProfile } from '../support/browser.ts'
import { type ListedPerson, listedPeople } from '../support/listed-people.ts'
import { startServerProcess } from '../support/server-process.ts'
import { openShapedLine, type ShapedLine } from '../support/shaped-line.ts'
import { hostStorePage, openStorePage } from '../support/store-page.ts'
import { addEnrolmentCode, addStaff, homeCommune, startTestServer } from '../support/test-server.ts'
import { documentOf, startPouchPeer } from './pouch-peer.ts'
import { atMost, type Row } from './row.ts'

const count = 50_000
const inUpdate = 20
const line = { bytesPerSecond: 5_000_000 / 8, roundTripMs: 100 }

type Carried = { ms: number; bytes: number }
type Measured = { first: Carried; update: Carried }

/** What came down the line meanwhile, and how long it took. */
async function carried({ seen }: ShapedLine, work: () => Promise<number>): Promise<Carried> {
  const before = seen.down
  const ms = await work()
  return { ms, bytes: seen.down - before }
}

/** The list after twenty people have moved within their commune. */
function changed(people: readonly ListedPerson[]): ListedPerson[] {
  return Array.from({ length: inUpdate }, (_, n) => people[n * 2003])
    .filter((person) => person !== undefined)
    .map(({ beneficiary, entitlements }) => ({ beneficiary: { ...beneficiary, hamlet: 'Ấp Mới' }, entitlements }))
}

/** The same people with ids as they are in earnest: made of chance, which no compression makes smaller. */
function withTrueIds(people: readonly ListedPerson[]): ListedPerson[] {
  return people.map(({ beneficiary, entitlements }) => {
    const id = v7() as BeneficiaryId
    const rights = entitlements.map((right) => ({ ...right, id: v7() as EntitlementId, beneficiary: id }))
    return { beneficiary: { ...beneficiary, id }, entitlements: rights }
  })
}

async function inBrowser<T>(work: (page: Page) => Promise<T>): Promise<T> {
  const browser = await openBrowser()
  browser.context.setDefaultTimeout(0)
  try {
    return await work(await browser.newPage())
  } finally {
    await browser.close()
    removeProfile(browser.profile)
  }
}

async function measureOurs(people: readonly ListedPerson[]): Promise<Measured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tan-nha-download-'))
  const db = openDatabase({ dataDir, databaseUrl: null })
  const write = async (some: readonly ListedPerson[]) => {
    for (const part of inParts(some, 5000)) {
      const [beneficiaries, rights] = [part.map((one) => one.beneficiary), part.flatMap((one) => one.entitlements)]
      await inTransaction(db, (trx) => putOnList(trx, homeCommune, { beneficiaries, entitlements: rights }, Date.now()))
    }
  }
  const beginning = await startTestServer({ dataDir })
  const code = await addEnrolmentCode(beginning, (await addStaff(beginning)).id)
  await beginning.stop()
  await write(people)
  const server = await startServerProcess(dataDir)
  const host = await hostStorePage(server.url)
  const shaped = await openShapedLine(Number(new URL(host.url).port), line)
  try {
    return await inBrowser(async (page) => {
      await openStorePage(page, shaped.url)
      await page.evaluate((word) => globalThis.page.enrol(word, '482915'), code)
      const sync = () => carried(shaped, () => page.evaluate(() => globalThis.page.sync()))
      const first = await sync()
      const held = await page.evaluate(() => globalThis.page.people())
      if (held !== count) throw new Error(`${held} people are held`)
      await write(changed(people))
      return { first, update: await sync() }
    })
  } finally {
    await shaped.close()
    host.close()
    await server.stop()
    await db.destroy()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** What its script offers a page, as far as it is used here. */
type Pouch = {
  replicate: { from: (url: string, options: Record<string, number>) => Promise<{ docs_written: number }> }
}

async function measurePouch(people: readonly ListedPerson[], batchSize: number): Promise<Measured> {
  const peer = await startPouchPeer()
  const shaped = await openShapedLine(peer.port, line)
  try {
    const written: { id: string; rev: string }[] = []
    for (const some of inParts(people, 5000)) written.push(...(await peer.put(some.map(documentOf))))
    const revisions = new Map(written.map(({ id, rev }) => [id, rev]))
    return await inBrowser(async (page) => {
      await page.goto(shaped.url)
      await page.addScriptTag({ path: peer.script })
      const replicate = (documents: number) =>
        carried(shaped, () =>
          page.evaluate(
            async ([expected, size]) => {
              const { PouchDB } = globalThis as unknown as { PouchDB: new (name: string) => Pouch }
              const here = new PouchDB('people')
              const start = performance.now()
              const done = await here.replicate.from(`${location.origin}/db/people`, { batch_size: size })
              if (done.docs_written !== expected) throw new Error(`${done.docs_written} documents came`)
              return performance.now() - start
            },
            [documents, batchSize] as const,
          ),
        )
      const first = await replicate(count)
      await peer.put(changed(people).map((one) => ({ ...documentOf(one), _rev: revisions.get(one.beneficiary.id) })))
      return { first, update: await replicate(inUpdate) }
    })
  } finally {
    await shaped.close()
    await peer.stop()
  }
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
const limitOf = ({ bytes }: Carried) => (bytes / line.bytesPerSecond) * 1000

/** Ours and the peer's, one after the other over the same line. */
export async function measureDownload(): Promise<Row[]> {
  const people = withTrueIds(listedPeople(count, homeCommune))
  const ours = await measureOurs(people)
  const work = `first download of ${count.toLocaleString('en')} people, 5 Mbit/s, 100 ms`
  const least = { what: `its ${megabytes(ours.first.bytes)} ÷ bandwidth`, value: limitOf(ours.first) }
  const rows = [atMost(work, 1.3, least, ours.first.ms, 'ms')]
  // Its own default, and what serves it better on such a line.
  for (const size of [1000]) {
    const pouch = await measurePouch(people, size)
    const what = (bytes: number) => `PouchDB, batches of ${size}, ${megabytes(bytes)}`
    rows.push(
      atMost(work, 0.25, { what: what(pouch.first.bytes), value: pouch.first.ms }, ours.first.ms, 'ms'),
      atMost(
        `an update of ${inUpdate} of them`,
        1,
        { what: what(pouch.update.bytes), value: pouch.update.ms },
        ours.update.ms,
        'ms',
      ),
    )
  }
  return rows
}
