// What a push does, over real HTTP.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { otherCommune, startTestServer, type TestServer } from '../support/test-server.ts'
import { enrolTestTablet, registrationBody } from '../support/test-tablet.ts'

describe('pushing records', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server.stop())

  it('takes records in order and says which seq it wants next', async () => {
    const tablet = await enrolTestTablet(server)
    const answer = await tablet.record(registrationBody(), registrationBody())
    expect(answer.body).toMatchObject({
      next: 3,
      results: [
        { seq: 1, status: 'accepted' },
        { seq: 2, status: 'accepted' },
      ],
    })
    expect(answer.headers.get('tan-nha')).toBe('1')
  })

  it('keeps a record of another commune apart, with the reason', async () => {
    const tablet = await enrolTestTablet(server)
    const answer = await tablet.record(registrationBody({ commune: otherCommune }))
    expect(answer.body['results']).toMatchObject([{ status: 'quarantined', reasons: ['commune_out_of_scope'] }])
  })

  it('tells only a tablet of a protocol that is not served to upgrade, and stores nothing of it', async () => {
    const tablet = await enrolTestTablet(server)
    const envelope = await tablet.seal(registrationBody())
    const old = await tablet.push([envelope], { headers: { 'tan-nha': '0' } })
    expect([old.status, old.body['code']]).toEqual([426, 'upgrade_required'])
    expect(
      (await tablet.push([envelope], { headers: { 'tan-nha': '1', 'tan-nha-app': 'very old' } })).body,
    ).toMatchObject({
      next: 2,
      results: [{ status: 'accepted' }],
    })
  })
})
