// Registrations at the office: what a reviewer sees, what a decision changes, and who hears of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Beneficiary } from '../../../src/domain/beneficiary.ts'
import type { BeneficiaryId, CommuneCode } from '../../../src/domain/ids.ts'
import type { Outcome } from '../../../src/protocol/changes.ts'
import type { RegistrationDetail, RegistrationPage } from '../../../src/protocol/office/registrations.ts'
import { putOnList } from '../../../src/server/store/list.ts'
import { inTransaction } from '../../../src/server/store/transaction.ts'
import { type OfficeClient, officeClient } from '../../support/office-client.ts'
import { addStaff, homeCommune, otherCommune, startTestServer, type TestServer } from '../../support/test-server.ts'
import {
  enrolTestTablet,
  madeUpPhoto,
  photoOf,
  registrationBody,
  registrationData,
  type TestTablet,
} from '../../support/test-tablet.ts'

describe('reviewing registrations', () => {
  let server: TestServer
  let tablet: TestTablet
  let reviewer: OfficeClient
  beforeAll(async () => {
    server = await startTestServer()
    tablet = await enrolTestTablet(server)
    reviewer = await officeClient(server, (await addStaff(server, { role: 'reviewer', name: 'Lê Duyệt' })).id)
  })
  afterAll(() => server.stop())

  let count = 0
  /** Somebody nobody else is like. */
  const stranger = (changed: Record<string, unknown> = {}) => {
    count += 1
    const idNumber = `09215099${String(count).padStart(4, '0')}`
    return { name: `Nguyễn Thị Người Thứ ${count}`, idNumber, ...changed }
  }
  const register = async (person: Record<string, unknown> = stranger(), changed: Record<string, unknown> = {}) => {
    const body = registrationBody({ data: registrationData(person), ...changed })
    const answer = await tablet.record(body)
    expect(answer.body['results']).toMatchObject([{ status: 'accepted' }])
    return body
  }
  const read = async (id: string) => (await reviewer('GET', `/registrations/${id}`)).body as RegistrationDetail
  const decide = (id: string, decision: Record<string, unknown>, by = reviewer) =>
    by('POST', `/registrations/${id}/decision`, decision)
  const accept = (version: number, changed: Record<string, unknown> = {}) => ({
    decision: 'accept',
    version,
    note: null,
    keep: [],
    linkTo: null,
    ...changed,
  })
  const outcomeOf = async (id: string, of = tablet) =>
    (await of.allChanges()).lines.find((line) => line.type === 'outcome' && line.id === id) as Outcome | undefined
  const onList = async (id: string) =>
    (await tablet.allChanges()).lines.find((line) => line.type === 'beneficiary' && line.id === id) as
      Beneficiary | undefined
  const listed = async (changed: Partial<Record<keyof Beneficiary, unknown>> = {}): Promise<Beneficiary> => {
    count += 1
    const person = {
      id: server.tools.newId() as BeneficiaryId,
      commune: homeCommune,
      name: `Trần Văn Trong Danh Sách ${count}`,
      birth: '1944',
      sex: 'M',
      idNumber: null,
      oldIdNumber: null,
      fileCode: null,
      phone: null,
      phoneOwner: null,
      permanentAddress: null,
      currentAddress: null,
      hamlet: null,
      verification: 'notYet',
      method: null,
      account: 'none',
      substitute: null,
      ...changed,
    } as Beneficiary
    await inTransaction(server.tools.db, (trx) =>
      putOnList(trx, person.commune, { beneficiaries: [person], entitlements: [] }, server.tools.now()),
    )
    return person
  }

  it('what arrives waits in the queue with its data, and says which photos are missing', async () => {
    const photo = madeUpPhoto()
    const missing = madeUpPhoto()
    const { id } = await register(stranger({ name: 'Đỗ Thị Có Ảnh' }), {
      photos: [photoOf(photo), photoOf(missing, 'cardBack')],
    })
    await tablet.sendPhoto(photo)
    const queue = (await reviewer('GET', '/registrations?state=new')).body as RegistrationPage
    expect(queue.items.find((row) => row.id === id)).toMatchObject({ photos: 2, photosMissing: 1, isNew: true })
    expect((await read(id)).photos).toMatchObject([
      { role: 'cardFront', arrived: true },
      { role: 'cardBack', arrived: false },
    ])
    const found = (await reviewer('GET', '/registrations?q=do%20thi%20co')).body as RegistrationPage
    expect(found.items.map((row) => row.id)).toEqual([id])
  })

  it('accepting somebody on no list adds that person, and tells the tablet', async () => {
    const { id } = await register(stranger({ name: 'Lý Thị Mới' }))
    expect((await decide(id, accept(0))).body).toEqual({ state: 'accepted', version: 1 })
    const outcome = await outcomeOf(id)
    expect(outcome).toMatchObject({ review: 'accepted', status: 'accepted' })
    expect(await onList(outcome?.beneficiary ?? '')).toMatchObject({ name: 'Lý Thị Mới', commune: homeCommune })
    const { current, differences } = await read(id)
    expect([current?.name, differences]).toEqual(['Lý Thị Mới', []])
  })

  it('accepting somebody on the list updates what differs, except what the reviewer keeps', async () => {
    const person = await listed({ hamlet: 'Thới An', fileCode: 'HS-9' })
    const { id } = await register(
      stranger({ name: person.name, birth: '1944-05-01', sex: 'M', hamlet: 'Thới Bình', phone: '0912345678' }),
      { subject: person.id },
    )
    expect((await read(id)).differences).toEqual(
      expect.arrayContaining(['birth', 'idNumber', 'phone', 'hamlet', 'method']),
    )
    await decide(id, accept(0, { keep: ['hamlet'] }))
    expect(await onList(person.id)).toMatchObject({
      name: person.name,
      birth: '1944-05-01',
      hamlet: 'Thới An',
      fileCode: 'HS-9',
      phone: '0912345678',
      method: { kind: 'cashAtHome' },
    })
  })

  it('marks who has the same ID number, or the same name and birth, and can write to that person', async () => {
    const person = await listed({ name: 'Phan Thị Trùng', sex: 'F', birth: '1950', oldIdNumber: '361112223' })
    const { id } = await register(stranger({ name: 'PHAN THỊ TRÙNG', birth: '1950-03-02' }))
    expect((await read(id)).duplicates).toMatchObject([{ of: 'beneficiary', id: person.id, shares: 'nameAndBirth' }])
    const sameNumber = await register(stranger({ name: 'Tên Khác Hẳn', idKind: 'cmnd', idNumber: '361112223' }))
    expect((await read(sameNumber.id)).duplicates).toMatchObject([{ id: person.id, shares: 'idNumber' }])
    await decide(id, accept(0, { linkTo: person.id }))
    expect((await outcomeOf(id))?.beneficiary).toBe(person.id)
    expect(await onList(person.id)).toMatchObject({ birth: '1950-03-02', name: 'Phan Thị Trùng' })
  })

  it('another year of birth or another commune is another person', async () => {
    await listed({ name: 'Võ Văn Giống', birth: '1939' })
    await listed({ name: 'Võ Văn Giống', birth: '1951', commune: otherCommune })
    const { id } = await register(stranger({ name: 'Võ Văn Giống', birth: '1951' }))
    expect((await read(id)).duplicates).toEqual([])
  })

  it('asking for papers reaches the tablet with the papers and the words, and can be decided again', async () => {
    const { id } = await register()
    const papers = ['cardBack', 'authorisation']
    await decide(id, { decision: 'needPapers', version: 0, papers, note: 'Chụp lại mặt sau' })
    expect(await outcomeOf(id)).toMatchObject({ review: 'needsPapers', papers, note: 'Chụp lại mặt sau' })
    expect((await decide(id, accept(1))).status).toBe(200)
    expect(await outcomeOf(id)).toMatchObject({ review: 'accepted', papers: [], note: null })
    expect((await read(id)).history).toMatchObject([
      { state: 'needsPapers', by: 'Lê Duyệt', papers },
      { state: 'accepted', by: 'Lê Duyệt', papers: [] },
    ])
  })

  it('a rejection says why, and is final', async () => {
    const { id } = await register()
    expect((await decide(id, { decision: 'reject', version: 0, note: '  ' })).status).toBe(400)
    await decide(id, { decision: 'reject', version: 0, note: 'Không thuộc diện' })
    expect(await outcomeOf(id)).toMatchObject({ review: 'rejected', note: 'Không thuộc diện' })
    expect((await decide(id, accept(1))).body).toMatchObject({ code: 'already_decided', status: 409 })
  })

  it('of two reviewers who decide at once one is heard, and the other is told', async () => {
    const other = await officeClient(server, (await addStaff(server, { role: 'reviewer' })).id)
    for (let round = 0; round < 10; round += 1) {
      const { id } = await register()
      const answers = await Promise.all([
        decide(id, accept(0)),
        decide(id, { decision: 'reject', version: 0, note: 'trùng' }, other),
      ])
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]))
      expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'conflict' })
      expect((await read(id)).history).toHaveLength(1)
    }
  })

  it('a decision upon an old sight of it changes nothing', async () => {
    const { id } = await register()
    await decide(id, { decision: 'needPapers', version: 0, papers: ['phone'], note: null })
    expect((await decide(id, accept(0))).body).toMatchObject({ code: 'conflict' })
    expect((await outcomeOf(id))?.review).toBe('needsPapers')
  })

  it('a later registration takes its place: the earlier one is no longer decided, its photos stay in sight', async () => {
    const photo = madeUpPhoto()
    const person = stranger()
    const first = await register(person, { photos: [photoOf(photo)] })
    await tablet.sendPhoto(photo)
    await decide(first.id, { decision: 'needPapers', version: 0, papers: ['phone'], note: null })
    const second = await register(person, { amends: first.id })
    expect((await decide(first.id, accept(1))).body).toMatchObject({ code: 'already_decided' })
    expect((await read(first.id)).replacedBy).toBe(second.id)
    expect(await read(second.id)).toMatchObject({
      amends: first.id,
      photos: [{ role: 'cardFront', arrived: true, earlier: true }],
      duplicates: [],
    })
  })

  it("the outcome is heard by the officer's own tablets and nobody else's", async () => {
    const colleague = await enrolTestTablet(server)
    const { id } = await register()
    await decide(id, accept(0))
    expect(await outcomeOf(id)).toBeDefined()
    expect(await outcomeOf(id, colleague)).toBeUndefined()
  })

  it('a reviewer of another commune sees nothing of it and decides nothing', async () => {
    const stray = await officeClient(
      server,
      (await addStaff(server, { role: 'reviewer', communes: [otherCommune] })).id,
    )
    const { id } = await register()
    expect((await stray('GET', `/registrations/${id}`)).status).toBe(404)
    expect((await decide(id, accept(0), stray)).status).toBe(404)
    expect((await stray('GET', `/registrations?commune=${homeCommune}`)).status).toBe(404)
    expect((await stray('GET', '/registrations')).text).not.toContain('Nguyễn')
  })

  it('nobody without the permission decides, and an observer sees no person', async () => {
    const { id } = await register()
    const officer = await officeClient(server, (await addStaff(server, { role: 'wardOfficer' })).id)
    expect((await officer('GET', `/registrations/${id}`)).status).toBe(200)
    expect((await decide(id, accept(0), officer)).status).toBe(403)
    const observer = await officeClient(server, (await addStaff(server, { role: 'observer' })).id)
    for (const path of [`/registrations/${id}`, '/registrations', '/people', '/tablets', '/audit', '/staff']) {
      expect((await observer('GET', path)).status).toBe(403)
    }
    const overview = await observer('GET', '/overview')
    expect(overview.status).toBe(200)
    expect(overview.text).not.toMatch(/Nguyễn|Cán bộ Thử/)
  })

  it('the queue comes page by page, nobody twice and nobody left out', async () => {
    const commune = '31153' as CommuneCode
    const there = await enrolTestTablet(server, { communes: [commune] })
    const desk = await officeClient(server, (await addStaff(server, { role: 'reviewer', communes: [commune] })).id)
    const bodies = Array.from({ length: 25 }, () => registrationBody({ commune, data: registrationData(stranger()) }))
    await there.record(...bodies)
    const seen: string[] = []
    let cursor = ''
    for (let pages = 0; pages < 10; pages += 1) {
      const page = (await desk('GET', `/registrations?state=new&limit=7${cursor}`)).body as RegistrationPage
      seen.push(...page.items.map(({ id }) => id))
      if (page.next === null) break
      cursor = `&cursor=${page.next}`
    }
    expect(seen.toSorted()).toEqual(bodies.map(({ id }) => id).toSorted())
  })
})
