// F35 F50: the token is not taken any more, the profile is revoked, or the officer is moved – with five hundred records queued.
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { carryOver } from '../../src/tablet/actions/carry-over.ts'
import { listProfiles } from '../../src/tablet/actions/list-profiles.ts'
import { startSync } from '../../src/tablet/actions/start-sync.ts'
import { type Field, startField } from '../support/field.ts'
import { type ModelField, startModelField } from '../support/model-field.ts'
import { problem } from '../support/model-server.ts'
import { feedLines } from '../support/made-up-people.ts'
import { enrolled, register, unlocked } from '../support/node-tablet.ts'
import { homeCommune, otherCommune } from '../support/test-server.ts'

const queued = 500

let field: ModelField
beforeEach(async () => {
  field = await startModelField()
})
afterEach(() => field.stop())

test(
  'a token that dies in the middle: nothing is lost, and enrolling anew carries all the rest over, once',
  { timeout: 60_000 },
  async () => {
    for (let seq = 1; seq <= queued; seq += 1) await register(field.session(), seq === 400 ? [500] : [])
    let pushes = 0
    field.server.intercept(({ path, headers, body }) => {
      if (headers.get('authorization') !== `Bearer ${field.profile().token}`) return null
      if (path.endsWith('/records')) {
        const { records } = JSON.parse(gunzipSync(body).toString()) as { records: unknown[] }
        if (records.length > 150) return problem(413, 'too_large')
        pushes += 1
      }
      return pushes > 2 ? problem(401, 'bad_token') : null
    })
    const first = field.session()
    const status = await field.sync()
    expect(status).toMatchObject({ signedOut: true, revoked: false, lastProblem: { kind: 'signedOut' } })
    const arrived = field.profile().stored.length
    expect(status.waiting).toBe(queued - arrived)
    expect(arrived).toBeGreaterThan(0)
    expect(arrived).toBeLessThan(queued)
    await field.restart()
    expect((await field.sync()).waiting).toBe(queued - arrived)

    const renewed = await enrolled(field.tools, field.server.newCode())
    expect(await carryOver(field.session(), renewed)).toMatchObject({ kind: 'carried', records: queued - arrived })
    const sync = startSync(renewed, field.time.world)
    await sync.now()
    expect(sync.status()).toMatchObject({ waiting: 0, photosWaiting: 0 })
    sync.stop()
    const ids = [...field.server.profiles.values()].flatMap(({ stored }) => stored.map(({ id }) => id))
    expect(new Set(ids).size).toBe(queued)
    expect(ids).toHaveLength(queued)
    renewed.store.close('locked')
    first.store.close('locked')
  },
)

test('a forged order to wipe wipes nothing; the server’s own destroys the profile and nobody else’s', async () => {
  const bystander = await enrolled(field.tools, field.server.newCode())
  await register(bystander)
  bystander.store.close('locked')
  await register(field.session())
  const { profileId } = field.session()
  field.server.intercept(() =>
    problem(403, 'revoked', { wipe: JSON.stringify({ order: 'wipe', profileId, at: 'x' }), sig: 'A'.repeat(86) }),
  )
  expect(await field.sync()).toMatchObject({
    revoked: false,
    waiting: 1,
    lastProblem: { kind: 'refused', code: 'revoked' },
  })
  // A true order, but for another profile.
  field.server.intercept(() => problem(403, 'revoked', field.server.wipeOrder(bystander.profileId)))
  expect(await field.sync()).toMatchObject({ revoked: false, waiting: 1 })

  field.server.intercept(null)
  field.profile().state = 'revoked'
  expect(await field.sync()).toMatchObject({ revoked: true })
  expect(field.session().store.closed()).toBe('wiped')
  const names = (await field.tools.indexedDB.databases()).map(({ name }) => name)
  expect(names).not.toContain(`tan-nha-${profileId}`)
  expect((await listProfiles(field.tools)).map((one) => one.profileId)).toEqual([bystander.profileId])
  const reopened = await unlocked(field.tools, bystander.profileId)
  reopened.store.close('locked')
})

test('an officer who is moved loses the old list and no record; the new list comes', async () => {
  for (const { change } of feedLines(4, homeCommune)) field.server.publish(change as never)
  await field.sync()
  expect(field.session().list.people()).toHaveLength(4)
  for (let seq = 1; seq <= 20; seq += 1) await register(field.session(), [], { commune: homeCommune })
  field.server.communes = [{ code: otherCommune, name: 'Phường Khác' }]
  field.server.judge = (body) => (body['commune'] === homeCommune ? ['commune_out_of_scope'] : [])
  expect(await field.sync()).toMatchObject({ waiting: 0, lastProblem: null })
  expect(field.profile().stored.filter(({ status }) => status === 'quarantined')).toHaveLength(20)
  expect(field.session().list.people()).toHaveLength(0)
  expect(field.session().communes.map(({ code }) => code)).toEqual([otherCommune])
})

test('the real server’s order is obeyed', async () => {
  const real: Field = await startField()
  try {
    await register(real.session())
    await real.sync()
    const { db, now } = real.server.tools
    await db.updateTable('profile').set({ state: 'revoked', revoked_at: now() }).execute()
    expect(await real.sync()).toMatchObject({ revoked: true })
    expect(real.session().store.closed()).toBe('wiped')
  } finally {
    await real.stop()
  }
})
