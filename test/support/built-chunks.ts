// What the build weighs, read from the built files themselves.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Bytes of a file once it is compressed for the way. */
export function gzipped(path: string): number {
  return gzipSync(readFileSync(path), { level: 9 }).length
}

/** Files of `assets/` that some chunks need before they can run: themselves and what they import, all the way down. */
export function neededBy(dist: string, chunks: readonly string[]): string[] {
  const needed = new Set<string>()
  const visit = (name: string): void => {
    if (needed.has(name)) return
    needed.add(name)
    const code = readFileSync(join(dist, 'assets', name), 'utf8')
    for (const [, found] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) if (found) visit(found)
  }
  chunks.forEach(visit)
  return [...needed].toSorted()
}

/** The JavaScript chunks whose name begins so; a name ends where its hash begins. */
export function chunksNamed(dist: string, names: readonly string[]): string[] {
  return readdirSync(join(dist, 'assets')).filter((file) => names.some((name) => isNamed(file, name)))
}

function isNamed(file: string, name: string): boolean {
  return file.startsWith(`${name}-`) && /^-[\w-]{8}\.js$/.test(file.slice(name.length))
}

/**
 * What locking, looking up and registering load, besides what these import: the first screen, what is loaded behind it while
 * the officer types, the sync that begins with the unlocking, the screens, and the workers that make a key of the PIN and
 * pictures of photos.
 */
const dailyRoots = [
  'index',
  'workbox-window.prod',
  'key-derivation.worker',
  'session',
  'look-up-screen',
  'person-screen',
  'register-screen',
  'prepare-photo.worker',
]

/** Of these the build may make chunks of their own, or parts of others. */
const dailyParts = ['unlock-vault', 'start-sync', 'inside', 'person-detail']

/** JavaScript that the lock, looking up and registering need, compressed, in bytes. @throws when a part is not found. */
export function dailyJavaScript(dist: string): number {
  const missing = dailyRoots.filter((name) => chunksNamed(dist, [name]).length === 0)
  if (missing.length > 0) throw new Error(`not in the build: ${missing.join(', ')}`)
  return neededBy(dist, chunksNamed(dist, [...dailyRoots, ...dailyParts])).reduce(
    (sum, file) => sum + gzipped(join(dist, 'assets', file)),
    0,
  )
}

/** What the service worker keeps: paths below `dist`. */
export function precached(dist: string): string[] {
  const worker = readFileSync(join(dist, 'sw.js'), 'utf8')
  const urls = [...worker.matchAll(/url:"([^"]+)"|"url":"([^"]+)"/g)].map(([, plain, quoted]) => plain ?? quoted ?? '')
  return urls.filter((url) => statSync(join(dist, url)).isFile())
}
