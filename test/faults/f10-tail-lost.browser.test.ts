// F10: the newest part of the store is gone, as after a power cut on a worn-out tablet. The start names what is missing, and
// what is left can be sent.
import { globSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, openBrowser, removeProfile } from '../support/browser.ts'
import { registerQuickly, somebody } from '../support/registration-steps.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'
import {
  button,
  enrol,
  goTo,
  officersPin,
  readyForOffline,
  seeNoComplaints,
  seeStatus,
  seeTitle,
  tryPin,
  unlock,
} from '../support/tablet-steps.ts'

describe('a store that lost its tail', () => {
  let app: RunningApp
  let first: Browser
  let second: Browser

  beforeAll(async () => {
    app = await startApp()
    await app.putPeople(50)
  })

  afterAll(async () => {
    await second.close()
    removeProfile(first.profile)
    await app.stop()
  })

  it('is seen at the start, says which records are missing, and still sends the rest', async () => {
    first = await openBrowser()
    const page = await first.newPage()
    await enrol(page, app.line.url, await app.newCode())
    await readyForOffline(page)
    await app.line.cut()
    const log = () => {
      const [path] = globSync('**/*.indexeddb.leveldb/*.log', { cwd: first.profile })
      if (path === undefined) throw new Error('no log')
      return join(first.profile, path)
    }
    for (let n = 0; n < 2; n += 1) {
      await registerQuickly(page)
      await page.getByRole('link', { name: 'Về Hôm nay' }).click()
    }
    const path = log()
    const whole = statSync(path).size
    for (let n = 0; n < 2; n += 1) {
      await registerQuickly(page, { ...somebody, name: `Lý Thị Mất ${n}` })
      await page.getByRole('link', { name: 'Về Hôm nay' }).click()
    }
    await first.close()
    expect(statSync(path).size).toBeGreaterThan(whole)
    truncateSync(path, whole)

    second = await openBrowser({ profile: first.profile })
    const after = await second.newPage()
    await after.goto(app.line.url)
    await tryPin(after, officersPin)
    await seeTitle(after, 'Một phần dữ liệu trên máy bị mất')
    await after.getByText('từ số 3 đến số 4').waitFor()

    await app.line.mend()
    await button(after, 'Mở phần còn lại').click()
    await unlock(after)
    await after.getByText('Máy bị mất các hồ sơ từ số 3 đến số 4').waitFor()
    await goTo(after, 'Đồng bộ')
    await button(after, 'Gửi ngay').click()
    await seeStatus(after, 'Đã gửi hết')
    const rows = await app.server.tools.db.selectFrom('envelope').select('seq').execute()
    expect(rows.map(({ seq }) => Number(seq)).toSorted((a, b) => a - b)).toEqual([1, 2])
    seeNoComplaints(second)
  })
})
