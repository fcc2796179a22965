// S13: a tablet that the office revoked destroys the profile when it next hears from the server; nothing of it stays on disk.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProfileId } from '../../src/domain/ids.ts'
import { revokeTablet } from '../../src/server/actions/manage-tablets.ts'
import type { OfficeActor } from '../../src/server/actor.ts'
import { type Browser, openBrowser, removeProfile } from '../support/browser.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'
import { scanBytes } from '../support/scan-bytes.ts'
import { button, enrol, goTo, seeNoComplaints, seeTitle } from '../support/tablet-steps.ts'
import { addStaff, homeCommune } from '../support/test-server.ts'

const canary = 'Quách Thị Canh Giữ Bí Mật'

describe('a revoked tablet', () => {
  let app: RunningApp
  let browser: Browser

  beforeAll(async () => {
    app = await startApp()
    await app.putPeople(120, { name: canary })
    browser = await openBrowser()
  })

  afterAll(async () => {
    removeProfile(browser.profile)
    await app.stop()
  })

  it('destroys the profile at the next contact, tells the officer, and starts as a fresh one', async () => {
    const page = await browser.newPage()
    await enrol(page, app.line.url, await app.newCode())
    const [name] = await page.evaluate(async () =>
      (await indexedDB.databases()).flatMap((db) => db.name?.match(/^tan-nha-(.+)$/)?.[1] ?? []),
    )
    const { tools } = app.server
    const administrator = await addStaff(app.server, { role: 'administrator', allCommunes: true })
    const actor = {
      kind: 'office',
      staffId: administrator.id,
      role: 'administrator',
      communes: [homeCommune],
    } as unknown as OfficeActor
    expect(await revokeTablet(tools, actor, name as ProfileId, 'Mất máy')).toEqual({ kind: 'done' })

    await goTo(page, 'Đồng bộ')
    await button(page, 'Gửi ngay').click()
    await seeTitle(page, 'Văn phòng đã thu hồi máy này')
    await button(page, 'Mở lại').click()
    await seeTitle(page, 'Ghép máy')
    expect(
      await page.evaluate(async () => (await indexedDB.databases()).filter((db) => db.name !== 'tan-nha')),
    ).toEqual([])
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key !== 'tan-nha:settings'))).toEqual([])
    seeNoComplaints(browser)
    await browser.close()
  })

  it('leaves no name on its disk', () => {
    const { hits, bytes } = scanBytes(browser.profile, { canary })
    expect(bytes).toBeGreaterThan(100_000)
    expect(hits).toEqual([])
  })
})
