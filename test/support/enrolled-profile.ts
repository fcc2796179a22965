// A tablet that was enrolled once, for tests that each need one: the profile's folder is copied.
import { cpSync } from 'node:fs'
import { newProfile, openBrowser, removeProfile } from './browser.ts'
import type { RunningApp } from './running-app.ts'
import { enrol, readyForOffline } from './tablet-steps.ts'

export type EnrolledProfile = {
  /** A fresh copy; the test removes it. */
  copy(): string
  remove(): void
}

/** Enrols the app's officer in a browser, waits until the app starts without a network, and keeps what was written. */
export async function enrolOnce(app: RunningApp): Promise<EnrolledProfile> {
  const browser = await openBrowser()
  const page = await browser.newPage()
  await enrol(page, app.line.url, await app.newCode())
  await readyForOffline(page)
  await browser.close()
  return {
    copy() {
      const copy = newProfile()
      cpSync(browser.profile, copy, { recursive: true })
      return copy
    },
    remove: () => removeProfile(browser.profile),
  }
}
