// F16: the browser freezes a tab in the middle of its sending. It keeps its lock and answers nobody; another tab goes on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, openBrowser, removeProfile } from '../support/browser.ts'
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts'
import { registerQuickly } from '../support/registration-steps.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'
import { button, enrol, goTo, seeNoComplaints, seeStatus, unlock } from '../support/tablet-steps.ts'

describe('a tab that the browser froze', () => {
  let app: RunningApp
  let proxy: FaultProxy
  let browser: Browser

  beforeAll(async () => {
    app = await startApp()
    proxy = await startFaultProxy(app.server.url)
    browser = await openBrowser()
  })

  afterAll(async () => {
    await browser.close()
    removeProfile(browser.profile)
    await proxy.close()
    await app.stop()
  })

  const received = async () => {
    const rows = await app.server.tools.db.selectFrom('envelope').select(['seq', 'status']).orderBy('seq').execute()
    return rows.map(({ seq, status }) => `${seq} ${status}`)
  }

  it('holds nobody up for longer than a minute: another tab sends its record, once', async () => {
    const frozen = await browser.newPage()
    await enrol(frozen, proxy.url, await app.newCode())
    // What it sends never gets an answer: it works, and holds the lock, until it is frozen.
    let asked = () => {}
    const sending = new Promise<void>((resolve) => (asked = resolve))
    proxy.plan(({ method, path }) => {
      if (method !== 'POST' || !path.includes('/records')) return null
      asked()
      return { kind: 'hang' }
    })
    await registerQuickly(frozen)
    await sending
    const cdp = await browser.context.newCDPSession(frozen)
    await cdp.send('Page.setWebLifecycleState', { state: 'frozen' })
    proxy.plan(() => null)

    const other = await browser.context.newPage()
    await other.clock.install()
    await other.goto(proxy.url)
    await other.bringToFront()
    await unlock(other)
    await goTo(other, 'Đồng bộ')
    await button(other, 'Gửi ngay').click()
    await seeStatus(other, 'Còn 1 hồ sơ chờ gửi')
    expect(await received()).toEqual([])
    await other.clock.fastForward(60_000)
    await seeStatus(other, 'Đã gửi hết')
    expect(await received()).toEqual(['1 accepted'])

    // Thawed, it finds its lock taken and its record sent.
    await cdp.send('Page.setWebLifecycleState', { state: 'active' })
    await frozen.bringToFront()
    await seeStatus(frozen, 'Đã gửi hết')
    expect(await received()).toEqual(['1 accepted'])
    seeNoComplaints(browser)
  })
})
