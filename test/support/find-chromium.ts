// Where a real Chromium is on this machine, and how to get one where there is none.
import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

function onPath(name: string): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // Not in this folder.
    }
  }
  return null
}

/** The path of an installed Chromium: what `CHROMIUM` names, the system's, or Playwright's own. Null when there is none. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM
  if (named !== undefined && named !== '') return existsSync(named) ? named : null
  const installed = names.map(onPath).find((path) => path !== null)
  if (installed !== undefined) return installed
  const own = chromium.executablePath()
  return existsSync(own) ? own : null
}

/** The path of an installed Chromium. @throws with a plain sentence when there is none. */
export function getChromium(): string {
  const found = findChromium()
  if (found === null) throw new Error('No Chromium was found. Install one, or name it in CHROMIUM.')
  return found
}

/** Only what goes wrong is told: other things run meanwhile and tell their own. */
function run(command: string, ...args: string[]): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env })
  return new Promise((resolve) => {
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
  })
}

/**
 * Finds a Chromium, or installs one: from Debian's packages as root, else Playwright's own build.
 * @returns its path, or null when neither was possible.
 */
export async function provideChromium(): Promise<string | null> {
  const found = findChromium()
  if (found !== null || (process.env.CHROMIUM ?? '') !== '') return found
  if (process.getuid?.() === 0 && onPath('apt-get') !== null) {
    console.log('No Chromium here; installing the one of the system ...')
    if (
      (await run('apt-get', 'update', '-q')) &&
      (await run('apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium'))
    ) {
      const installed = findChromium()
      if (installed !== null) return installed
    }
  }
  console.log("No Chromium from the system; installing Playwright's own ...")
  return (await run('npx', '--no-install', 'playwright-core', 'install', 'chromium')) ? findChromium() : null
}
