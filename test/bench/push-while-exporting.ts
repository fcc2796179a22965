// F54: an evening on which every tablet sends what it paid while the office exports without a break. Used by the bench for as long
// as the bar says, and by a test for a few seconds.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apiBase } from '../../src/protocol/version.ts'
import { addPayable, lockMonth, november, payingActor, paymentOf } from '../support/paying.ts'
import { startServerProcess } from '../support/server-process.ts'
import { homeCommune, signIn, startTestServer } from '../support/test-server.ts'
import { enrolTestTablet, openTestTablet, type TestTablet } from '../support/test-tablet.ts'
import { noLimits, pushWhole } from './push-load.ts'

export type Evening = {
  /** Milliseconds from the moment when each push was due until its answer; one for each push that was taken whole. */
  waits: number[]
  /** What was answered otherwise, in words. */
  refused: string[]
  exports: { done: number; refused: string[] }
  /** What the server's process held of memory, second by second, in MiB; empty where the system does not say. */
  memory: number[]
  /** Đồng that the office's books say were paid, and that the payments said. */
  booked: number
  paid: number
}

const monthly = 540_000
/** Both files that an office takes out while a month is being paid. */
const files = [`/communes/${homeCommune}/periods/${november}/export`, `/communes/${homeCommune}/list-export`]

type Prepared = {
  cookie: string
  tablets: { enrolled: TestTablet; payments: ReturnType<typeof paymentOf>[] }[]
}

/** A locked month in which every tablet has one person to pay for each second. */
async function prepare(
  dataDir: string,
  environment: Record<string, string>,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Prepared> {
  const server = await startTestServer({ dataDir, environment })
  try {
    const actor = await payingActor(server)
    await addPayable(server, perSecond * seconds, { monthly, nameOf: (index) => `Nguyễn Thị Số ${index + 1}` })
    const items = await lockMonth(server, actor)
    const tablets: Prepared['tablets'] = []
    for (let tablet = 0; tablet < perSecond; tablet += 1) {
      const own = items.slice(tablet * seconds, (tablet + 1) * seconds)
      tablets.push({
        enrolled: await enrolTestTablet(server, { role: 'paymentOfficer' }),
        payments: own.map((item) => paymentOf(item.beneficiary, [item])),
      })
    }
    return { tablets, ...(await signIn(server, actor.staffId)) }
  } finally {
    await server.stop()
  }
}

/** MiB that a process holds (Linux); null where nobody says. */
function memoryOf(pid: number | undefined): number | null {
  try {
    const held = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return held === undefined ? null : Number(held) / 1024
  } catch {
    return null
  }
}

const until = (moment: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, moment - performance.now())))

/** @param databaseUrl null for SQLite. */
export async function pushWhileExporting(load: {
  perSecond: number
  seconds: number
  databaseUrl?: string
}): Promise<Evening> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tan-nha-evening-'))
  const environment = { ...noLimits, ...(load.databaseUrl !== undefined && { DATABASE_URL: load.databaseUrl }) }
  try {
    const { cookie, tablets } = await prepare(dataDir, environment, load)
    const server = await startServerProcess(dataDir, [], environment)
    try {
      const ask = async (path: string) => {
        const answer = await fetch(`${server.url}${apiBase}/office${path}`, { headers: { cookie } })
        const bytes = await answer.arrayBuffer()
        return { status: answer.status, bytes }
      }
      const evening: Evening = {
        waits: [],
        refused: [],
        exports: { done: 0, refused: [] },
        memory: [],
        booked: 0,
        paid: load.perSecond * load.seconds * monthly,
      }
      const start = performance.now()
      const end = start + load.seconds * 1000
      const push = async (index: number) => {
        const { enrolled, payments } = tablets[index] ?? { payments: [] }
        if (enrolled === undefined) return
        const tablet = openTestTablet(server.url, enrolled.enrolment, enrolled.keys)
        for (const [second, payment] of payments.entries()) {
          const due = start + second * 1000 + (index * 1000) / load.perSecond
          const sealed = await tablet.seal(payment)
          await until(due)
          try {
            await pushWhole(tablet, [sealed])
            evening.waits.push(performance.now() - due)
          } catch (error) {
            evening.refused.push(String(error))
          }
        }
      }
      const exportAll = async () => {
        for (let turn = 0; performance.now() < end; turn += 1) {
          const { status, bytes } = await ask(files[turn % files.length] ?? '')
          if (status === 200 && bytes.byteLength > 0) evening.exports.done += 1
          else evening.exports.refused.push(`an export answered ${status}`)
        }
      }
      const watch = async () => {
        for (let second = 1; second <= load.seconds; second += 1) {
          await until(start + second * 1000)
          evening.memory.push(...[memoryOf(server.child.pid)].filter((held) => held !== null))
        }
      }
      await Promise.all([...tablets.map((_, index) => push(index)), exportAll(), watch()])
      const { bytes } = await ask(`/communes/${homeCommune}/periods/${november}/reconciliation`)
      const books = JSON.parse(new TextDecoder().decode(bytes)) as { total: { paid: number } }
      return { ...evening, booked: books.total.paid }
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
