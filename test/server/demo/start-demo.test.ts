// `npm run demo` without its build: a made-up ward that answers, and a file for scripts that says the truth.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readCitizenId } from '../../../src/domain/citizen-id.ts'
import { Role } from '../../../src/domain/role.ts'
import { apiBase } from '../../../src/protocol/version.ts'
import { wardPeople } from '../../../src/server/demo/ward-people.ts'
import { enrolTestTablet } from '../../support/test-tablet.ts'

const source = (path: string) => fileURLToPath(new URL(`../../../src/server/${path}`, import.meta.url))

const DemoFile = z.strictObject({
  url: z.url(),
  office: z.array(z.strictObject({ role: Role, username: z.string(), password: z.string() })),
  enrolmentCodes: z.array(z.string().regex(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)).min(20),
  communes: z.array(z.strictObject({ code: z.string().regex(/^\d{5}$/), name: z.string().min(1) })).min(1),
})

describe('the demo', { timeout: 90_000 }, () => {
  let folder: string
  let dataDir: string
  let running: ChildProcess[] = []
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tan-nha-demo-'))
    dataDir = join(folder, 'demo')
    mkdirSync(dataDir)
  })
  afterEach(async () => {
    await Promise.all(running.map(end))
    running = []
    rmSync(folder, { recursive: true, force: true })
  })

  function start(script: string, ...args: string[]): { child: ChildProcess; said: () => string } {
    const child = spawn(process.execPath, [source(script), ...args], {
      env: {
        ...process.env,
        PORT: '0',
        HOST: '127.0.0.1',
        DATA_DIR: dataDir,
        DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.push(child)
    let text = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (text += part.toString()))
    return { child, said: () => text }
  }
  async function end(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  /** Waits for the file that says the demo answers; fails when the demo ends first. */
  async function demoFile(child: ChildProcess, said: () => string): Promise<z.output<typeof DemoFile>> {
    const path = join(dataDir, 'demo.json')
    const stop = new AbortController()
    const appeared = new Promise<void>((resolve) => {
      const look = () => existsSync(path) && resolve()
      watch(dataDir, { signal: stop.signal }, look)
      look()
    })
    const ended = once(child, 'exit', { signal: stop.signal }).then(() => Promise.reject(new Error(said())))
    await Promise.race([appeared, ended]).finally(() => stop.abort())
    return DemoFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  }

  it('answers once its file is there; every account signs in, a code enrols, the ward comes along', async () => {
    const { child, said } = start('demo/start-demo.ts', '--no-build')
    const demo = await demoFile(child, said)
    expect(new Set(demo.office.map(({ role }) => role))).toEqual(new Set(Role.options))
    expect(new Set(demo.enrolmentCodes).size).toBe(demo.enrolmentCodes.length)
    for (const { username, password } of demo.office) {
      const answer = await fetch(`${demo.url}${apiBase}/office/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: demo.url },
        body: JSON.stringify({ username, password }),
      })
      expect([username, answer.ok]).toEqual([username, true])
    }
    const [code = ''] = demo.enrolmentCodes
    const tablet = await enrolTestTablet({ url: demo.url } as Parameters<typeof enrolTestTablet>[0], { code })
    expect(tablet.enrolment.communes).toEqual(demo.communes)
    const { lines } = await tablet.allChanges()
    expect(lines.filter((line) => line.type === 'beneficiary').length).toBeGreaterThanOrEqual(640)
    expect(new Set(lines.flatMap((line) => (line.type === 'outcome' ? [line.review] : [])))).toEqual(
      new Set(['new', 'accepted', 'needsPapers', 'rejected', null]),
    )
    const others = await Promise.all(
      [20, 28].map((place) =>
        enrolTestTablet({ url: demo.url } as Parameters<typeof enrolTestTablet>[0], {
          code: demo.enrolmentCodes[place] ?? '',
        }),
      ),
    )
    const all = [tablet, ...others]
    expect(all.map(({ enrolment }) => enrolment.staff.role)).toEqual(['wardOfficer', 'wardOfficer', 'paymentOfficer'])
    expect(new Set(all.map(({ enrolment }) => enrolment.staff.id)).size).toBe(3)
    const given = await Promise.all(all.map(async (one) => (await one.allChanges()).lines))
    for (const own of given) expect(own.some((line) => line.type === 'delivery')).toBe(true)
    expect(said()).toContain(`${demo.url}/#enrol=`)
    for (const { username, password } of demo.office) expect(said()).toContain(`${username.padEnd(10)} ${password}`)
  })

  it('starts afresh the second time, and what it leaves behind is never served as real', async () => {
    const first = start('demo/start-demo.ts', '--no-build')
    const before = await demoFile(first.child, first.said)
    await end(first.child)
    expect(existsSync(join(dataDir, 'demo.json'))).toBe(false)

    const real = start('start.ts')
    const [exit] = (await once(real.child, 'exit')) as [number]
    expect(exit).toBe(1)
    expect(real.said()).toContain('belongs to the demo')

    const second = start('demo/start-demo.ts', '--no-build')
    const after = await demoFile(second.child, second.said)
    expect(after.enrolmentCodes.filter((code) => before.enrolmentCodes.includes(code))).toEqual([])
  })

  it('refuses a folder that holds anything else, and leaves it as it is', async () => {
    writeFileSync(join(dataDir, 'tan-nha.sqlite'), 'somebody else')
    const { child, said } = start('demo/start-demo.ts', '--no-build')
    const [exit] = (await once(child, 'exit')) as [number]
    expect([exit, readFileSync(join(dataDir, 'tan-nha.sqlite'), 'utf8')]).toEqual([1, 'somebody else'])
    expect(said()).toContain('choose another DATA_DIR')
  })
})

describe("the demo's people", () => {
  it('are the same at every start, and nobody real: made-up numbers that agree with sex and birth', () => {
    const people = wardPeople()
    expect(people).toEqual(wardPeople())
    expect(people).toHaveLength(640)
    const numbered = people.filter(({ idNumber }) => idNumber.length === 12)
    expect(new Set(numbered.map(({ idNumber }) => idNumber)).size).toBe(numbered.length)
    for (const person of numbered) {
      expect(person.idNumber).toMatch(/^\d{6}99\d{4}$/)
      const { sex, birthYear, province } = readCitizenId(person.idNumber) ?? {}
      expect([sex, String(birthYear)]).toEqual([person.sex, person.birth.slice(-4)])
      expect(province).not.toBeNull()
    }
  })
})
