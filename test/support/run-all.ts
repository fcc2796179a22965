// `npm test`: everything, on a machine that has Node and npm. Ends with one line, `N passed, N failed`, over all runners.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parts, runParts, tellPart } from './check.ts'
import { provideChromium } from './find-chromium.ts'
import { findPostgres } from './postgres.ts'

type Count = { passed: number; failed: number }

const root = fileURLToPath(new URL('../..', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'tan-nha-test-'))
const started = performance.now()

function say(title: string): void {
  console.log(`\n── ${title} (${Math.round((performance.now() - started) / 1000)} s) ──`)
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
    shell: process.platform === 'win32',
  })
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.log(error.message)
      resolve(1)
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** A vitest run counts as it says itself; what broke outside of a test (a file that does not load, an unhandled error) fails too. */
function countOf(reportPath: string, exitCode: number): Count {
  try {
    const report = JSON.parse(readFileSync(reportPath, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
      testResults: { status: string; assertionResults: { status: string }[] }[]
    }
    const broken = report.testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
    ).length
    const failed = report.numFailedTests + broken
    return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

/** @param workers files at a time. */
async function runProjects(env: NodeJS.ProcessEnv, workers: number, ...projects: string[]): Promise<Count> {
  const report = join(scratch, `${projects.join('-')}.json`)
  const chosen = projects.flatMap((project) => ['--project', project])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const settings = ['-c', 'test/vitest.config.ts', `--maxWorkers=${workers}`]
  const exitCode = await run('vitest', ['run', ...settings, ...chosen, ...reporters], env)
  return countOf(report, exitCode)
}

const nothing: Count = { passed: 0, failed: 0 }
const countPart = (passed: boolean): Count => (passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
const sumOf = (counts: readonly Count[]): Count =>
  counts.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), nothing)

async function runChecks(): Promise<Count> {
  const results = await runParts(parts, tellPart)
  return sumOf(results.map(({ passed }) => countPart(passed)))
}

async function runInBrowser(env: NodeJS.ProcessEnv, chromium: string | null): Promise<Count> {
  if (chromium === null) {
    console.log(
      'A browser is missing: install Chromium or Google Chrome, or name one in CHROMIUM, and run npm test again.',
    )
    return countPart(false)
  }
  console.log(`Browser: ${chromium}`)
  // People wait for screens, and so do these tests: a third one finds room on two cores.
  return runProjects({ ...env, CHROMIUM: chromium }, 3, 'browser')
}

async function runEverything(): Promise<Count> {
  // Where it must be installed, that goes on beside what needs no browser.
  const chromium = provideChromium()
  console.log(findPostgres() === null ? 'PostgreSQL: none here, PGlite stands in' : `PostgreSQL: ${findPostgres()}`)
  // Hundreds of workers and servers start: what one has compiled, the next need not.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(scratch, 'compiled') }

  say('Building the app')
  const built = (await run('vite', ['build', '--logLevel', 'warn'], env)) === 0
  say('Checks, and tests of logic, screens and databases')
  const counts = await Promise.all([runChecks(), runProjects(env, 2, 'logic', 'dom', 'contracts')])
  say('Tests in a real browser')
  return sumOf([countPart(built), ...counts, await runInBrowser(env, await chromium)])
}

const { passed, failed } = await runEverything()
rmSync(scratch, { recursive: true, force: true })
say('Done')
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
