// The list as the office reads it, and the log of who read it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Beneficiary } from '../../../src/domain/beneficiary.ts'
import type { Entitlement } from '../../../src/domain/entitlement.ts'
import type { BeneficiaryId, CommuneCode, EntitlementId } from '../../../src/domain/ids.ts'
import { compareNames } from '../../../src/domain/person-name.ts'
import type { AuditPage } from '../../../src/protocol/office/audit.ts'
import type { PeoplePage } from '../../../src/protocol/office/people.ts'
import { putOnList } from '../../../src/server/store/list.ts'
import { inTransaction } from '../../../src/server/store/transaction.ts'
import { type OfficeClient, officeClient } from '../../support/office-client.ts'
import { addStaff, homeCommune, otherCommune, startTestServer, type TestServer } from '../../support/test-server.ts'

const names = [
  'Nguyễn Thị Tuyết',
  'Trần Văn Đực',
  'Lê Thị Ánh',
  'Nguyễn Văn Ân',
  'Phạm Thị An',
  'Đường Văn Bé',
  'Dương Thị Bê',
  'Võ Thị Hoà',
  'Võ Thị Hòa',
  'Huỳnh Út',
]

let server: TestServer
let desk: OfficeClient
let administrator: OfficeClient
const people: Beneficiary[] = []

const beneficiary = (commune: CommuneCode, name: string, number: number): Beneficiary =>
  ({
    id: server.tools.newId() as BeneficiaryId,
    commune,
    name,
    birth: `19${40 + number}`,
    sex: 'F',
    idNumber: `09214099${String(number).padStart(4, '0')}`,
    oldIdNumber: null,
    fileCode: `HS-${number}`,
    phone: null,
    phoneOwner: null,
    permanentAddress: null,
    currentAddress: null,
    hamlet: number % 2 === 0 ? 'Thới Hòa' : 'Thới Bình',
    verification: 'notYet',
    method: number % 3 === 0 ? { kind: 'cashAtPoint', point: 'Bưu điện' } : null,
    account: 'none',
    substitute: null,
  }) as Beneficiary

const entitlement = (person: Beneficiary): Entitlement =>
  ({
    id: server.tools.newId() as EntitlementId,
    beneficiary: person.id,
    commune: person.commune,
    programme: 'BTXH',
    category: 'BT.5.4.HIV',
    categoryText: 'Người nhiễm HIV thuộc hộ nghèo',
    monthly: 540_000,
    arrears: 0,
    decision: null,
    from: null,
    until: null,
    state: 'active',
    stateReason: null,
  }) as unknown as Entitlement

beforeAll(async () => {
  server = await startTestServer()
  people.push(...names.map((name, index) => beneficiary(homeCommune, name, index)))
  const canary = beneficiary(otherCommune, 'Nguyễn Thị Chim Hoàng Yến', 59)
  await inTransaction(server.tools.db, async (trx) => {
    const at = server.tools.now()
    await putOnList(trx, otherCommune, { beneficiaries: [canary], entitlements: [entitlement(canary)] }, at)
    await putOnList(trx, homeCommune, { beneficiaries: people, entitlements: people.map(entitlement) }, at)
  })
  desk = await officeClient(server, (await addStaff(server, { role: 'reviewer', name: 'Lê Thị Bàn Giấy' })).id)
  administrator = await officeClient(
    server,
    (await addStaff(server, { role: 'administrator', allCommunes: true, communes: [], name: 'Quản Trị' })).id,
  )
})
afterAll(() => server.stop())

const page = async (query: string, by = desk) => (await by('GET', `/people${query}`)).body as PeoplePage
const found = async (q: string) => (await page(`?q=${encodeURIComponent(q)}`)).items.map(({ name }) => name)

describe('the list at the office', () => {
  it('comes page by page in the order of Vietnamese lists, nobody twice and nobody left out', async () => {
    const seen: string[] = []
    let cursor = ''
    for (let pages = 0; pages < 10; pages += 1) {
      const { items, next, total } = await page(`?limit=3${cursor}`)
      expect(total).toBe(names.length)
      seen.push(...items.map(({ name }) => name))
      if (next === null) break
      cursor = `&cursor=${next}`
    }
    expect(seen).toHaveLength(names.length)
    expect(seen.toSorted(compareNames)).toEqual(seen)
  })

  it.each([
    ['nguyen tuyet', ['Nguyễn Thị Tuyết']],
    ['ho', ['Võ Thị Hoà', 'Võ Thị Hòa']],
    ['0003', ['Nguyễn Văn Ân']],
    ['hs-9', ['Huỳnh Út']],
    ['1942', ['Lê Thị Ánh']],
    ['%', []],
    ['_', []],
    ["' or 1=1 --", []],
  ])('is searched without marks, in any order, and by numbers: %j', async (q, expected) => {
    const result = await found(q)
    // Words also begin in hamlets: what is asked for is among what is found, and comes from names that fit.
    expect(result).toEqual(expect.arrayContaining(expected))
    if (expected.length === 0) expect(result).toEqual([])
  })

  it('is filtered by hamlet, method and programme', async () => {
    const bySlowWay = (keep: (person: Beneficiary) => boolean) => people.filter(keep).length
    expect((await page('?method=cashAtPoint')).total).toBe(bySlowWay(({ method }) => method !== null))
    expect((await page(`?hamlet=${encodeURIComponent('Thới Hòa')}`)).total).toBe(
      bySlowWay(({ hamlet }) => hamlet === 'Thới Hòa'),
    )
    expect((await page('?programme=BTXH')).total).toBe(names.length)
    expect((await page('?programme=NCC')).total).toBe(0)
  })

  it('never says in a row what somebody is ill with', async () => {
    const { text } = await desk('GET', '/people')
    expect(text).not.toMatch(/HIV|BT\.5\.4/)
  })

  it('a word that narrows nothing is refused, not passed over', async () => {
    for (const path of ['/overview', '/quarantine', '/audit']) {
      expect((await administrator('GET', `${path}?commune=${homeCommune}`)).status).toBe(400)
      expect((await administrator('GET', path)).status).toBe(200)
    }
  })

  it('S23: a canary of another commune appears in no byte, counts and searches included', async () => {
    const paths = [
      '/people',
      '/people?q=chim%20hoang',
      '/registrations',
      '/overview',
      '/staff',
      '/tablets',
      '/quarantine',
    ]
    for (const path of paths) {
      expect((await desk('GET', path)).text).not.toMatch(/Chim Hoàng Yến|HS-59|31120/)
    }
    expect((await page('?q=chim')).total).toBe(0)
    expect((await desk('GET', `/people?commune=${otherCommune}`)).status).toBe(404)
    const [canary] = (await page('?q=chim', administrator)).items
    expect(canary?.name).toBe('Nguyễn Thị Chim Hoàng Yến')
    expect((await desk('GET', `/people/${canary?.id ?? ''}`)).status).toBe(404)
  })
})

describe('the log', () => {
  const log = async (query = '') => (await administrator('GET', `/audit${query}`)).body as AuditPage

  it('S44: says who looked at whom, by id and never by name', async () => {
    const person = people[0]
    await desk('GET', `/people/${person?.id ?? ''}`)
    const answer = await administrator('GET', '/audit?action=beneficiary.viewed')
    expect((answer.body as AuditPage).items[0]).toMatchObject({
      actor: { kind: 'office', name: 'Lê Thị Bàn Giấy' },
      commune: homeCommune,
      thing: 'beneficiary',
      thingId: person?.id,
    })
    expect(answer.text).not.toContain(person?.name)
    expect(answer.text).not.toContain(person?.idNumber)
  })

  it('S44: a search leaves a line, without what was searched for', async () => {
    await found('nguyen thi tuyet bi mat')
    const { text } = await administrator('GET', '/audit?action=beneficiary.listed')
    expect(text).toContain('"searched":true')
    expect(text).not.toContain('bi mat')
  })

  it('S44: no statement changes or removes a line, and no address does', async () => {
    const { db } = server.tools
    await expect(db.updateTable('audit').set({ action: 'nothing' }).execute()).rejects.toThrow('append-only')
    await expect(db.deleteFrom('audit').execute()).rejects.toThrow('append-only')
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect((await administrator(method, '/audit')).status).toBe(404)
    }
  })

  it('is searched by who, what, which thing and when, page by page', async () => {
    expect((await log('?q=ban%20giay')).items.every(({ actor }) => actor.name === 'Lê Thị Bàn Giấy')).toBe(true)
    expect((await log(`?thingId=${people[0]?.id ?? ''}`)).items).toHaveLength(1)
    expect((await log('?to=2020-01-01')).items).toEqual([])
    const first = await log('?limit=2')
    const second = await log(`?limit=2&cursor=${first.next ?? ''}`)
    const ids = [...first.items, ...second.items].map(({ id }) => id)
    expect(new Set(ids).size).toBe(4)
    expect((await desk('GET', '/audit')).status).toBe(403)
  })
})
