// What a tablet loads over a poor line, measured on the built files. Needs the build.
import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ballastBytes } from '../../src/tablet/store/ballast.ts'
import { chunksNamed, dailyJavaScript, gzipped, neededBy, precached } from '../support/built-chunks.ts'
import { dist } from '../support/running-app.ts'

const kib = 1024
const mb = 1_000_000

describe('the size of the app', () => {
  it('JavaScript for the lock, looking up and registering is at most 200 KiB', () => {
    expect(dailyJavaScript(dist) / kib).toBeLessThanOrEqual(200)
  })

  it('everything that is kept for work without a network is at most 1.5 MB on its way', () => {
    const kept = precached(dist)
    expect(kept.length).toBeGreaterThan(20)
    expect(kept.reduce((sum, file) => sum + gzipped(join(dist, file)), 0)).toBeLessThanOrEqual(1.5 * mb)
  })

  it('the room that is kept for texts is larger than everything a new release may put beside them, by half a MiB', () => {
    const bytes = precached(dist).reduce((sum, file) => sum + statSync(join(dist, file)).size, 0)
    expect(bytes).toBeGreaterThan(1.5 * mb)
    expect(bytes + 512 * kib).toBeLessThanOrEqual(ballastBytes)
  })

  it('what is kept stands on nothing that is not kept', () => {
    const kept = precached(dist)
    const scripts = kept.filter((file) => /^assets\/[^/]+\.js$/.test(file)).map((file) => file.slice('assets/'.length))
    const missing = neededBy(dist, scripts).filter((file) => !kept.includes(`assets/${file}`))
    expect(missing).toEqual([])
  })

  it('nothing of the office is kept on a tablet, what reads QR codes and makes keys is, and the first screen waits for neither it nor a database', () => {
    const kept = precached(dist)
    expect(kept.filter((file) => file.startsWith('assets/office/'))).toEqual([])
    const compiled = kept
      .filter((file) => file.endsWith('.wasm'))
      .map((file) => file.slice('assets/'.length, -'-12345678.wasm'.length))
    expect(compiled.toSorted()).toEqual(['argon2', 'blake2b', 'zxing_reader'])
    expect(
      neededBy(dist, chunksNamed(dist, ['index'])).filter((file) => /zxing|reader|register|zod|tablet-kit/.test(file)),
    ).toEqual([])
  })

  it('no file of the build names a foreign address but in names of formats and in what is said of an error (S47)', () => {
    const files = globSync('**/*.{js,css,html,svg,webmanifest}', { cwd: dist })
    expect(files.length).toBeGreaterThan(20)
    const named = files.flatMap((file) => readFileSync(join(dist, file), 'utf8').match(/https?:\/\/[\w.-]+/g) ?? [])
    const spoken = ['http://www.w3.org', 'https://react.dev', 'https://www.npmjs.com']
    const shortened = ['https://tinyurl.com', 'https://bit.ly', 'http://bit.ly'] // Dexie's and Workbox's own sentences
    expect([...new Set(named)].filter((address) => ![...spoken, ...shortened].includes(address))).toEqual([])
  })
})
