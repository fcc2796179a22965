// F25: the server commits, and its answer is lost, once for every kind of request.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Field, startField } from '../support/field.ts'
import { register } from '../support/node-tablet.ts'

let field: Field
beforeEach(async () => {
  field = await startField()
})
afterEach(() => field.stop())

test('every answer lost once after the commit: one effect each, and the queue drains', async () => {
  const saved = [
    await register(field.session(), [2_000, 3_000]),
    await register(field.session()),
    await register(field.session(), [900]),
  ]
  field.proxy.plan(({ nth }) => (nth === 0 ? { kind: 'dropAnswer' } : null))
  let tries = 0
  for (let done = false; !done; tries += 1) {
    const { waiting, photosWaiting, connection } = await field.sync()
    done = waiting === 0 && photosWaiting === 0 && connection === 'ok'
    expect(tries).toBeLessThan(15)
  }
  expect(tries).toBeGreaterThan(4)
  expect((await field.envelopes()).map(({ record_id }) => record_id)).toEqual(saved.map(({ id }) => id))
  const { db } = field.server.tools
  expect(await db.selectFrom('registration').select('id').execute()).toHaveLength(3)
  expect(await db.selectFrom('photo').select('sha256').execute()).toHaveLength(3)
})
