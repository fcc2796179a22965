// What a tablet has to load, from the built app; counted as test/tablet/build-size.browser.test.ts counts it.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { dailyJavaScript, gzipped, precached } from '../support/built-chunks.ts'
import { type Row, within } from './row.ts'

const dist = join(import.meta.dirname, '../../dist')

/** Sizes of the built app, in KiB and KB. */
export function measureSize(): Row[] {
  const kept = precached(dist).map((file) => join(dist, file))
  const sum = (sizeOf: (path: string) => number) => kept.reduce((total, path) => total + sizeOf(path), 0)
  return [
    within('JavaScript for lock, look-up and registration, gz', 200, dailyJavaScript(dist) / 1024, 'KiB'),
    within('everything that is kept for offline, as it travels (gz)', 1500, sum(gzipped) / 1000, 'KB'),
    within('the same as it lies on the disk', 1500, sum((path) => statSync(path).size) / 1000, 'KB'),
  ]
}
