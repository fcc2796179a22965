// F30: something between tablet and server refuses bodies over a limit of its own.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Field, startField } from '../support/field.ts'
import { register } from '../support/node-tablet.ts'

let field: Field
beforeEach(async () => {
  field = await startField()
})
afterEach(() => field.stop())

test('the batch halves until it passes, and the queue empties', async () => {
  for (let seq = 1; seq <= 24; seq += 1) await register(field.session())
  field.proxy.plan(() => ({ kind: 'bodyLimit', over: 2_500 }))
  expect(await field.sync()).toMatchObject({ waiting: 0, lastProblem: null })
  expect(await field.envelopes()).toHaveLength(24)
  const refused = field.proxy.seen.requests.filter(({ bodyBytes }) => bodyBytes > 2_500)
  expect(refused.length).toBeGreaterThan(0)
  expect(refused.length).toBeLessThan(6)
})

test('a photo goes in pieces that pass', async () => {
  await register(field.session(), [60_000])
  field.proxy.plan(({ method }) => (method === 'PATCH' ? { kind: 'bodyLimit', over: 10_000 } : null))
  expect(await field.sync()).toMatchObject({ photosWaiting: 0, lastProblem: null })
})

test('a record that is too large even alone is named, and stays', async () => {
  await register(field.session())
  field.proxy.plan(({ path }) => (path.endsWith('/records') ? { kind: 'bodyLimit', over: 100 } : null))
  expect(await field.sync()).toMatchObject({
    waiting: 1,
    lastProblem: { kind: 'recordStuck', seq: 1, why: 'tooLarge' },
  })
  field.proxy.plan(() => null)
  expect(await field.sync()).toMatchObject({ waiting: 0, lastProblem: null })
})
