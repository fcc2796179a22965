// What a tablet has to load, from the built app.
import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Row, within } from './row.ts'

const dist = join(import.meta.dirname, '../../dist')

/** The scripts that the first page pulls in by itself, following static imports from its entry. */
function scriptsOf(entries: readonly string[]): Set<string> {
  const found = new Set<string>()
  const queue = [...entries]
  for (let file = queue.shift(); file; file = queue.shift()) {
    if (found.has(file)) continue
    found.add(file)
    const text = readFileSync(join(dist, file), 'utf8')
    const folder = file.split('/').slice(0, -1).join('/')
    for (const [, path] of text.matchAll(/(?:from|import)\s*["'](\.\.?\/[^"']+\.js)["']/g)) {
      if (path !== undefined) queue.push(join(folder, path).replaceAll('\\', '/'))
    }
  }
  return found
}

/** Sizes of the built app, in KiB. */
export function measureSize(): Row[] {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const first = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].flatMap(([, path]) =>
    path === undefined ? [] : [path],
  )
  // Everything that lock, look-up and registration load: every script but the office's, the scanner's and the workers'.
  const tablet = globSync('assets/*.js', { cwd: dist }).map((path) => path.replaceAll('\\', '/'))
  const lazy = /zxing|scan|worker|hpke|camera/i
  const loaded = scriptsOf([...first, ...tablet.filter((path) => !lazy.test(path))])
  const packed = [...loaded].reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(dist, path)), { level: 9 }).length,
    0,
  )
  const kept = globSync('**/*.{js,css,html,wasm,svg,png}', {
    cwd: dist,
    exclude: ['assets/office/**', 'icon-maskable-512.png', 'apple-touch-icon.png', 'sw.js'],
  })
  const precache = kept.reduce((sum, path) => sum + statSync(join(dist, path)).size, 0)
  return [
    within('JavaScript for lock, look-up and registration, gz', 200, packed / 1024, 'KiB'),
    within('everything that is kept for offline', 1500, precache / 1024, 'KiB'),
  ]
}
