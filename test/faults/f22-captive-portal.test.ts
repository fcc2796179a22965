// F22: a network that answers everything itself, with status 200.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { position } from '../../src/tablet/store/list-pages.ts'
import type { Fault } from '../support/fault-proxy.ts'
import { type Field, startField } from '../support/field.ts'
import { register } from '../support/node-tablet.ts'

let field: Field
beforeEach(async () => {
  field = await startField()
})
afterEach(() => field.stop())

const between: [string, Fault][] = [
  ['a captive portal', { kind: 'portal' }],
  [
    'a portal that claims to speak JSON',
    {
      kind: 'answer',
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"next":2,"results":[{"seq":1,"id":null,"status":"accepted"}]}',
    },
  ],
  ['a gateway that says 503', { kind: 'answer', status: 503, headers: { 'retry-after': '1' } }],
  ['a gateway that says 401', { kind: 'answer', status: 401 }],
  [
    'a gateway that says 403 revoked',
    { kind: 'answer', status: 403, body: '{"code":"revoked","wipe":"{}","sig":"x"}' },
  ],
  ['a redirect', { kind: 'answer', status: 302, headers: { location: 'http://127.0.0.1:9/login' } }],
]

test.each(between)(
  '%s in place of the server: nothing counts as sent, nothing is forgotten, and later all arrives',
  async (_name, fault) => {
    await field.putPeople(3)
    const { photos } = await register(field.session(), [2_000])
    for (const path of ['/records', '/changes', '/contact', '/photos/']) {
      const before = await position(field.session().store)
      field.proxy.plan((request) => (request.path.includes(path) ? fault : null))
      const status = await field.sync()
      expect(status.connection).toBe('none')
      expect(status).toMatchObject({ revoked: false, signedOut: false, photosWaiting: 1 })
      if (path === '/records') expect(status.waiting).toBe(1)
      if (path === '/records' || path === '/changes') expect(await position(field.session().store)).toEqual(before)
    }
    field.proxy.plan(() => null)
    expect(await field.sync()).toMatchObject({ connection: 'ok', waiting: 0, photosWaiting: 0, lastProblem: null })
    expect(await field.envelopes()).toHaveLength(1)
    expect(field.session().list.people()).toHaveLength(3)
    expect(photos).toHaveLength(1)
  },
)
