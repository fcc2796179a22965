// F29: the server fails whenever a certain record is in the batch.
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { problem } from '../support/model-server.ts'
import { type ModelField, startModelField } from '../support/model-field.ts'
import { register } from '../support/node-tablet.ts'

let field: ModelField
beforeEach(async () => {
  field = await startModelField()
})
afterEach(() => field.stop())

const poisonous = 13

function failOver(seq: number): void {
  field.server.intercept(({ path, body }) => {
    if (!path.endsWith('/records')) return null
    const { records } = JSON.parse(gunzipSync(body).toString()) as { records: { seq: number }[] }
    return records.some((one) => one.seq === seq) ? problem(500, 'internal') : null
  })
}

test('all before it arrive, it is named, list and photos go on, and when the server is mended the queue empties', async () => {
  for (let seq = 1; seq <= 20; seq += 1) await register(field.session(), seq === 15 ? [500] : [])
  failOver(poisonous)
  const status = await field.sync()
  expect(status).toMatchObject({
    waiting: 20 - (poisonous - 1),
    photosWaiting: 0,
    connection: 'ok',
    lastProblem: { kind: 'recordStuck', seq: poisonous, why: 'serverFails' },
  })
  expect(field.profile().stored.map(({ seq }) => seq)).toEqual(Array.from({ length: poisonous - 1 }, (_, i) => i + 1))
  expect(field.server.requests.some(({ path }) => path.endsWith('/changes'))).toBe(true)

  field.server.intercept(null)
  expect(await field.sync()).toMatchObject({ waiting: 0, lastProblem: null })
  expect(field.profile().stored).toHaveLength(20)
})

test('it is tried again by itself, alone, and at a growing distance', async () => {
  for (let seq = 1; seq <= 4; seq += 1) await register(field.session())
  failOver(2)
  await field.sync()
  const pushes = () => field.server.requests.filter(({ path }) => path.endsWith('/records'))
  const begun = pushes().length
  const waits: number[] = []
  for (let tries = 1; tries <= 4; tries += 1) {
    waits.push((field.handle().status().nextTryAt ?? 0) - field.time.now())
    await field.time.until(() => pushes().length >= begun + tries && field.handle().status().phase === 'idle')
  }
  expect(pushes().length).toBe(begun + 4)
  expect(waits.every((wait, index) => index === 0 || wait > (waits[index - 1] ?? 0))).toBe(true)
})

test('a server that fails over everything is not blamed on a record', async () => {
  await register(field.session())
  field.server.intercept(() => problem(500, 'internal'))
  expect(await field.sync()).toMatchObject({ waiting: 1, lastProblem: { kind: 'serverFailing' } })
})
