// Which process serves a data folder: two at once would not know of each other's uploads, and a restore must not pull
// the database from under a running server.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const markOf = (dataDir: string) => join(dataDir, 'running.pid')

/** The process that serves this folder, or null; a process that was killed does not count. */
export function runningProcess(dataDir: string): number | null {
  if (!existsSync(markOf(dataDir))) return null
  const pid = Number(readFileSync(markOf(dataDir), 'utf8'))
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return null
  try {
    process.kill(pid, 0)
    return pid
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM' ? pid : null
  }
}

/** Marks the folder as served by this process. @returns removes the mark again. */
export function markRunning(dataDir: string): () => void {
  writeFileSync(markOf(dataDir), String(process.pid), { mode: 0o600 })
  return () => rmSync(markOf(dataDir), { force: true })
}
