// F49: records of older and newer formats: what the server knows is taken, what it does not know yet is kept and deferred,
// and taken by itself once it does.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { releaseDeferred } from '../../src/server/actions/release-deferred.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'
import { enrolTestTablet, registrationBody } from '../support/test-tablet.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const statuses = () =>
  server.tools.db.selectFrom('envelope').select(['seq', 'status', 'reasons']).orderBy('seq').execute()

test('a newer format waits in quarantine, the ones around it are taken, and an update of the server takes it', async () => {
  const tablet = await enrolTestTablet(server)
  const [known, newer, stranger] = [
    registrationBody(),
    registrationBody({ v: 99 }),
    registrationBody({ kind: 'inspection', v: 1 }),
  ]
  const answer = await tablet.record(known, newer, stranger)
  expect(answer.body['results']).toMatchObject([
    { status: 'accepted' },
    { status: 'quarantined', reasons: ['unknown_version'] },
    { status: 'quarantined', reasons: ['unknown_kind'] },
  ])
  expect(await releaseDeferred(server.tools)).toBe(0)

  // As an older server would have left it that had not heard of registrations in this form.
  await server.tools.db
    .updateTable('envelope')
    .set({ status: 'quarantined', reasons: '["unknown_version"]' })
    .where('seq', '=', 1)
    .execute()
  await server.tools.db.deleteFrom('registration').execute()
  const before = await tablet.allChanges()
  expect(await releaseDeferred(server.tools)).toBe(1)
  expect(await releaseDeferred(server.tools)).toBe(0)
  expect((await statuses()).map(({ status }) => status)).toEqual(['released', 'quarantined', 'quarantined'])
  const { lines } = await tablet.allChanges(before.cursor)
  expect(lines).toMatchObject([{ type: 'outcome', id: known.id, status: 'accepted', review: 'new' }])
})
