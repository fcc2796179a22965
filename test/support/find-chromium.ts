// Where a real Chromium is on this machine, and how to get one where there is none.
import { spawnSync } from 'node:child_process'
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

function run(command: string, ...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0
}

/**
 * Finds a Chromium, or installs one: from Debian's packages as root, else Playwright's own build.
 * @returns its path, or null when neither was possible.
 */
export function provideChromium(): string | null {
  const found = findChromium()
  if (found !== null || (process.env.CHROMIUM ?? '') !== '') return found
  if (process.getuid?.() === 0 && onPath('apt-get') !== null) {
    console.log('No Chromium here; installing the one of the system ...')
    if (
      run('apt-get', 'update', '-q') &&
      run('apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium')
    ) {
      const installed = findChromium()
      if (installed !== null) return installed
    }
  }
  console.log("No Chromium from the system; installing Playwright's own ...")
  return run('npx', '--no-install', 'playwright-core', 'install', 'chromium') ? findChromium() : null
}
