import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ModelField, startModelField } from '../../support/model-field.ts'
import { register } from '../../support/node-tablet.ts'
import { settle } from '../../support/virtual-time.ts'

const second = 1_000

describe('a record that was saved', () => {
  let field: ModelField
  beforeEach(async () => {
    field = await startModelField()
    await field.sync()
  })
  afterEach(() => field.stop())

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
