import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ModelField, startModelField } from '../../support/model-field.ts'
import { register } from '../../support/node-tablet.ts'
import { settle } from '../../support/virtual-time.ts'

const second = 1_000

let field: ModelField
beforeEach(async () => {
  field = await startModelField()
  await field.sync()
})
afterEach(() => field.stop())

describe('how the tablet fares', () => {
  it('is said once, and again after an hour: in between an update is one request', async () => {
    const asked = () => field.server.requests.splice(0).map(({ path }) => path.replace(/^.*\//, ''))
    expect(asked()).toContain('contact')
    await field.sync()
    expect(asked()).toEqual(['changes'])
    field.profile().contact = null
    await field.time.advance(3601 * second)
    await field.sync()
    expect(field.profile().contact).toMatchObject({ recordsWaiting: 0 })
  })
})

describe('a record that was saved', () => {
  it('is sent within a second, though what waits is being counted while it is saved', async () => {
    const { store } = field.session()
    // The counting waits for the saving, sees the record, and is told of it afterwards.
    store.db.records.hook('creating', () => Dexie.ignoreTransaction(() => store.tell()))
    await register(field.session())
    await settle()
    expect(field.handle().status().waiting).toBe(1)
    expect(field.time.nextIn()).toBeLessThanOrEqual(second)
    await field.time.advance(second)
    await field.time.until(() => field.handle().status().waiting === 0, second)
    expect(field.profile().stored).toHaveLength(1)
  })
})
