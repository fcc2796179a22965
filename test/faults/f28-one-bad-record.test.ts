// F28: one record among twenty breaks a rule of the server.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listRecords } from '../../src/tablet/actions/list-records.ts'
import { type Field, startField } from '../support/field.ts'
import { register } from '../support/node-tablet.ts'

let field: Field
beforeEach(async () => {
  field = await startField()
})
afterEach(() => field.stop())

test('nineteen are taken, one is kept in quarantine with its reason, and the queue is empty', async () => {
  for (let seq = 1; seq <= 20; seq += 1)
    await register(field.session(), [], seq === 7 ? { data: { person: null } } : {})
  expect(await field.sync()).toMatchObject({ waiting: 0, lastProblem: null })

  const stored = await field.envelopes()
  expect(stored).toHaveLength(20)
  expect(stored.filter(({ status }) => status === 'accepted')).toHaveLength(19)
  expect(stored.find(({ seq }) => seq === 7)).toMatchObject({ status: 'quarantined', reasons: '["bad_data"]' })

  const listed = await listRecords(field.session())
  expect(listed.find(({ seq }) => seq === 7)).toMatchObject({ state: 'quarantined', reasons: ['bad_data'] })
  expect(listed.filter(({ state }) => state === 'sent')).toHaveLength(19)
})
