// The list changed by hand, on every database: history, versions, days, deaths and moves, and the tablets that follow.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Beneficiary } from '../../src/domain/beneficiary.ts'
import type { Entitlement } from '../../src/domain/entitlement.ts'
import type { CommuneCode } from '../../src/domain/ids.ts'
import type { EditAnswer } from '../../src/protocol/office/list-edits.ts'
import type { HistoryPage, PersonOnDay } from '../../src/protocol/office/list-history.ts'
import type { RegistrationDetail, RegistrationPage } from '../../src/protocol/office/registrations.ts'
import { applyDueChanges } from '../../src/server/actions/apply-due-changes.ts'
import { putOnList } from '../../src/server/store/list.ts'
import { inTransaction } from '../../src/server/store/transaction.ts'
import { everyDatabase, type OpenedDatabase } from '../support/every-database.ts'
import { entitlementOf, madeUpPerson } from '../support/made-up-person.ts'
import { type OfficeAnswer, type OfficeClient, officeClient } from '../support/office-client.ts'
import { addStaff, homeCommune, startTestServer, type TestServer } from '../support/test-server.ts'
import {
  enrolTestTablet,
  hashOf,
  madeUpPhoto,
  photoOf,
  registrationBody,
  registrationData,
} from '../support/test-tablet.ts'

const elsewhere = '31150' as CommuneCode
const day = 24 * 3_600_000

describe.each(everyDatabase)('the list by hand on $name', ({ open }) => {
  let opened: OpenedDatabase
  let server: TestServer
  let desk: OfficeClient
  let time = Date.UTC(2026, 10, 23, 3)
  beforeAll(async () => {
    opened = await open()
    server = await startTestServer({ tools: { db: opened.db, now: () => time } })
    const communes = [homeCommune, elsewhere]
    desk = await officeClient(server, (await addStaff(server, { role: 'reviewer', communes, name: 'Lê Duyệt' })).id)
  })
  afterAll(async () => {
    await server.stop()
    await opened.forget()
  })

  const listed = async (changed: Partial<Beneficiary> = {}, benefit: Partial<Entitlement> = {}) => {
    const person = { ...madeUpPerson(homeCommune), ...changed }
    const right = { ...entitlementOf(person), ...benefit }
    await inTransaction(server.tools.db, (trx) =>
      putOnList(trx, person.commune, { beneficiaries: [person], entitlements: [right] }, time),
    )
    return { person, right, version: 2 }
  }
  const saved = (answer: OfficeAnswer) => {
    expect([answer.status, answer.body]).toMatchObject([200, { kind: 'saved' }])
    return answer.body as Extract<EditAnswer, { kind: 'saved' }>
  }
  const change = (id: string, version: number, set: object, more: object = {}) =>
    desk('PATCH', `/people/${id}`, { version, set, from: null, reason: 'Thử', despiteDuplicates: false, ...more })
  const terms = (id: string, benefit: string, version: number, said: object, more: object = {}) =>
    desk('PATCH', `/people/${id}/benefits/${benefit}`, {
      version,
      terms: { until: null, ...said },
      grant: {},
      decision: null,
      reason: 'Điều chỉnh mức chuẩn',
      ...more,
    })
  const history = async (id: string) => (await desk('GET', `/people/${id}/history`)).body as HistoryPage
  const on = async (id: string, when: string) => (await desk('GET', `/people/${id}/days/${when}`)).body as PersonOnDay
  const amountOn = async (id: string, when: string) => (await on(id, when)).benefits[0]?.benefit.monthly
  const fields = { ...madeUpPerson(homeCommune), verification: 'notYet' as const }
  const { id: _id, commune: _commune, ...person } = fields

  it('somebody is added by hand, once it is said that a namesake is another; tablets get the line', async () => {
    const tablet = await enrolTestTablet(server)
    const { cursor } = await tablet.allChanges()
    const who = { ...person, name: '  Võ   Thị Thêm ', birth: '1941', idNumber: '092141990007' }
    const benefit = {
      programme: 'BTXH',
      category: 'BT.5.5C',
      categoryText: 'Người cao tuổi',
      monthly: 540_000,
      arrears: 0,
      decision: '12/QĐ-UBND',
      from: '2026-11-01',
      until: null,
    }
    const path = `/communes/${homeCommune}/people`
    const added = saved(
      await desk('POST', path, {
        person: who,
        benefits: [benefit],
        reason: 'Mới chuyển đến',
        despiteDuplicates: false,
      }),
    )
    const { lines } = await tablet.allChanges(cursor)
    expect(lines).toMatchObject([
      { type: 'beneficiary', id: added.id, name: 'Võ Thị Thêm' },
      { type: 'entitlement', beneficiary: added.id, monthly: 540_000, state: 'active' },
    ])
    const again = { person: who, benefits: [], reason: 'Lại nữa', despiteDuplicates: false }
    expect((await desk('POST', path, again)).body).toMatchObject({
      kind: 'duplicates',
      duplicates: [{ id: added.id, commune: homeCommune, shares: 'idNumber' }],
    })
    expect((await desk('POST', `/communes/${elsewhere}/people`, again)).body).toMatchObject({ kind: 'duplicates' })
    saved(await desk('POST', path, { ...again, despiteDuplicates: true }))
  })

  it('a change is in the history with who, when, what, from, to and why; the tablet follows', async () => {
    const { person: who, version } = await listed({ hamlet: 'Một' })
    const tablet = await enrolTestTablet(server)
    const { cursor } = await tablet.allChanges()
    const { version: next } = saved(await change(who.id, version, { hamlet: ' Hai ', phone: '0912345678' }))
    expect(next).toBe(version + 1)
    expect((await tablet.allChanges(cursor)).lines).toMatchObject([{ id: who.id, hamlet: 'Hai', phone: '0912345678' }])
    const { items } = await history(who.id)
    expect(items.map(({ n, kind }) => [n, kind])).toEqual([
      [3, 'changed'],
      [2, 'added'],
      [1, 'added'],
    ])
    expect(items[0]).toMatchObject({
      by: 'Lê Duyệt',
      reason: 'Thử',
      source: 'office',
      at: new Date(time).toISOString(),
      fields: [
        { field: 'phone', before: null, after: '0912345678' },
        { field: 'hamlet', before: 'Một', after: 'Hai' },
      ],
    })
    expect(saved(await change(who.id, next, { hamlet: 'Hai' })).version).toBe(next)
  })

  it('of two who change the same person one is told, and nothing is overwritten, ten times out of ten', async () => {
    const { person: who, version } = await listed()
    let seen = version
    for (let round = 0; round < 10; round += 1) {
      const sets = [{ hamlet: `Ấp ${round}` }, { fileCode: `HS-${round}` }]
      const answers = await Promise.all(sets.map((set) => change(who.id, seen, set)))
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
      seen += 1
    }
    expect((await history(who.id)).items[0]?.n).toBe(seen)
  })

  it('an amount has days: what begins later does not count today, and on its day the tablets are told', async () => {
    const { person: who, right, version } = await listed()
    const tablet = await enrolTestTablet(server)
    const { cursor } = await tablet.allChanges()
    saved(await terms(who.id, right.id, version, { from: '2026-12-01', set: { monthly: 600_000 } }))
    expect((await tablet.allChanges(cursor)).lines).toEqual([])
    expect(await amountOn(who.id, '2026-11-30')).toBe(500_000)
    expect(await amountOn(who.id, '2026-12-01')).toBe(600_000)
    // A list that is imported meanwhile speaks of today, and does not undo what was planned.
    await inTransaction(server.tools.db, (trx) =>
      putOnList(trx, homeCommune, { beneficiaries: [], entitlements: [{ ...right, monthly: 520_000 as never }] }, time),
    )
    expect([await amountOn(who.id, '2026-11-30'), await amountOn(who.id, '2026-12-01')]).toEqual([520_000, 600_000])
    const before = time
    time = Date.UTC(2026, 11, 1, 0)
    try {
      expect(await applyDueChanges(server.tools)).toBe(1)
      expect(await applyDueChanges(server.tools)).toBe(0)
      expect((await tablet.allChanges(cursor)).lines).toMatchObject([{ id: right.id, monthly: 600_000 }])
    } finally {
      time = before
    }
    expect((await history(who.id)).items[0]).toMatchObject({ kind: 'tookEffect', by: null })
  })

  it('a raise that was overlooked is written down for its days, and today stays as it was', async () => {
    const { person: who, right, version } = await listed()
    const past = { from: '2025-07-01', until: '2025-12-31', set: { monthly: 480_000 } }
    const next = saved(await terms(who.id, right.id, version, past))
    expect(await amountOn(who.id, '2025-06-30')).toBe(500_000)
    expect(await amountOn(who.id, '2025-09-01')).toBe(480_000)
    expect(await amountOn(who.id, '2026-11-23')).toBe(500_000)
    const stop = { from: '2026-11-01', set: { state: 'suspended' } }
    saved(await terms(who.id, right.id, next.version, stop, { reason: 'Ba tháng không nhận', decision: '9/QĐ' }))
    expect((await on(who.id, '2026-11-23')).benefits).toMatchObject([
      { inForce: false, benefit: { state: 'suspended', stateReason: 'Ba tháng không nhận', decision: '9/QĐ' } },
    ])
    expect((await on(who.id, '2026-10-31')).benefits).toMatchObject([{ inForce: true, benefit: { state: 'active' } }])
  })

  it('the dead are owed the month of death and nothing after; a death can be corrected and taken back', async () => {
    const { person: who, right, version } = await listed()
    const tablet = await enrolTestTablet(server)
    const write = (at: number, died: string | null) =>
      desk('PUT', `/people/${who.id}/death`, { version: at, died, decision: null, reason: 'Giấy chứng tử số 7' })
    expect((await write(version, '2026-11-24')).body).toEqual({ kind: 'refused', because: 'inFuture' })
    expect((await write(version, '1949-01-01')).body).toEqual({ kind: 'refused', because: 'diedBeforeBirth' })
    const dead = saved(await write(version, '2026-09-10'))
    const inForce = async (when: string) => (await on(who.id, when)).benefits[0]?.inForce
    expect([await inForce('2026-09-30'), await inForce('2026-10-01')]).toEqual([true, false])
    const line = async () => (await tablet.allChanges()).lines.find(({ id }) => id === right.id)
    expect(await line()).toMatchObject({ state: 'ceased', until: '2026-09-30' })
    const corrected = saved(await write(dead.version, '2026-11-02'))
    expect([await inForce('2026-11-30'), await inForce('2026-12-01')]).toEqual([true, false])
    expect(await line()).toMatchObject({ state: 'active', until: '2026-11-30' })
    const alive = saved(await write(corrected.version, null))
    expect([await inForce('2026-12-01'), await inForce('2027-12-01')]).toEqual([true, true])
    expect(await line()).toMatchObject({ state: 'active', until: null, stateReason: null })
    expect((await history(who.id)).items[0]?.n).toBe(alive.version)
  })

  it('who moves leaves the old commune’s tablets and comes to the new one’s, with benefits and planned changes', async () => {
    const { person: who, right, version } = await listed({ hamlet: 'Cũ' })
    const [old, fresh] = [await enrolTestTablet(server), await enrolTestTablet(server, { communes: [elsewhere] })]
    const both = await enrolTestTablet(server, { communes: [homeCommune, elsewhere] })
    const [atOld, atFresh, atBoth] = [await old.allChanges(), await fresh.allChanges(), await both.allChanges()]
    const planned = saved(await terms(who.id, right.id, version, { from: '2026-12-01', set: { monthly: 700_000 } }))
    const move = { version: planned.version, to: elsewhere, from: '2026-11-20', reason: 'Về ở với con' }
    const place = { hamlet: 'Mới', currentAddress: 'Số 3' }
    const moved = saved(await desk('POST', `/people/${who.id}/move`, { ...move, ...place }))
    expect((await old.allChanges(atOld.cursor)).lines).toMatchObject([
      { type: 'drop', of: 'entitlement', id: right.id },
      { type: 'drop', of: 'beneficiary', id: who.id },
    ])
    const there = [
      { type: 'beneficiary', id: who.id, commune: elsewhere, hamlet: 'Mới' },
      { type: 'entitlement', id: right.id, commune: elsewhere, monthly: 500_000 },
    ]
    expect((await fresh.allChanges(atFresh.cursor)).lines).toMatchObject(there)
    expect((await both.allChanges(atBoth.cursor)).lines).toMatchObject(there)
    expect((await on(who.id, '2026-11-19')).commune).toBe(homeCommune)
    expect((await on(who.id, '2026-11-20')).commune).toBe(elsewhere)
    const before = time
    time += 10 * day
    expect(await applyDueChanges(server.tools)).toBeGreaterThanOrEqual(1)
    time = before
    expect((await fresh.allChanges(atFresh.cursor)).lines).toMatchObject([{ id: who.id }, { monthly: 700_000 }])
    expect((await history(who.id)).items.map(({ kind }) => kind)).toContain('moved')
    expect(moved.version).toBe(planned.version + 1)
  })

  it('a registration that the old commune’s tablet still had is taken, and lies marked where the person lives now', async () => {
    const { person: who, version } = await listed()
    const tablet = await enrolTestTablet(server)
    const photo = madeUpPhoto()
    const early = registrationBody({ subject: who.id, data: registrationData({ name: who.name }) })
    await tablet.record(early)
    const move = { to: elsewhere, from: '2026-11-20', hamlet: null, currentAddress: null, reason: 'Chuyển hộ khẩu' }
    saved(await desk('POST', `/people/${who.id}/move`, { ...move, version }))
    const late = registrationBody({
      subject: who.id,
      amends: early.id,
      photos: [photoOf(photo)],
      data: registrationData({ name: who.name, hamlet: 'Nơi mới' }),
    })
    expect((await tablet.record(late)).body['results']).toMatchObject([{ status: 'accepted' }])
    await tablet.sendPhoto(photo)

    const newDesk = await officeClient(server, (await addStaff(server, { role: 'reviewer', communes: [elsewhere] })).id)
    const oldDesk = await officeClient(server, (await addStaff(server, { role: 'reviewer' })).id)
    expect((await oldDesk('GET', `/registrations/${late.id}`)).status).toBe(404)
    expect((await oldDesk('GET', `/people/${who.id}`)).status).toBe(404)
    const queue = (await newDesk('GET', '/registrations?state=new')).body as RegistrationPage
    expect(queue.items.map(({ id }) => id)).toContain(late.id)
    const detail = (await newDesk('GET', `/registrations/${late.id}`)).body as RegistrationDetail
    expect(detail).toMatchObject({ commune: elsewhere, recordedIn: homeCommune, photos: [{ arrived: true }] })
    const first = (await newDesk('GET', `/registrations/${early.id}`)).body as RegistrationDetail
    expect(first).toMatchObject({ recordedIn: homeCommune, replacedBy: late.id })
    const accept = { decision: 'accept', version: 0, note: null, keep: [], linkTo: null }
    expect((await newDesk('POST', `/registrations/${late.id}/decision`, accept)).status).toBe(200)
    const { lines } = await (await enrolTestTablet(server, { communes: [elsewhere] })).allChanges()
    expect(lines.filter(({ id }) => id === who.id)).toMatchObject([{ commune: elsewhere, hamlet: 'Nơi mới' }])
    const outcome = (await tablet.allChanges()).lines.find(({ id }) => id === late.id)
    expect(outcome).toMatchObject({ type: 'outcome', review: 'accepted', beneficiary: who.id })
    const pictures = await newDesk('GET', `/../photos/${hashOf(photo)}`)
    expect(pictures.status).toBe(200)
  })

  it('nobody moves a person to a commune in which the mover does not work', async () => {
    const { person: who, version } = await listed()
    const narrow = await officeClient(server, (await addStaff(server, { role: 'reviewer' })).id)
    const move = { version, to: elsewhere, from: '2026-11-20', hamlet: null, currentAddress: null, reason: 'x' }
    expect((await narrow('POST', `/people/${who.id}/move`, move)).status).toBe(404)
    expect((await desk('POST', `/people/${who.id}/move`, { ...move, to: homeCommune })).body).toMatchObject({
      kind: 'refused',
      because: 'sameCommune',
    })
  })

  it('who should never have been on the list leaves it, and the history keeps who did it', async () => {
    const { person: who, version } = await listed()
    const tablet = await enrolTestTablet(server)
    const { cursor } = await tablet.allChanges()
    saved(await desk('POST', `/people/${who.id}/removal`, { version, reason: 'Nhập nhầm hai lần' }))
    expect((await tablet.allChanges(cursor)).lines.map(({ type }) => type)).toEqual(['drop', 'drop'])
    expect((await desk('GET', `/people/${who.id}`)).status).toBe(404)
    const rows = await server.tools.db
      .selectFrom('list_change')
      .select(['kind', 'reason'])
      .where('beneficiary_id', '=', who.id)
      .orderBy('n', 'desc')
      .execute()
    expect(rows[0]).toEqual({ kind: 'left', reason: 'Nhập nhầm hai lần' })
  })

  it('no statement changes or removes a line of the history', async () => {
    const { db } = server.tools
    await expect(db.updateTable('list_change').set({ reason: 'nothing' }).execute()).rejects.toThrow('append-only')
    await expect(db.deleteFrom('list_change').execute()).rejects.toThrow('append-only')
  })
})
