// F17: the tablet's clock stands in 2019, is three days ahead, or jumps in the middle of the day.
import { afterEach, expect, test } from 'vitest'
import { position } from '../../src/tablet/store/list-pages.ts'
import { type ModelField, startModelField } from '../support/model-field.ts'
import { startModelServer } from '../support/model-server.ts'
import { feedLines } from '../support/made-up-people.ts'
import { register } from '../support/node-tablet.ts'
import { homeCommune } from '../support/test-server.ts'
import { startVirtualTime } from '../support/virtual-time.ts'

const truth = Date.UTC(2026, 10, 23, 1)
const day = 24 * 60 * 60_000

let field: ModelField
afterEach(() => field.stop())

async function start(tabletClock: number): Promise<void> {
  const time = startVirtualTime(tabletClock)
  field = await startModelField({ time, server: startModelServer(() => truth + time.uptime()) })
}

function bodies(): { at: string; clockSkewMs?: number }[] {
  return field.profile().stored.map(({ body }) => JSON.parse(body) as { at: string; clockSkewMs?: number })
}

test.each([
  ['in 2019', Date.UTC(2019, 0, 1)],
  ['three days ahead', truth + 3 * day],
])(
  'a clock %s changes neither the order nor what arrives, is warned of, and its error is written into records',
  async (_name, clock) => {
    await start(clock)
    await field.sync()
    for (let seq = 1; seq <= 3; seq += 1) await register(field.session())
    const status = await field.sync()
    expect(status).toMatchObject({ waiting: 0, lastProblem: null, clockWrong: true })
    expect(Math.abs((status.clockSkewMs ?? 0) - (truth - clock))).toBeLessThan(60_000)
    expect(field.profile().stored.map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(bodies().every(({ clockSkewMs }) => Math.abs((clockSkewMs ?? 0) - (truth - clock)) < 60_000)).toBe(true)
  },
)

test('a clock that is right is not warned of, nor one that is nine minutes off', async () => {
  await start(truth + 9 * 60_000)
  expect(await field.sync()).toMatchObject({ clockWrong: false })
})

test('a clock that jumps in the middle of the day moves no cursor, loses no record and keeps no retry waiting', async () => {
  await start(truth)
  for (const { change } of feedLines(3, homeCommune)) field.server.publish(change as never)
  await register(field.session())
  await field.sync()
  const before = await position(field.session().store)

  field.time.setWallClock(truth - 7 * 365 * day)
  await register(field.session())
  field.server.intercept(() => {
    throw new TypeError('fetch failed')
  })
  await field.sync()
  field.server.intercept(null)
  const wait = field.time.nextIn() ?? Infinity
  expect(wait).toBeLessThan(60_000)

  field.time.setWallClock(truth + 30 * day)
  await field.time.until(() => field.handle().status().waiting === 0, 60_000)
  expect(field.profile().stored.map(({ seq }) => seq)).toEqual([1, 2])
  expect(await position(field.session().store)).toEqual(before)
  expect(field.session().list.people()).toHaveLength(3)
})
