// The server as its own process, as `npm start` runs it, so that it can be killed or watched from outside.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type ServerProcess = {
  url: string
  child: ChildProcess
  /** SIGKILL, as the kernel or a power switch does it. */
  kill: () => Promise<void>
  /** SIGTERM: a graceful stop. */
  stop: () => Promise<void>
}

const root = join(import.meta.dirname, '../..')

/**
 * Starts the server on a data folder and waits until it listens.
 * @param before what to run it under, e.g. `strace …`.
 * @param settings variables beside the usual ones, e.g. `{ DATABASE_URL: … }`.
 */
export async function startServerProcess(
  dataDir: string,
  before: readonly string[] = [],
  settings: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const [command, ...rest] = [...before, process.execPath, join(root, 'src/server/start.ts')]
  if (command === undefined) throw new Error('nothing to run')
  const environment = { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent', ...settings, DATA_DIR: dataDir }
  const child = spawn(command, rest, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that killing it also kills what it runs under.
    detached: true,
  })
  let complaint = ''
  child.stderr?.on('data', (text: Buffer) => (complaint += text.toString()))
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
    const gone = once(child, 'exit')
    process.kill(-child.pid, signal)
    await gone
  }
  if (!child.stdout) throw new Error('the server says nothing')
  for await (const line of createInterface(child.stdout)) {
    const url = /http:\/\/localhost:\d+/.exec(line)?.[0]
    if (url === undefined) continue
    child.stdout.resume()
    return { url: url.replace('localhost', '127.0.0.1'), child, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
  }
  throw new Error(`the server did not start: ${complaint}`)
}
