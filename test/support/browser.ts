// A real Chromium with a profile of its own, for tests. Whatever it complains about (a breach of the content security
// policy or of Trusted Types, an error nobody caught) is collected, and a test ends by finding nothing there.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { getChromium } from './find-chromium.ts'

export type Browser = {
  readonly context: BrowserContext
  /** Folder of the profile: everything this browser writes. */
  readonly profile: string
  /** What it complained about so far, in plain lines. */
  readonly complaints: string[]
  /** A page of the app; the first one that the browser opened by itself is used up first. */
  newPage(): Promise<Page>
  /** SIGKILL to every process of this profile, as when a battery is pulled from the software's point of view. */
  kill(): Promise<void>
  close(): Promise<void>
}

export type BrowserOptions = {
  /** A profile of an earlier browser; a fresh one when left out. */
  readonly profile?: string
  /** An `.mjpeg` file that the camera shows. */
  readonly camera?: string
  readonly viewport?: { width: number; height: number }
  readonly args?: readonly string[]
}

/** The size of the tablet that everything is tried on. */
export const tabletSize = { width: 800, height: 1280 }

/**
 * Chromium heeds only the last flag of this name, so this one repeats what Playwright switches off. The pop-ups of the address bar are
 * ours: nobody sees them, and preparing them costs as much as all else that a browser does to start.
 */
const features = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxPopup',
]

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${features.join()}`,
]

/** A new empty folder for a profile, removed by `removeProfile`. */
export function newProfile(): string {
  return mkdtempSync(join(tmpdir(), 'tan-nha-profile-'))
}

/** Removes what a browser wrote. */
export function removeProfile(profile: string): void {
  rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}

/** Ids of a profile's processes that still run (Linux). */
export function processesOf(profile: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profile)
      } catch {
        return false
      }
    })
    .map(Number)
    .filter((pid) => pid !== process.pid)
}

/** Whether a process holds no file any more: it is gone, or a zombie whose threads are all gone (Linux). */
function hasLetGo(pid: number): boolean {
  try {
    const isZombie = /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return isZombie && readdirSync(`/proc/${pid}/task`).length <= 1
  } catch {
    return true
  }
}

/**
 * SIGKILL to every process of a profile (Linux), until none holds its files. A dying process loses its command line before its
 * locks, and a browser that finds its database locked by another deletes it and begins an empty one.
 */
export async function killProfile(profile: string): Promise<void> {
  const killed = new Set<number>()
  for (let tries = 0; tries < 200; tries += 1) {
    for (const pid of processesOf(profile)) {
      killed.add(pid)
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It went by itself.
      }
    }
    if ([...killed].every(hasLetGo)) break
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  for (const file of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
    rmSync(join(profile, file), { force: true })
}

/** What a page tells of breaches; runs in every page before the app does. */
function tellBreaches(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    const told = `${event.effectiveDirective} broken by ${event.blockedURI} in ${event.sourceFile}:${event.lineNumber} ${event.sample}`
    void (window as unknown as { tellBreach(text: string): Promise<void> }).tellBreach(told)
  })
}

/** Opens a browser. Close it, or kill it, in any case. */
export async function openBrowser(options: BrowserOptions = {}): Promise<Browser> {
  const profile = options.profile ?? newProfile()
  const camera =
    options.camera === undefined
      ? []
      : [
          '--use-fake-ui-for-media-stream',
          '--use-fake-device-for-media-stream',
          `--use-file-for-fake-video-capture=${options.camera}`,
        ]
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: getChromium(),
    headless: true,
    args: [...flags, ...camera, ...(options.args ?? [])],
    viewport: options.viewport ?? tabletSize,
    hasTouch: true,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    acceptDownloads: true,
  })
  context.setDefaultTimeout(20_000)
  const complaints: string[] = []
  await context.exposeBinding('tellBreach', (_source, told: string) => void complaints.push(told))
  await context.addInitScript(tellBreaches)
  // What the browser throws itself (a DOMException) has an empty stack.
  context.on('weberror', (thrown) => {
    const { name, message, stack } = thrown.error()
    complaints.push(`uncaught: ${stack || `${name}: ${message}`}, on ${thrown.page()?.url() ?? 'no page'}`)
  })
  context.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && /Content Security Policy|Trusted ?Type/i.test(text)) complaints.push(text)
  })
  const unused = context.pages()
  return {
    context,
    profile,
    complaints,
    newPage: async () => unused.shift() ?? (await context.newPage()),
    async kill() {
      await killProfile(profile)
      await context.close().catch(() => undefined)
    },
    close: () => context.close(),
  }
}
