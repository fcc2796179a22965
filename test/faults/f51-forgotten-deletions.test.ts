// F51: the real server forgets old deletions; a tablet that was away for longer pulls its list afresh, one that was not
// goes on as before.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BeneficiaryId } from '../../src/domain/ids.ts'
import { takeOffList } from '../../src/server/store/list.ts'
import { forgetTombstones, markFeeds } from '../../src/server/store/forget-tombstones.ts'
import { inTransaction } from '../../src/server/store/transaction.ts'
import { type Field, startField } from '../support/field.ts'
import { register } from '../support/node-tablet.ts'
import { homeCommune } from '../support/test-server.ts'
import { enrolTestTablet } from '../support/test-tablet.ts'

const day = 24 * 3_600_000

let field: Field
beforeEach(async () => {
  field = await startField()
  await field.putPeople(6)
  await field.sync()
})
afterEach(() => field.stop())

const people = () => field.session().list.people()
const takeOff = (id: BeneficiaryId) =>
  inTransaction(field.server.tools.db, (trx) => takeOffList(trx, homeCommune, [id], Date.now()))

test('who was deleted and forgotten meanwhile is gone, everybody else is there, the outbox is sent', async () => {
  const { db, now } = field.server.tools
  const [gone, alsoGone] = people().map(({ beneficiary }) => beneficiary.id) as [BeneficiaryId, BeneficiaryId]
  await takeOff(gone)
  const witness = await enrolTestTablet(field.server)
  const fresh = await witness.allChanges()
  await takeOff(alsoGone)
  const before = await witness.changes(fresh.cursor)
  expect(before.lines.map(({ type, id }) => [type, id])).toContainEqual(['drop', alsoGone])

  // The server may have marked them itself when it started, and marks once a day.
  await markFeeds(db, now() + 2 * day)
  expect(await forgetTombstones(db, now() - day)).toBe(0)
  // Both people and the benefit of each.
  expect(await forgetTombstones(db, now() + 3 * day)).toBe(4)

  await register(field.session())
  expect(people()).toHaveLength(6)
  expect(await field.sync()).toMatchObject({ waiting: 0, lastProblem: null })
  expect(people()).toHaveLength(4)
  expect(people().some(({ beneficiary }) => beneficiary.id === gone || beneficiary.id === alsoGone)).toBe(false)

  expect((await witness.fetch(`/changes?cursor=${fresh.cursor}`)).status).toBe(400)
  expect((await witness.changes(before.end.cursor)).lines).toEqual([])
})
