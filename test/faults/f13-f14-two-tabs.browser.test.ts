// F13, F14: a newer app in another tab takes the database over. The open form is saved first, and the old code writes no more.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, openBrowser, removeProfile } from '../support/browser.ts'
import { beginNew, somebody } from '../support/registration-steps.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'
import { enrol, officersPin, readyForOffline, seeNoComplaints, seeTitle, tryPin } from '../support/tablet-steps.ts'

describe('a newer app in another tab', () => {
  let app: RunningApp
  let browser: Browser

  beforeAll(async () => {
    app = await startApp()
    browser = await openBrowser()
  })

  afterAll(async () => {
    await browser.close()
    removeProfile(browser.profile)
    await app.stop()
  })

  it('gets the database within five seconds; the old tab saves its form, stops and says so; old code opens nothing', async () => {
    const old = await browser.newPage()
    await enrol(old, app.line.url, await app.newCode())
    await readyForOffline(old)
    await beginNew(old)
    // Typed, and not yet saved when the other tab comes.
    await old.getByLabel('Họ và tên').fill(somebody.name)

    const other = await browser.context.newPage()
    await other.goto(`${app.line.url}/favicon.svg`)
    const upgraded = await other.evaluate(async () => {
      const profile = (await indexedDB.databases()).find(({ name }) => name?.startsWith('tan-nha-'))
      const start = performance.now()
      return new Promise<{ ms: number; drafts: number }>((resolve, reject) => {
        const opening = indexedDB.open(profile?.name ?? '', (profile?.version ?? 0) + 10)
        opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')))
        opening.addEventListener('success', () => {
          const ms = performance.now() - start
          const counting = opening.result.transaction('drafts').objectStore('drafts').count()
          counting.addEventListener('success', () => {
            opening.result.close()
            resolve({ ms, drafts: counting.result })
          })
        })
      })
    })
    expect(upgraded.ms).toBeLessThan(5000)
    expect(upgraded.drafts).toBe(1)
    await seeTitle(old, 'Đã có bản mới hơn trên máy này')

    // A tab in the background is painted once a second.
    await old.bringToFront()
    // The old code, opened again, refuses a database of a newer app and keeps its hands off it.
    await old.goto(app.line.url)
    await tryPin(old, officersPin)
    await old.getByText('Dữ liệu trên máy thuộc bản mới hơn của ứng dụng').waitFor()
    seeNoComplaints(browser)
  })
})
