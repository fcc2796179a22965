// F02: what counts when the power goes is what reached the disk. A kill proves nothing about that, so disk syncs are counted.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { type Browser, openBrowser, processesOf, removeProfile } from '../support/browser.ts'
import { hostStorePage, openStorePage, type StoreHost } from '../support/store-page.ts'

const saves = 40
let host: StoreHost
let browser: Browser
let page: Page
let profileId: string

beforeAll(async () => {
  host = await hostStorePage()
  browser = await openBrowser()
  page = await browser.newPage()
  await openStorePage(page, host.url)
  profileId = await page.evaluate((code) => globalThis.page.enrol(code, '482915'), host.server.newCode())
})

afterAll(async () => {
  await browser.close()
  removeProfile(browser.profile)
  host.close()
})

describe('F02: an acknowledged save', () => {
  it('asked for strict durability in every transaction that writes', async () => {
    const asked = await page.evaluate(async (id) => {
      const seen: string[] = []
      const { transaction } = IDBDatabase.prototype
      IDBDatabase.prototype.transaction = function (...order) {
        const opened = transaction.apply(this, order)
        if (opened.mode === 'readwrite') seen.push(opened.durability)
        return opened
      }
      globalThis.page.lock()
      await globalThis.page.unlock(id, '482915')
      await globalThis.page.draft('draft', { name: 'Thử' })
      const added = await globalThis.page.photo('draft', 200_000)
      const photos = added.kind === 'added' ? [added.photo] : []
      const saved = await globalThis.page.save('Thử', photos, 'draft')
      IDBDatabase.prototype.transaction = transaction
      return { seen, saved: saved.kind }
    }, profileId)
    expect(asked.saved).toBe('saved')
    expect(asked.seen.length).toBeGreaterThanOrEqual(3)
    expect(new Set(asked.seen)).toEqual(new Set(['strict']))
  })

  it.runIf(canTrace())('cost at least one sync of the disk before it was acknowledged', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tan-nha-strace-'))
    const file = join(folder, 'syncs')
    const trace = await traceSyncs(browser.profile, file)
    const acknowledged = await page.evaluate(async (count) => {
      let kept = 0
      for (let index = 0; index < count; index += 1) {
        const saved = await globalThis.page.save(`Trần Thị ${index}`)
        if (saved.kind === 'saved') kept += 1
      }
      return kept
    }, saves)
    await ended(trace)
    const syncs = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /f(data)?sync\(.*indexeddb\.leveldb/i.test(line))
    rmSync(folder, { recursive: true })
    expect(acknowledged).toBe(saves)
    expect(syncs.length).toBeGreaterThanOrEqual(acknowledged)
  })
})

/** Tracing needs strace and the right to look at a process of one's own. */
function canTrace(): boolean {
  return spawnSync('strace', ['-f', '-e', 'trace=fsync', '-o', '/dev/null', 'true']).status === 0
}

async function traceSyncs(profile: string, file: string): Promise<ChildProcess> {
  const attach = processesOf(profile).flatMap((pid) => ['-p', String(pid)])
  const trace = spawn('strace', ['-f', '-y', '-e', 'trace=fsync,fdatasync', '-o', file, ...attach])
  let told = ''
  await new Promise<void>((resolve, reject) => {
    trace.on('error', reject)
    trace.on('exit', () => reject(new Error(`strace ended: ${told}`)))
    // It says "attached" once for each process.
    trace.stderr?.on('data', (text: Buffer) => {
      told += text.toString()
      if ((told.match(/attached/g)?.length ?? 0) >= attach.length / 2) resolve()
    })
  })
  return trace
}

async function ended(trace: ChildProcess): Promise<void> {
  const exit = new Promise((resolve) => trace.once('exit', resolve))
  trace.kill('SIGINT')
  await exit
}
