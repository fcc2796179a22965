// F50, against the real server: an officer is moved to another commune, or let go, while records wait on the tablet. Nothing
// is lost, nothing of anybody else is seen, the old list is gone from the tablet, and the office of the old commune takes
// what was recorded there.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StaffId } from '../../src/domain/ids.ts'
import type { QuarantinePage } from '../../src/protocol/office/quarantine.ts'
import type { RegistrationPage } from '../../src/protocol/office/registrations.ts'
import { putOnList } from '../../src/server/store/list.ts'
import { inTransaction } from '../../src/server/store/transaction.ts'
import { listRecords } from '../../src/tablet/actions/list-records.ts'
import { type Field, startField } from '../support/field.ts'
import { madeUpPerson } from '../support/made-up-person.ts'
import { register } from '../support/node-tablet.ts'
import { type OfficeClient, officeClient } from '../support/office-client.ts'
import { addStaff, homeCommune, otherCommune } from '../support/test-server.ts'

const queued = 30

let field: Field
let administrator: OfficeClient
let officer: StaffId
beforeEach(async () => {
  field = await startField()
  await field.putPeople(5)
  const stranger = { ...madeUpPerson(otherCommune), name: 'Chim Hoàng Yến' }
  const { db, now } = field.server.tools
  await inTransaction(db, (trx) => putOnList(trx, otherCommune, { beneficiaries: [stranger], entitlements: [] }, now()))
  const everywhere = { role: 'administrator', allCommunes: true, communes: [] } as const
  administrator = await officeClient(field.server, (await addStaff(field.server, everywhere)).id)
  await field.sync()
  const profile = await db
    .selectFrom('profile')
    .select('staff_id')
    .where('id', '=', field.session().profileId)
    .executeTakeFirstOrThrow()
  officer = profile.staff_id
  for (let n = 1; n <= queued; n += 1) await register(field.session(), [], { commune: homeCommune })
})
afterEach(() => field.stop())

const names = () =>
  field
    .session()
    .list.people()
    .map(({ beneficiary }) => beneficiary.name)

test('moved: the queue empties into quarantine, the old list goes, the new one comes, and the old office takes all', async () => {
  expect(names()).toHaveLength(5)
  const moved = await administrator('PATCH', `/staff/${officer}`, { communes: [otherCommune] })
  expect(moved.status).toBe(200)
  expect(await field.sync()).toMatchObject({ waiting: 0, lastProblem: null })
  expect(names()).toEqual(['Chim Hoàng Yến'])
  expect((await field.envelopes()).map(({ status }) => status)).toEqual(Array(queued).fill('quarantined'))

  const old = await officeClient(field.server, (await addStaff(field.server, { role: 'reviewer' })).id)
  const { items } = (await old('GET', '/quarantine?limit=200')).body as QuarantinePage
  expect(items).toHaveLength(queued)
  for (const { profileId, seq } of items) {
    const decision = { decision: 'take', reason: 'Lập khi còn phụ trách phường' }
    const answer = await old('POST', `/quarantine/${profileId}/${seq}/decision`, decision)
    expect(answer.body).toEqual({ state: 'taken', reasons: [] })
  }
  const queue = (await old('GET', '/registrations?state=new&limit=200')).body as RegistrationPage
  expect(queue.items).toHaveLength(queued)
  await field.sync()
  const told = (await listRecords(field.session())).map(({ outcome }) => outcome?.status)
  expect(told).toEqual(Array(queued).fill('accepted'))
})

test('let go: the tablet pauses with everything on it, and goes on when the officer is back', async () => {
  expect((await administrator('PATCH', `/staff/${officer}`, { disabled: true })).status).toBe(200)
  expect(await field.sync()).toMatchObject({ waiting: queued, signedOut: true })
  expect(await listRecords(field.session())).toHaveLength(queued)
  expect((await administrator('PATCH', `/staff/${officer}`, { disabled: false })).status).toBe(200)
  expect(await field.sync()).toMatchObject({ waiting: 0, lastProblem: null })
  expect((await field.envelopes()).map(({ status }) => status)).toEqual(Array(queued).fill('accepted'))
})
