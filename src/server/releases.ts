// The hashed assets of the last releases stay served: a tablet that still runs an older page may ask for its parts.
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { join } from 'node:path'

const releasesKept = 3

/** Copies the assets of the release that is being served, and forgets all but this one and the last two before it. */
export function keepRelease(dataDir: string, distDir: string, now: number): void {
  const page = join(distDir, 'index.html')
  if (!existsSync(page) || !existsSync(join(distDir, 'assets'))) return
  const releases = join(dataDir, 'releases')
  mkdirSync(releases, { recursive: true })
  const release = join(releases, createHash('sha256').update(readFileSync(page)).digest('hex').slice(0, 16))
  if (!existsSync(release)) {
    const beside = `${release}.new`
    rmSync(beside, { recursive: true, force: true })
    cpSync(join(distDir, 'assets'), join(beside, 'assets'), { recursive: true })
    renameSync(beside, release)
  }
  utimesSync(release, now / 1000, now / 1000)
  for (const old of newestFirst(releases).slice(releasesKept)) rmSync(old, { recursive: true, force: true })
}

/** Folders to look for an asset in: the release of today, then the ones before it. */
export function assetFolders(dataDir: string, distDir: string): string[] {
  const releases = join(dataDir, 'releases')
  const kept = existsSync(releases) ? newestFirst(releases).map((release) => join(release, 'assets')) : []
  return [join(distDir, 'assets'), ...kept]
}

function newestFirst(releases: string): string[] {
  return readdirSync(releases)
    .filter((name) => /^[0-9a-f]{16}$/.test(name))
    .map((name) => join(releases, name))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
}
