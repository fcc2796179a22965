// Builds the pages that the demo serves, while its people are being made.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** @throws with the end of what Vite said when the build fails. */
export function buildPages(): Promise<void> {
  const root = fileURLToPath(new URL('../../../', import.meta.url))
  const vite = fileURLToPath(new URL('../../../node_modules/vite/bin/vite.js', import.meta.url))
  const build = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [build.stdout, build.stderr])
    stream.on('data', (part: Buffer) => (said = `${said}${part.toString()}`.slice(-4000)))
  return new Promise((resolve, reject) => {
    build.once('error', reject)
    build.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`vite build ended with ${code}\n${said}`))))
  })
}
