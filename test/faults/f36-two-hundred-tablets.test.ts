// F36: two hundred tablets find the network again at the same moment.
import { afterEach, describe, expect, it } from 'vitest'
import type { Envelope } from '../../src/protocol/envelope.ts'
import { problem, startModelServer } from '../support/model-server.ts'
import { chanceFrom } from '../support/chance.ts'
import { type ModelField, startModelField } from '../support/model-field.ts'
import { register } from '../support/node-tablet.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'
import { enrolTestTablet, registrationBody, type TestTablet } from '../support/test-tablet.ts'
import { startVirtualTime } from '../support/virtual-time.ts'

const manyTablets = 200
const retryAfterSeconds = 30

describe('F36: two hundred tablets that push at once', () => {
  let server: TestServer
  afterEach(() => server.stop())

  it('all get their answer, the slowest within bounds, while others are still served', async () => {
    server = await startTestServer()
    const tablets: TestTablet[] = []
    for (let n = 0; n < manyTablets; n += 1) {
      const tablet = await enrolTestTablet(server)
      for (let m = 0; m < 3; m += 1) await tablet.seal(registrationBody())
      tablets.push(tablet)
    }
    const come = async (tablet: TestTablet) => {
      await pushAll(tablet, tablet.chain)
      await tablet.changes()
    }
    const alone: number[] = []
    for (const tablet of tablets.slice(0, 10)) alone.push(await took(() => come(tablet)))

    const start = performance.now()
    const waits = await Promise.all(
      tablets.slice(10).map(async (tablet) => {
        await come(tablet)
        return performance.now() - start
      }),
    )
    const sorted = waits.toSorted((a, b) => a - b)
    const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? Infinity
    // As if they had queued up one after the other, and no worse: nobody starves, nothing piles up.
    const middle = alone.toSorted((a, b) => a - b)[5] ?? 0
    expect(p95).toBeLessThan(Math.max(2000, middle * manyTablets * 3))
    expect(await countRecords(server)).toBe(manyTablets * 3)
  })
})

describe('F36: tablets whose server has room for few', () => {
  const fields: ModelField[] = []
  afterEach(() => {
    for (const field of fields.splice(0)) field.stop()
  })

  it(
    'obey its Retry-After, come back spread out, and all get rid of what they hold',
    { timeout: 120_000 },
    async () => {
      const chance = chanceFrom(36)
      const time = startVirtualTime(undefined, chance.next)
      const server = startModelServer(time.now)
      for (let n = 0; n < 30; n += 1) {
        const field = await startModelField({ server, time })
        await register(field.session())
        fields.push(field)
      }
      const waiting = () => fields.filter((field) => field.profile().stored.length === 0).length
      let down = true
      let second = 0
      let inSecond = 0
      const toldToWait = new Map<string, number>()
      const asked: number[] = []
      const early: number[] = []
      server.intercept(({ headers }) => {
        if (down) throw new TypeError('no route to host')
        const now = time.uptime()
        const who = headers.get('authorization') ?? ''
        const until = toldToWait.get(who)
        if (until !== undefined && now < until) early.push(until - now)
        asked.push(now)
        if (Math.floor(now / 1000) !== second) [second, inSecond] = [Math.floor(now / 1000), 0]
        inSecond += 1
        // A run of one tablet takes a few requests.
        if (inSecond <= 8) return null
        toldToWait.set(who, now + retryAfterSeconds * 1000)
        const refusal = problem(429, 'too_many_requests')
        refusal.headers.set('retry-after', String(retryAfterSeconds))
        return refusal
      })
      for (const field of fields) field.handle()
      await time.advance(30 * 60_000)
      expect(waiting()).toBe(fields.length)

      down = false
      const start = time.uptime()
      time.wake('reconnected')
      await time.until(
        () => waiting() === 0 && fields.every((field) => field.handle().status().waiting === 0),
        30 * 60_000,
      )
      expect(toldToWait.size).toBeGreaterThan(5)
      expect(early).toEqual([])
      // After the first rush, which nothing can spread but the two seconds that they leave to chance, no second is crowded.
      const later = asked.filter((at) => at > start + 5000).map((at) => Math.floor(at / 1000))
      const crowd = Math.max(...[...Map.groupBy(later, (at) => at).values()].map((requests) => requests.length))
      expect(crowd).toBeLessThan(later.length / 4)
    },
  )
})

async function took(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function pushAll(tablet: TestTablet, envelopes: readonly Envelope[]): Promise<void> {
  const { status, body } = await tablet.push(envelopes)
  expect([status, body['next']]).toEqual([200, envelopes.length + 1])
}

async function countRecords({ tools }: TestServer): Promise<number> {
  return (await tools.db.selectFrom('registration').select('id').execute()).length
}
