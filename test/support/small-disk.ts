// A disk that is really full: a small file system in memory, where this machine lets us mount one (Linux, as root).
import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmdirSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type SmallDisk = {
  readonly path: string
  /** Bytes that are free. */
  free(): number
  /** Somebody else's file takes all but so many bytes. */
  fillUpTo(left: number): void
  remove(): void
}

/** @returns null where nothing can be mounted. */
export function mountSmallDisk(bytes: number): SmallDisk | null {
  const path = mkdtempSync(join(tmpdir(), 'tan-nha-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'none', path], { stdio: 'ignore' })
  } catch {
    rmdirSync(path)
    return null
  }
  const free = () => {
    const { bavail, bsize } = statfsSync(path)
    return bavail * bsize
  }
  return {
    path,
    free,
    fillUpTo(left) {
      const file = openSync(join(path, 'somebody else’s film'), 'a')
      const block = Buffer.alloc(16_384, 1)
      while (free() > left) writeSync(file, block, 0, Math.min(block.length, free() - left))
      closeSync(file)
    },
    remove() {
      execFileSync('umount', [path])
      rmdirSync(path)
    },
  }
}
