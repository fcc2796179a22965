// What the office asks of the store, on every database: pages in order, searches, counts, and one decision out of two.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Beneficiary } from '../../src/domain/beneficiary.ts'
import { compareNames } from '../../src/domain/person-name.ts'
import type { AuditPage } from '../../src/protocol/office/audit.ts'
import type { Overview } from '../../src/protocol/office/overview.ts'
import type { PeoplePage } from '../../src/protocol/office/people.ts'
import type { RegistrationPage } from '../../src/protocol/office/registrations.ts'
import { putOnList } from '../../src/server/store/list.ts'
import { inTransaction } from '../../src/server/store/transaction.ts'
import { everyDatabase, type OpenedDatabase } from '../support/every-database.ts'
import { feedLines } from '../support/made-up-people.ts'
import { type OfficeClient, officeClient } from '../support/office-client.ts'
import { addStaff, homeCommune, startTestServer, type TestServer } from '../support/test-server.ts'
import { enrolTestTablet, registrationBody, registrationData, type TestTablet } from '../support/test-tablet.ts'

describe.each(everyDatabase)('the office on $name', ({ open }) => {
  let opened: OpenedDatabase
  let server: TestServer
  let desk: OfficeClient
  let tablet: TestTablet
  beforeAll(async () => {
    opened = await open()
    server = await startTestServer({ tools: { db: opened.db } })
    const role = 'administrator'
    desk = await officeClient(server, (await addStaff(server, { role, allCommunes: true, communes: [] })).id)
    tablet = await enrolTestTablet(server)
    const beneficiaries = feedLines(40, homeCommune).flatMap(({ change }): Beneficiary[] => {
      if (change.type !== 'beneficiary') return []
      const { type: _, ...person } = change
      return [person]
    })
    await inTransaction(server.tools.db, (trx) =>
      putOnList(trx, homeCommune, { beneficiaries, entitlements: [] }, server.tools.now()),
    )
  })
  afterAll(async () => {
    await server.stop()
    await opened.forget()
  })
  const get = async <T>(path: string) => {
    const answer = await desk('GET', path)
    expect([path, answer.status]).toEqual([path, 200])
    return answer.body as T
  }
  const everyPage = async <Item>(path: string): Promise<Item[]> => {
    const items: Item[] = []
    for (let cursor = ''; ;) {
      const page = await get<{ items: Item[]; next: string | null }>(`${path}limit=7${cursor}`)
      items.push(...page.items)
      if (page.next === null) return items
      cursor = `&cursor=${page.next}`
    }
  }

  it('people come page by page in the order of Vietnamese lists', async () => {
    const names = (await everyPage<PeoplePage['items'][number]>('/people?')).map(({ name }) => name)
    expect(names).toHaveLength(40)
    expect(names.toSorted(compareNames)).toEqual(names)
  })

  it('a search takes signs of the database’s own language as plain signs', async () => {
    for (const q of ['%', '_', '\\', "'", '"; drop table beneficiary; --']) {
      expect((await get<PeoplePage>(`/people?q=${encodeURIComponent(q)}`)).total).toBe(0)
    }
    expect((await get<PeoplePage>('/people?q=nguyen%20thi&programme=BTXH&method=cashAtPoint')).items).toEqual([])
    expect((await get<PeoplePage>('/people?q=nguyen')).total).toBeGreaterThan(0)
  })

  it('registrations are found, counted and paged; the overview agrees', async () => {
    const bodies = Array.from({ length: 9 }, (_, index) =>
      registrationBody({ data: registrationData({ name: `Lý Thị Số ${index}`, idNumber: `09215099${1000 + index}` }) }),
    )
    await tablet.record(...bodies, 'not json')
    const rows = await everyPage<RegistrationPage['items'][number]>('/registrations?state=new&')
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(bodies.map(({ id }) => id)))
    expect((await get<RegistrationPage>('/registrations?q=ly%20thi%20so')).items).toHaveLength(9)
    expect((await get<RegistrationPage>('/registrations?q=092150991003')).items).toHaveLength(1)
    const overview = await get<Overview>('/overview')
    expect(overview).toMatchObject({ people: 40, quarantined: 1, byCommune: [{ commune: homeCommune, people: 40 }] })
    expect(overview.registrations.new).toBe(rows.length)
    expect(overview.arrivals.at(-1)?.records).toBe(9)
    await get('/tablets')
    await get('/staff')
    await get('/quarantine')
  })

  it('of two decisions at once one is written, ten times out of ten', async () => {
    const accept = { decision: 'accept', version: 0, note: null, keep: [], linkTo: null }
    const reject = { decision: 'reject', version: 0, note: 'không' }
    for (const round of 'bcdghklmnt') {
      const { id } = registrationBody()
      await tablet.record(registrationBody({ id, data: registrationData({ name: `Đua Vòng ${round}x` }) }))
      const path = `/registrations/${id}/decision`
      const answers = await Promise.all([desk('POST', path, accept), desk('POST', path, reject)])
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]))
      const added = await get<PeoplePage>(`/people?q=${encodeURIComponent(`dua ${round}x`)}`)
      expect(added.total).toBe(answers[0]?.status === 200 ? 1 : 0)
    }
  })

  it('the log is read by day, by deed and by name, page by page', async () => {
    const entries = await everyPage<AuditPage['items'][number]>('/audit?q=can%20bo&')
    expect(entries.length).toBeGreaterThan(10)
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
    expect((await get<AuditPage>('/audit?action=tablet.enrolled')).items).toMatchObject([{ actor: { kind: 'tablet' } }])
    expect((await get<AuditPage>('/audit?from=2000-01-01&to=2000-12-31')).items).toEqual([])
  })
})
