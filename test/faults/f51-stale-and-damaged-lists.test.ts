// F51 F52: a tablet that was away for longer than the server remembers deletions, and a list that silently lacks a row.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { holdingOf } from '../../src/tablet/store/list-pages.ts'
import { type ModelField, startModelField } from '../support/model-field.ts'
import type { Change } from '../support/model-server.ts'
import { feedLines } from '../support/made-up-people.ts'
import { register } from '../support/node-tablet.ts'
import { homeCommune } from '../support/test-server.ts'

let field: ModelField
beforeEach(async () => {
  field = await startModelField()
  for (const { change } of feedLines(6, homeCommune)) field.server.publish(change as Change)
  await field.sync()
})
afterEach(() => field.stop())

const people = () => field.session().list.people()
const pulls = () => field.server.requests.filter(({ path }) => path.endsWith('/changes')).length

test('F51: away past the tombstones: the list is pulled afresh, who was deleted is gone, the outbox is sent', async () => {
  const gone = people()[0]?.beneficiary.id ?? ''
  const others = people().length - 1
  // The server forgets the person and the deletion; a cursor from before is no good any more.
  field.server.forget(gone)
  field.server.oldestCursor = 1_000
  await register(field.session())
  expect(await field.sync()).toMatchObject({ waiting: 0, lastProblem: null })
  expect(people()).toHaveLength(others)
  expect(people().some(({ beneficiary }) => beneficiary.id === gone)).toBe(false)
})

test('F51: a server that refuses every cursor is not asked in a circle', async () => {
  field.server.refuseAll = true
  const before = pulls()
  expect(await field.sync()).toMatchObject({ lastProblem: { kind: 'refused', code: 'bad_cursor' } })
  expect(pulls() - before).toBeLessThanOrEqual(4)
  expect(people()).toHaveLength(6)
})

test('F52: a list that lacks rows is noticed by its digest and healed', async () => {
  const { db } = field.session().store
  const whole = await holdingOf(field.session().store, homeCommune)
  const [page] = await db.pages.toArray()
  await db.pages.delete(page?.page ?? 0)
  await field.restart()
  expect(people().length).toBeLessThan(6)
  await field.sync()
  expect(people().length).toBeLessThan(6)

  field.server.tellHoldings = true
  expect(await field.sync()).toMatchObject({ lastProblem: null })
  expect(people()).toHaveLength(6)
  expect(await holdingOf(field.session().store, homeCommune)).toEqual(whole)
})

test('F52: a digest that is wrong at the server is not pulled after for ever', async () => {
  field.server.tellHoldings = true
  field.server.skewHoldings = true
  const before = pulls()
  expect(await field.sync()).toMatchObject({ lastProblem: { kind: 'listDiffers' } })
  await field.sync()
  expect(pulls() - before).toBeLessThanOrEqual(6)
  expect(people()).toHaveLength(6)
})
