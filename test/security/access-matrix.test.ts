// S22: every address × nobody, a tablet, a revoked tablet, every role, and things of another commune. The addresses come
// from the server's own route table: a new one without a line here fails, and so does a line without an address.
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { may, type Permission } from '../../src/domain/permissions.ts'
import { Role } from '../../src/domain/role.ts'
import type { StaffId } from '../../src/domain/ids.ts'
import { putOnList } from '../../src/server/store/list.ts'
import { inTransaction } from '../../src/server/store/transaction.ts'
import { entitlementOf, madeUpPerson } from '../support/made-up-person.ts'
import { isWipeOrderFor } from '../../src/protocol/wipe-order.ts'
import { lockMonth, november, payingActor } from '../support/paying.ts'
import {
  addStaff,
  homeCommune,
  otherCommune,
  signIn,
  startTestServer,
  type TestServer,
} from '../support/test-server.ts'
import {
  enrolTestTablet,
  hashOf,
  madeUpPhoto,
  photoOf,
  registrationBody,
  type TestTablet,
} from '../support/test-tablet.ts'

type Line =
  | { who: 'anyone' }
  | { who: 'tablet' }
  /** `elsewhere`: what a thing of another commune is answered with; `none`: the address names no thing. */
  | { who: 'office'; may: Permission | null; elsewhere: 404 | 403 | 'none'; body?: () => unknown }

const anyone: Line = { who: 'anyone' }
const tabletOnly: Line = { who: 'tablet' }
const list = (permission: Permission | null): Line => ({ who: 'office', may: permission, elsewhere: 'none' })
const thing = (permission: Permission, body?: () => unknown, elsewhere: 404 | 403 = 404): Line => ({
  who: 'office',
  may: permission,
  elsewhere,
  ...(body && { body }),
})

let foreign: Awaited<ReturnType<typeof makeForeign>>

const api = '/api/v1'
const imports = `${api}/office/communes/:commune/imports`
const period = `${api}/office/communes/:commune/periods/:period`
const matrix: Record<string, Line> = {
  'GET /health': anyone,
  'GET /api/docs': anyone,
  'GET /api/docs/openapi.json': anyone,
  'GET /api/docs/style.css': anyone,
  [`POST ${api}/enrolments`]: anyone,
  [`POST ${api}/vault-recoveries`]: anyone,
  [`POST ${api}/vault-recoveries/:recoveryId/key`]: anyone,
  [`POST ${api}/records`]: tabletOnly,
  [`GET ${api}/changes`]: tabletOnly,
  [`POST ${api}/contact`]: tabletOnly,
  [`GET ${api}/certificate`]: tabletOnly,
  [`HEAD ${api}/photos/:sha256`]: tabletOnly,
  [`PATCH ${api}/photos/:sha256`]: tabletOnly,
  [`GET ${api}/photos/:sha256`]: thing('seePeople'),
  [`POST ${api}/office/setup`]: anyone,
  [`POST ${api}/office/session`]: anyone,
  [`GET ${api}/office/session`]: list(null),
  [`DELETE ${api}/office/session`]: list(null),
  [`PUT ${api}/office/session/password`]: list(null),
  [`POST ${api}/office/sealed-files`]: list('takeSealedFiles'),
  [`GET ${api}/office/overview`]: list('seeOverview'),
  [`GET ${api}/office/audit`]: list('seeAudit'),
  [`GET ${api}/office/people`]: thing('seePeople'),
  [`GET ${api}/office/people/:id`]: thing('seePeople'),
  [`POST ${api}/office/communes/:commune/people`]: thing('editList', () => ({})),
  [`PATCH ${api}/office/people/:id`]: thing('editList', () => ({
    version: 0,
    set: { hamlet: 'x' },
    from: null,
    reason: 'x',
    despiteDuplicates: false,
  })),
  [`POST ${api}/office/people/:id/benefits`]: thing('editList', () => ({
    version: 0,
    benefit: {
      programme: 'BTXH',
      category: null,
      categoryText: 'x',
      monthly: 1,
      arrears: 0,
      decision: null,
      from: null,
      until: null,
    },
    reason: 'x',
  })),
  [`PATCH ${api}/office/people/:id/benefits/:benefit`]: thing('editList', () => ({
    version: 0,
    terms: null,
    grant: { arrears: 1 },
    decision: null,
    reason: 'x',
  })),
  [`PUT ${api}/office/people/:id/death`]: thing('editList', () => ({
    version: 0,
    died: '2026-01-01',
    decision: null,
    reason: 'x',
  })),
  [`POST ${api}/office/people/:id/move`]: thing('editList', () => ({
    version: 0,
    to: homeCommune,
    from: '2026-01-01',
    hamlet: null,
    currentAddress: null,
    reason: 'x',
  })),
  [`POST ${api}/office/people/:id/removal`]: thing('editList', () => ({ version: 0, reason: 'x' })),
  [`GET ${api}/office/people/:id/history`]: thing('seePeople'),
  [`GET ${api}/office/people/:id/days/:day`]: thing('seePeople'),
  [`GET ${api}/office/registrations`]: thing('seePeople'),
  [`GET ${api}/office/registrations/:id`]: thing('seePeople'),
  [`POST ${api}/office/registrations/:id/decision`]: thing('reviewRegistrations', () => ({
    decision: 'reject',
    version: 0,
    note: 'x',
  })),
  [`GET ${api}/office/quarantine`]: list('decideQuarantine'),
  [`GET ${api}/office/quarantine/:profileId/:seq`]: thing('decideQuarantine'),
  [`POST ${api}/office/quarantine/:profileId/:seq/decision`]: thing('decideQuarantine', () => ({
    decision: 'dismiss',
    reason: 'x',
  })),
  [`GET ${api}/office/staff`]: list('manageTablets'),
  [`POST ${api}/office/staff`]: thing(
    'manageStaff',
    () => ({
      username: `n${Date.now()}`,
      name: 'Người Mới',
      role: 'wardOfficer',
      allCommunes: false,
      communes: [otherCommune],
      password: null,
    }),
    403,
  ),
  [`PATCH ${api}/office/staff/:id`]: thing('manageStaff', () => ({ name: 'Tên Khác' })),
  [`GET ${api}/office/tablets`]: list('manageTablets'),
  [`POST ${api}/office/enrolment-codes`]: thing('manageTablets', () => ({ staffId: foreign.staffId })),
  [`POST ${api}/office/tablets/:profileId/revocation`]: thing('manageTablets', () => ({ reason: 'x' })),
  [`GET ${api}/office/tablets/:profileId/fork`]: thing('manageTablets'),
  [`POST ${api}/office/tablets/:profileId/fork`]: thing('manageTablets', () => ({ decision: 'revoke', reason: 'x' })),
  [`GET ${api}/office/vault-recoveries`]: list('manageTablets'),
  [`POST ${api}/office/vault-recoveries/:id/approval`]: thing('manageTablets', () => ({ check: '1234' })),
  [`GET ${api}/office/periods`]: thing('seeOverview'),
  [`GET ${period}`]: thing('seePeople'),
  [`POST ${period}/draft`]: thing('managePayments', () => ({ version: null })),
  [`POST ${period}/check`]: thing('managePayments', () => ({ version: 1 })),
  [`POST ${period}/lock`]: thing('managePayments', () => ({ version: 1 })),
  [`POST ${period}/finish`]: thing('managePayments', () => ({ version: 1 })),
  [`POST ${period}/close`]: thing('managePayments', () => ({ version: 1 })),
  [`POST ${period}/items`]: thing('managePayments', () => ({
    beneficiary: foreign.beneficiaryId,
    entitlement: null,
    kind: 'oneOff',
    amount: 1000,
    note: 'x',
  })),
  [`POST ${period}/items/:item/correction`]: thing('managePayments', () => ({ kind: 'withdraw', reason: 'x' })),
  [`POST ${period}/assignments`]: thing('managePayments', () => ({ staff: null, hamlets: [null] })),
  [`POST ${period}/returned`]: thing('managePayments', () => ({
    people: [{ beneficiary: foreign.beneficiaryId, reason: 'R01' }],
  })),
  [`GET ${period}/people`]: thing('seePeople'),
  [`GET ${period}/people/:beneficiary`]: thing('seePeople'),
  [`POST ${period}/people/:beneficiary/decision`]: thing('managePayments', () => ({
    kind: 'count',
    record: foreign.recordId,
    note: 'x',
  })),
  [`GET ${period}/matters`]: thing('managePayments'),
  [`GET ${period}/reconciliation`]: thing('managePayments'),
  [`GET ${period}/return`]: thing('managePayments'),
  [`GET ${period}/sheet`]: thing('managePayments'),
  [`GET ${period}/export`]: thing('managePayments'),
  [`GET ${api}/office/imports`]: thing('importList'),
  [`POST ${imports}`]: thing('importList'),
  [`GET ${imports}/:id`]: thing('importList'),
  [`DELETE ${imports}/:id`]: thing('importList'),
  [`GET ${imports}/:id/lines`]: thing('importList'),
  [`GET ${imports}/:id/file`]: thing('importList'),
  [`PUT ${imports}/:id/choices`]: thing('importList', () => ({})),
  [`PUT ${imports}/:id/taken`]: thing('importList', () => ({})),
  [`POST ${imports}/:id/commit`]: thing('importList', () => ({})),
  [`POST ${imports}/:id/undo`]: thing('importList', () => ({})),
  [`GET ${imports}/:id/problems`]: thing('importList'),
  [`GET ${api}/office/communes/:commune/list-export`]: thing('exportList'),
  'GET /assets/*': anyone,
  'GET /*': anyone,
}

describe('the access matrix', () => {
  let server: TestServer
  let revoked: TestTablet
  let tablet: TestTablet
  const staff = new Map<Role, StaffId>()

  beforeAll(async () => {
    server = await startTestServer()
    foreign = await makeForeign(server)
    tablet = await enrolTestTablet(server)
    revoked = await enrolTestTablet(server)
    await server.tools.db.updateTable('profile').set({ state: 'revoked' }).where('id', '=', revoked.profileId).execute()
    for (const role of Role.options) staff.set(role, (await addStaff(server, { role })).id)
  })
  afterAll(() => server.stop())

  /** Addresses of the table without the HEAD that stands beside each GET. */
  const routes = () =>
    server.app.routeTable
      .filter(
        ({ method, url }) =>
          method !== 'HEAD' ||
          !server.app.routeTable.some((other) => other.method === 'GET' && other.url === url) ||
          url.includes('/photos/'),
      )
      .map(({ method, url, access }) => ({ name: `${method} ${url}`, method, url, access }))

  const call = async (
    { method, url }: { method: string; url: string },
    headers: Record<string, string>,
    body?: unknown,
  ): Promise<Response> => {
    const address = addressOf(url)
    const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
    return fetch(server.url + address, {
      method,
      headers: { ...headers, ...type },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  }
  const bearer = ({ token }: TestTablet) => ({ authorization: `Bearer ${token}` })
  const cookieOf = async (role: Role) => signIn(server, staff.get(role) as StaffId)
  const codeOf = async (response: Response) => ((await response.json()) as { code?: string }).code

  it('has a line for every address, and an address for every line', () => {
    const withPages = routes().map(({ name }) => name)
    const pages = ['GET /assets/*', 'GET /*']
    expect(withPages.filter((name) => !(name in matrix))).toEqual([])
    expect(Object.keys(matrix).filter((name) => !withPages.includes(name) && !pages.includes(name))).toEqual([])
  })

  it('says the same as the server about who may call what', () => {
    for (const { name, access } of routes()) {
      const line = matrix[name]
      expect([name, access.who]).toEqual([name, line?.who])
      if (access.who === 'office' && line?.who === 'office') expect([name, access.permission]).toEqual([name, line.may])
    }
  })

  it('nobody gets past any guarded address', async () => {
    for (const route of routes()) {
      const line = matrix[route.name]
      if (line?.who === 'anyone') continue
      const answer = await call(route, {})
      expect([route.name, answer.status]).toEqual([route.name, 401])
      const wrong = await call(route, { authorization: `Bearer ${'x'.repeat(43)}`, cookie: '__Host-tan-nha=wrong' })
      expect([route.name, wrong.status]).toEqual([route.name, 401])
    }
  })

  it('a tablet gets nowhere at the office, and nobody of the office gets anywhere as a tablet', async () => {
    const administrator = await cookieOf('administrator')
    for (const route of routes()) {
      const line = matrix[route.name]
      if (line?.who === 'office')
        expect([route.name, (await call(route, bearer(tablet))).status]).toEqual([route.name, 401])
      if (line?.who === 'tablet')
        expect([route.name, (await call(route, administrator)).status]).toEqual([route.name, 401])
    }
  })

  it('a revoked tablet is told to wipe itself, signed, wherever it calls', async () => {
    for (const route of routes().filter(({ name }) => matrix[name]?.who === 'tablet')) {
      const answer = await call(route, bearer(revoked))
      expect([route.name, answer.status]).toEqual([route.name, 403])
      if (route.method === 'HEAD') continue
      const order: unknown = await answer.json()
      expect(await isWipeOrderFor(revoked.profileId, order, revoked.enrolment.server.verify)).toBe(true)
      expect(await isWipeOrderFor(tablet.profileId, order, revoked.enrolment.server.verify)).toBe(false)
    }
  })

  it('each role gets past exactly the addresses that its permissions name', async () => {
    for (const route of routes()) {
      const line = matrix[route.name]
      if (line?.who !== 'office') continue
      for (const role of Role.options) {
        const answer = await call(route, await cookieOf(role), line.body?.())
        const allowed = line.may === null || may(role, line.may)
        const refused = answer.status === 403 && line.elsewhere !== 403
        expect([route.name, role, allowed ? !refused && answer.status !== 401 : answer.status]).toEqual([
          route.name,
          role,
          allowed ? true : 403,
        ])
      }
    }
  })

  it('a thing of another commune is answered like one that does not exist', async () => {
    for (const route of routes()) {
      const line = matrix[route.name]
      if (line?.who !== 'office' || line.elsewhere === 'none' || line.may === null) continue
      const permission = line.may
      for (const role of Role.options.filter((each) => may(each, permission))) {
        const answer = await call(route, await cookieOf(role), line.body?.())
        expect([route.name, role, answer.status]).toEqual([route.name, role, line.elsewhere])
      }
    }
  })

  it('S23: nothing of another commune is in any list, count or search', async () => {
    const searches = ['', `?q=${encodeURIComponent('Chim')}`, '?q=079199990111']
    for (const route of routes().filter(({ method, name }) => method === 'GET' && matrix[name]?.who === 'office')) {
      for (const role of Role.options) {
        for (const search of searches) {
          const answer = await fetch(server.url + addressOf(route.url, homeCommune) + search, {
            headers: await cookieOf(role),
          })
          const text = await answer.text()
          for (const canary of foreign.canaries)
            expect([route.name, role, text.includes(canary)]).toEqual([route.name, role, false])
        }
      }
    }
  })

  it('S19 S24: another role, scope, a dismissal or a revocation takes effect on the next request', async () => {
    const { db } = server.tools
    const person = await addStaff(server, { role: 'reviewer' })
    const cookie = await signIn(server, person.id)
    const people = `${server.url}${api}/office/people?commune=${homeCommune}`
    const status = async () => (await fetch(people, { headers: cookie })).status
    expect(await status()).toBe(200)
    await db.updateTable('staff').set({ role: 'observer' }).where('id', '=', person.id).execute()
    expect(await status()).toBe(403)
    await db.updateTable('staff').set({ role: 'reviewer' }).where('id', '=', person.id).execute()
    await db.deleteFrom('staff_commune').where('staff_id', '=', person.id).execute()
    expect(await status()).toBe(404)
    await db.updateTable('staff').set({ active: 0 }).where('id', '=', person.id).execute()
    expect(await status()).toBe(401)

    const leaving = await enrolTestTablet(server)
    expect((await leaving.fetch('/changes')).status).toBe(200)
    await db.updateTable('staff').set({ role: 'observer' }).where('id', '=', leaving.enrolment.staff.id).execute()
    expect(await codeOf(await leaving.fetch('/changes'))).toBe('forbidden')
    await db.updateTable('staff').set({ active: 0 }).where('id', '=', leaving.enrolment.staff.id).execute()
    expect(await codeOf(await leaving.fetch('/changes'))).toBe('bad_token')
  })

  it('S37: what another site makes a browser send changes nothing', async () => {
    for (const route of routes().filter(({ method }) => !['GET', 'HEAD'].includes(method))) {
      const line = matrix[route.name]
      if (line?.who !== 'office') continue
      for (const headers of [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { origin: 'https://elsewhere.example' },
      ]) {
        const answer = await call(
          route,
          { ...(await cookieOf('administrator')), ...(headers as Record<string, string>) },
          line.body?.(),
        )
        expect([route.name, await codeOf(answer)]).toEqual([route.name, 'cross_origin'])
      }
    }
  })
})

/** An address with a thing of another commune in the place of each parameter. */
function addressOf(url: string, commune: string = otherCommune): string {
  const id = url.includes('/people')
    ? foreign.beneficiaryId
    : url.includes('/registrations')
      ? foreign.recordId
      : url.includes('/staff')
        ? foreign.staffId
        : url.includes('/vault-recoveries')
          ? foreign.recoveryId
          : v7()
  const path = url
    .replace(':commune', commune)
    .replace(':period', november)
    .replace(':item', 'item-1')
    .replace(':beneficiary', foreign.beneficiaryId)
    .replace(':id', id)
    .replace(':profileId', foreign.profileId)
    .replace(':seq', '2')
    .replace(':benefit', v7())
    .replace(':day', '2026-01-01')
    .replace(':sha256', foreign.photo)
    .replace(':recoveryId', foreign.recoveryId)
  const wantsCommune = ['/office/people', '/office/registrations', '/office/imports', '/office/periods'].some((end) =>
    url.endsWith(end),
  )
  return wantsCommune && commune === otherCommune ? `${path}?commune=${commune}` : path
}

/** A commune that nobody of the test works in, with one of everything, and what must never be seen of it. */
async function makeForeign(server: TestServer) {
  const who = await addStaff(server, { communes: [otherCommune], name: 'Chim Cán Bộ' })
  const { tools } = server
  const tablet = await enrolTestTablet(server, { communes: [otherCommune] })
  const photo = madeUpPhoto()
  const record = registrationBody({ commune: otherCommune, photos: [photoOf(photo)] })
  const data = record['data'] as { person: Record<string, unknown> }
  data.person['name'] = 'Chim Hoàng Yến'
  data.person['idNumber'] = '079199990111'
  await tablet.record(record, registrationBody({ commune: otherCommune, v: 99 }))
  await tablet.sendPhoto(photo)
  const person = { ...madeUpPerson(otherCommune), name: 'Chim Hoàng Yến' }
  await inTransaction(tools.db, (trx) =>
    putOnList(trx, otherCommune, { beneficiaries: [person], entitlements: [entitlementOf(person)] }, tools.now()),
  )
  await lockMonth(server, await payingActor(server, otherCommune), { commune: otherCommune })
  const recoveryId = v7()
  await tools.db
    .insertInto('recovery')
    .values({
      id: recoveryId,
      profile_id: tablet.profileId,
      claim_hash: '',
      escrow: '',
      check_digits: '1234',
      asked_at: tools.now(),
      expires_at: tools.now() + 3_600_000,
      approved_by: null,
      approved_at: null,
      fetched_at: null,
    })
    .execute()
  return {
    staffId: who.id,
    profileId: tablet.profileId,
    recordId: record.id,
    photo: hashOf(photo),
    beneficiaryId: person.id,
    recoveryId,
    canaries: ['Chim', 'Hoàng Yến', '079199990111', tablet.profileId, record.id, who.id, person.id, recoveryId],
  }
}
