// `npm run check`: what can be said of the code without running it. Each part is one claim, and counts as one test.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type Part = {
  readonly name: string
  readonly claim: string
  readonly command: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}
export type PartResult = { readonly part: Part; readonly passed: boolean; readonly output: string; readonly ms: number }

/** Every part, the walls left out: they are tests like others and run with them. */
export const parts: readonly Part[] = [
  {
    name: 'lint',
    // The linter asks the compiler about types anyway: for each file by the project of its folder.
    claim: 'every type holds and no rule of the linter is broken',
    command: ['oxlint', '--deny-warnings', '--type-check', '.'],
    // A fifth of its time went into tidying up a gigabyte that it gives back a moment later anyway.
    env: { GOGC: '400' },
  },
  {
    name: 'format',
    claim: 'every file is formatted',
    command: ['prettier', '--experimental-cli', '--check', '--log-level=warn', '.'],
  },
  { name: 'unused', claim: 'no file, export or package is unused', command: ['knip', '--no-progress'] },
]

const walls: Part = {
  name: 'walls',
  claim: 'the walls of the house stand',
  command: ['vitest', 'run', '-c', 'test/vitest.config.ts', '--project', 'logic', 'test/house'],
}

async function run(part: Part): Promise<PartResult> {
  const start = performance.now()
  const [command = '', ...rest] = part.command
  const child = spawn(command, rest, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...part.env },
    shell: process.platform === 'win32',
  })
  let output = ''
  child.stdout.on('data', (data: Buffer) => (output += data.toString()))
  child.stderr.on('data', (data: Buffer) => (output += data.toString()))
  const passed = await new Promise<boolean>((resolve) => {
    child.on('error', (error) => {
      output += error.message
      resolve(false)
    })
    child.on('close', (code) => resolve(code === 0))
  })
  return { part, passed, output, ms: performance.now() - start }
}

/** Runs parts, as many at a time as there are cores; tells of each when it ends. */
export async function runParts(chosen: readonly Part[], tell: (result: PartResult) => void): Promise<PartResult[]> {
  const results: PartResult[] = []
  const queue = [...chosen]
  const worker = async () => {
    for (let part = queue.shift(); part; part = queue.shift()) {
      const result = await run(part)
      results.push(result)
      tell(result)
    }
  }
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, worker))
  return results
}

/** One readable line for a part, and what it said when it failed. */
export function tellPart({ part, passed, output, ms }: PartResult): void {
  console.log(`${passed ? '✓' : '✗'} ${part.claim} (${(ms / 1000).toFixed(1)} s)`)
  if (!passed) console.log(output.trimEnd())
}

if (import.meta.main) {
  const wanted = process.argv.slice(2)
  const chosen = [...parts, walls].filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  const results = await runParts(chosen, tellPart)
  const failed = results.filter(({ passed }) => !passed).length
  console.log(
    failed === 0 ? `All ${results.length} checks hold.` : `${failed} of ${results.length} checks do not hold.`,
  )
  process.exit(failed === 0 && results.length > 0 ? 0 : 1)
}
