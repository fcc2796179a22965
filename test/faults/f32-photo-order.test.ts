// F32: a photo that never comes, and one that comes before its record.
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listRecords } from '../../src/tablet/actions/list-records.ts'
import { type Field, startField } from '../support/field.ts'
import { type ModelField, startModelField } from '../support/model-field.ts'
import { problem } from '../support/model-server.ts'
import { register } from '../support/node-tablet.ts'

describe('a photo that does not get through', () => {
  let field: Field
  beforeEach(async () => {
    field = await startField()
  })
  afterEach(() => field.stop())

  test('leaves its record usable, shows as waiting on both sides, and is taken whenever it comes', async () => {
    const { id, photos } = await register(field.session(), [1_500])
    field.proxy.plan(({ path }) => (path.includes('/photos/') ? { kind: 'reset' } : null))
    expect(await field.sync()).toMatchObject({ waiting: 0, photosWaiting: 1 })
    const { db } = field.server.tools
    expect(await db.selectFrom('registration').select('id').execute()).toEqual([{ id }])
    expect(await db.selectFrom('photo').select('sha256').execute()).toEqual([])
    await field.sync()
    const [record] = await listRecords(field.session())
    expect(record).toMatchObject({ state: 'sent', outcome: { missingPhotos: [photos[0]?.sha256] } })

    field.proxy.plan(() => null)
    expect(await field.sync()).toMatchObject({ photosWaiting: 0 })
    expect(await db.selectFrom('photo').select('sha256').execute()).toEqual([{ sha256: photos[0]?.sha256 }])
    await field.sync()
    expect((await listRecords(field.session()))[0]).toMatchObject({ outcome: { missingPhotos: [] } })
  })
})

describe('a photo that comes before its record', () => {
  let field: ModelField
  beforeEach(async () => {
    field = await startModelField()
  })
  afterEach(() => field.stop())

  test('is kept, and the record finds it there', async () => {
    await register(field.session(), [1_500])
    field.server.intercept(({ path, body }) =>
      path.endsWith('/records') && gunzipSync(body).length > 0 ? problem(500, 'internal') : null,
    )
    expect(await field.sync()).toMatchObject({ waiting: 1, photosWaiting: 0 })
    expect(field.server.photos.size).toBe(1)
    field.server.intercept(null)
    expect(await field.sync()).toMatchObject({ waiting: 0, photosWaiting: 0 })
    expect(field.server.requests.filter(({ method }) => method === 'PATCH')).toHaveLength(1)
  })
})
