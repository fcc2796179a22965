// F08, F09, F10: while the app is closed its files are evicted, damaged or cut short. Chromium often says nothing of it.
// The app names what is missing, never shows a shorter list as if it were whole, and leaves the files as they are.
import {
  cpSync,
  existsSync,
  globSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newProfile, openBrowser, removeProfile } from '../support/browser.ts'
import { hostStorePage, openStorePage, type StoreHost } from '../support/store-page.ts'

const pin = '482915'
const saved = 60
let host: StoreHost
let profileId: string
const whole = newProfile()

beforeAll(async () => {
  host = await hostStorePage()
  const browser = await openBrowser({ profile: whole })
  const page = await browser.newPage()
  await openStorePage(page, host.url)
  profileId = await page.evaluate(([code, word]) => globalThis.page.enrol(code, word), [
    host.server.newCode(),
    pin,
  ] as const)
  await page.evaluate(async (count) => {
    for (let index = 0; index < count; index += 1) await globalThis.page.save(`Nguyễn Thị ${index}`)
  }, saved)
  await browser.close()
})

afterAll(() => {
  removeProfile(whole)
  host.close()
})

type Found = { kind: string; trouble?: string; missing: { from: number; to: number } | null; chain: number | string }

/** Starts the app on a copy of the profile whose database files were changed. */
async function startOn(
  change: (folder: string) => void,
): Promise<{ found: Found; rescued: Found; unchanged: boolean }> {
  const profile = newProfile()
  cpSync(whole, profile, { recursive: true })
  const folder = join(profile, globSync('**/*.indexeddb.leveldb', { cwd: profile })[0] ?? '')
  change(folder)
  const before = sizesIn(folder)
  const browser = await openBrowser({ profile })
  const page = await browser.newPage()
  await openStorePage(page, host.url)
  const look = (rescue: boolean) =>
    page.evaluate(
      async ([id, word, despite]) => {
        const result = await globalThis.page.unlock(id, word, despite)
        const chain = result['kind'] === 'unlocked' ? await globalThis.page.chain() : 0
        return { ...result, chain } as unknown as Found
      },
      [profileId, pin, rescue] as const,
    )
  const found = await look(false)
  const unchanged = found.kind === 'unlocked' || Object.keys(before).every((file) => file in sizesIn(folder))
  const rescued = await look(true)
  await browser.close()
  removeProfile(profile)
  return { found, rescued, unchanged }
}

/** The data files of a database: those that hold rows. */
function sizesIn(folder: string): Record<string, number> {
  const files = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).filter(({ name }) => name.endsWith('.ldb'))
    : []
  return Object.fromEntries(files.map(({ name }) => [name, statSync(join(folder, name)).size]))
}

function each(folder: string, pattern: RegExp, change: (file: string) => void): void {
  for (const name of readdirSync(folder)) if (pattern.test(name)) change(join(folder, name))
}

function flip(file: string, from: number, length: number): void {
  const bytes = readFileSync(file)
  for (let index = from; index < Math.min(from + length, bytes.length); index += 1)
    bytes[index] = (bytes[index] ?? 0) ^ 0xff
  writeFileSync(file, bytes)
}

describe('a store that was lost while the app was closed', () => {
  it('is opened as it was when nothing happened to it', async () => {
    const { found } = await startOn(() => {})
    expect(found).toMatchObject({ kind: 'unlocked', missing: null, chain: saved })
  })

  it('F08: evicted, names every record that was on the tablet', async () => {
    const { found, rescued } = await startOn((folder) => rmSync(folder, { recursive: true }))
    expect(found).toMatchObject({ kind: 'storeTrouble', trouble: 'empty', missing: { from: 1, to: saved } })
    expect(rescued).toMatchObject({ kind: 'storeTrouble', trouble: 'empty' })
  })

  it('F10: without its tail, names the records that are missing and lets the rest be rescued', async () => {
    const { found, rescued } = await startOn((folder) =>
      each(folder, /\.log$/, (file) => truncateSync(file, Math.floor(statSync(file).size * 0.7))),
    )
    expect(found).toMatchObject({ kind: 'storeTrouble', trouble: 'shortened' })
    expect(found.missing?.to).toBe(saved)
    const left = Number(found.missing?.from) - 1
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(saved)
    expect(rescued).toMatchObject({ kind: 'unlocked', missing: found.missing, chain: left })
  })

  const damages: [string, (folder: string) => void][] = [
    ['CURRENT is garbage', (folder) => writeFileSync(join(folder, 'CURRENT'), 'garbage\n')],
    ['the manifest is gone', (folder) => each(folder, /^MANIFEST/, (file) => rmSync(file))],
    ['the manifest is garbage', (folder) => each(folder, /^MANIFEST/, (file) => flip(file, 0, 1e9))],
    [
      'the log is flipped in the middle',
      (folder) => each(folder, /\.log$/, (file) => flip(file, statSync(file).size >> 1, 64)),
    ],
    ['the log is gone', (folder) => each(folder, /\.log$/, (file) => rmSync(file))],
  ]

  it.each(damages)(
    'F09: damaged (%s), is never opened as an empty or shorter one without a word',
    async (_what, change) => {
      const { found, unchanged } = await startOn(change)
      if (found.kind === 'unlocked') expect(found.chain).toBe(saved)
      else
        expect(found).toMatchObject({
          kind: 'storeTrouble',
          trouble: expect.stringMatching(/^(empty|shortened|damaged)$/),
        })
      expect(unchanged).toBe(true)
    },
  )
})
