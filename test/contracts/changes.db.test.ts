// What the feed of changes promises, on every database.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Beneficiary } from '../../src/domain/beneficiary.ts'
import type { Entitlement } from '../../src/domain/entitlement.ts'
import type { CommuneCode } from '../../src/domain/ids.ts'
import { digestOf } from '../../src/protocol/holdings.ts'
import { inTransaction } from '../../src/server/store/transaction.ts'
import { forgetTombstones, markFeeds } from '../../src/server/store/forget-tombstones.ts'
import { putOnList, takeOffList } from '../../src/server/store/list.ts'
import { everyDatabase, type OpenedDatabase } from '../support/every-database.ts'
import { entitlementOf, madeUpPerson } from '../support/made-up-person.ts'
import { homeCommune, otherCommune, startTestServer, type TestServer } from '../support/test-server.ts'
import { enrolTestTablet, madeUpPhoto, photoOf, readPage, registrationBody } from '../support/test-tablet.ts'

describe.each(everyDatabase)('the feed of changes on $name', ({ open }) => {
  let opened: OpenedDatabase
  let server: TestServer
  beforeAll(async () => {
    opened = await open()
    server = await startTestServer({ tools: { db: opened.db }, environment: { LIMITS: '{"holdingsEveryMs":1}' } })
  })
  afterAll(async () => {
    await server.stop()
    await opened.forget()
  })

  const put = (commune: CommuneCode, beneficiaries: Beneficiary[], entitlements: Entitlement[] = []) =>
    inTransaction(server.tools.db, (trx) => putOnList(trx, commune, { beneficiaries, entitlements }, Date.now()))

  it('hands out a list page by page, each thing once, and then nothing', async () => {
    const commune = '31150' as CommuneCode
    const people = Array.from({ length: 25 }, () => madeUpPerson(commune))
    await put(commune, people, people.map(entitlementOf))
    const tablet = await enrolTestTablet(server, { communes: [commune] })
    const first = await tablet.changes(undefined, 20)
    expect([first.lines.length, first.end.more]).toEqual([20, true])
    const { lines, cursor } = await tablet.allChanges()
    expect(lines).toHaveLength(50)
    expect(new Set(lines.map((line) => line.id)).size).toBe(50)
    expect(lines[0]).toEqual({ type: 'beneficiary', ...people[0] })
    expect((await tablet.changes(cursor)).lines).toEqual([])
  })

  it('puts as many pages into one answer as are asked for, each whole by itself', async () => {
    const commune = '31168' as CommuneCode
    await put(
      commune,
      Array.from({ length: 25 }, () => madeUpPerson(commune)),
    )
    const tablet = await enrolTestTablet(server, { communes: [commune] })
    const pagesOf = async (query: string) => {
      const text = await (await tablet.fetch(`/changes?limit=10&${query}`)).text()
      return text
        .split(/(?=\{"type":"begin")/)
        .filter((page) => page !== '')
        .map(readPage)
    }
    const whole = await pagesOf('pages=9')
    expect(whole.map(({ lines, end }) => [lines.length, end.more])).toEqual([
      [10, true],
      [10, true],
      [5, false],
    ])
    const two = await pagesOf('pages=2')
    expect(two.map(({ lines }) => lines)).toEqual(whole.slice(0, 2).map(({ lines }) => lines))
    const rest = await pagesOf(`pages=9&cursor=${two.at(-1)?.end.cursor}`)
    expect(rest.map(({ lines }) => lines)).toEqual(whole.slice(2).map(({ lines }) => lines))
  })

  it('lets each page leave on its own when it is compressed: a cut takes no more than the page it cuts', async () => {
    const commune = '31207' as CommuneCode
    await put(
      commune,
      Array.from({ length: 25 }, () => madeUpPerson(commune)),
    )
    const tablet = await enrolTestTablet(server, { communes: [commune] })
    const { rawPayload } = await server.app.inject({
      url: '/api/v1/changes?limit=10&pages=9',
      headers: { authorization: `Bearer ${tablet.token}`, 'accept-encoding': 'gzip' },
    })
    // What deflate writes where it was told to let go of what it holds.
    const lettings = rawPayload.toString('latin1').split('\x00\x00\xff\xff').length - 1
    expect(lettings).toBeGreaterThanOrEqual(3)
  })

  it('tells only what changed since, the last word on each thing, and tombstones', async () => {
    const commune = '31153' as CommuneCode
    const [kept, gone] = [madeUpPerson(commune), madeUpPerson(commune)]
    await put(commune, [kept, gone], [entitlementOf(gone)])
    const tablet = await enrolTestTablet(server, { communes: [commune] })
    const { cursor } = await tablet.allChanges()
    await put(commune, [{ ...kept, hamlet: 'Một' }])
    await put(commune, [{ ...kept, hamlet: 'Hai' }])
    await inTransaction(server.tools.db, (trx) => takeOffList(trx, commune, [gone.id], Date.now()))
    const { lines } = await tablet.allChanges(cursor)
    expect(lines).toMatchObject([
      { type: 'beneficiary', id: kept.id, hamlet: 'Hai' },
      { type: 'drop', of: 'entitlement' },
      { type: 'drop', of: 'beneficiary', id: gone.id },
    ])
    expect((await tablet.allChanges()).lines.map(({ id }) => id)).toEqual([kept.id])
  })

  it('says what a tablet should hold, and that is what the lines give', async () => {
    const commune = '31157' as CommuneCode
    const people = Array.from({ length: 7 }, () => madeUpPerson(commune))
    await put(commune, people, people.map(entitlementOf))
    await put(commune, [{ ...(people[0] as Beneficiary), hamlet: 'Ba' }])
    await inTransaction(server.tools.db, (trx) =>
      takeOffList(trx, commune, [(people[1] as Beneficiary).id], Date.now()),
    )
    const tablet = await enrolTestTablet(server, { communes: [commune] })
    const page = await tablet.changes()
    expect(page.begin.communes).toEqual([{ code: commune, name: 'Phường Thới Long', holds: digestOf(page.exact) }])
    expect(page.begin.communes[0]?.holds?.count).toBe(12)
  })

  it('never tells a tablet of another commune (S23)', async () => {
    const canary = { ...madeUpPerson(otherCommune), name: 'Chim Hoàng Yến' }
    await put(otherCommune, [canary], [entitlementOf(canary)])
    const tablet = await enrolTestTablet(server)
    const text = await (await tablet.fetch('/changes')).text()
    expect(text).not.toContain(canary.name)
    expect(text).not.toContain(otherCommune)
    const { e, h } = JSON.parse(Buffer.from(readPage(text).end.cursor, 'base64url').toString()) as {
      e: string
      h: number
    }
    const forged = Buffer.from(JSON.stringify({ e, f: { [otherCommune]: 0 }, h })).toString('base64url')
    expect(await (await tablet.fetch(`/changes?cursor=${forged}`)).text()).not.toContain(canary.name)
  })

  it('somebody who moves between two communes of one tablet is not dropped by it', async () => {
    const [from, to] = ['31162', '31168'] as [CommuneCode, CommuneCode]
    const moving = madeUpPerson(from)
    await put(from, [moving])
    const tablet = await enrolTestTablet(server, { communes: [from, to] })
    const { cursor } = await tablet.allChanges()
    await inTransaction(server.tools.db, async (trx) => {
      await takeOffList(trx, from, [moving.id], Date.now())
      await putOnList(trx, to, { beneficiaries: [{ ...moving, commune: to }], entitlements: [] }, Date.now())
    })
    expect((await tablet.allChanges(cursor)).lines).toMatchObject([{ type: 'beneficiary', id: moving.id, commune: to }])
    const left = await enrolTestTablet(server, { communes: [from] })
    expect((await left.allChanges()).lines).toEqual([])
  })

  it('a commune that leaves the scope is no longer named, and one that comes back is told from its beginning', async () => {
    const commune = '31174' as CommuneCode
    const somebody = madeUpPerson(commune)
    await put(commune, [somebody])
    const tablet = await enrolTestTablet(server, { communes: [homeCommune, commune] })
    const { cursor } = await tablet.allChanges()
    const staffId = tablet.enrolment.staff.id
    await server.tools.db
      .deleteFrom('staff_commune')
      .where('staff_id', '=', staffId)
      .where('commune', '=', commune)
      .execute()
    const without = await tablet.allChanges(cursor)
    expect(without.begin.communes.map(({ code }) => code)).toEqual([homeCommune])
    await server.tools.db.insertInto('staff_commune').values({ staff_id: staffId, commune }).execute()
    expect((await tablet.allChanges(without.cursor)).lines).toMatchObject([{ id: somebody.id }])
  })

  it('tells the outcome of a record to who recorded it and to nobody else', async () => {
    const tablet = await enrolTestTablet(server)
    const colleague = await enrolTestTablet(server)
    const photo = madeUpPhoto()
    const body = registrationBody({ photos: [photoOf(photo)] })
    await tablet.record(body)
    const before = await tablet.allChanges()
    expect(before.lines.find(({ type }) => type === 'outcome')).toMatchObject({
      id: body.id,
      status: 'accepted',
      review: 'new',
      missingPhotos: [photoOf(photo)['sha256']],
    })
    await tablet.sendPhoto(photo)
    const after = await tablet.allChanges(before.cursor)
    expect(after.lines).toMatchObject([{ type: 'outcome', id: body.id, missingPhotos: [] }])
    expect((await colleague.allChanges()).lines.filter(({ type }) => type === 'outcome')).toEqual([])
  })

  it('a reader misses no change of four writers who commit as they like', async () => {
    const commune = '31183' as CommuneCode
    const tablet = await enrolTestTablet(server, { communes: [commune] })
    const written = new Set<string>()
    let writing = true
    const writers = Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let round = 0; round < 20; round += 1) {
          const people = [madeUpPerson(commune), madeUpPerson(commune)]
          await put(commune, people)
          for (const { id } of people) written.add(id)
        }
      }),
    ).finally(() => {
      writing = false
    })
    const seen = new Set<string>()
    let cursor: string | undefined
    for (let last = false; ; last = !writing) {
      const page = await tablet.allChanges(cursor)
      for (const { id } of page.lines) seen.add(id)
      cursor = page.cursor
      if (last) break
    }
    await writers
    for (const { id } of (await tablet.allChanges(cursor)).lines) seen.add(id)
    expect([...written].filter((id) => !seen.has(id))).toEqual([])
    expect(seen.size).toBe(160)
  })

  it('a cursor from before forgotten deletions must start anew, others go on', async () => {
    const commune = '31201' as CommuneCode
    const [kept, gone] = [madeUpPerson(commune), madeUpPerson(commune)]
    await put(commune, [kept, gone])
    const tablet = await enrolTestTablet(server, { communes: [commune] })
    const early = await tablet.allChanges()
    await inTransaction(server.tools.db, (trx) => takeOffList(trx, commune, [gone.id], Date.now()))
    const late = await tablet.allChanges(early.cursor)
    // The server may have marked them itself when it started, and marks once a day.
    const later = Date.now() + 2 * 24 * 3_600_000
    await markFeeds(server.tools.db, later)
    expect(await forgetTombstones(server.tools.db, later)).toBeGreaterThan(0)
    expect((await tablet.fetch(`/changes?cursor=${early.cursor}`)).status).toBe(400)
    expect((await tablet.allChanges(late.cursor)).lines).toEqual([])
    const anew = await tablet.changes()
    expect(anew.lines.map(({ id }) => id)).toEqual([kept.id])
    expect(anew.begin.communes[0]?.holds).toEqual(digestOf(anew.exact))
  })

  it('a cursor of nobody is refused, and one of another epoch starts from the beginning', async () => {
    const commune = '31186' as CommuneCode
    await put(commune, [madeUpPerson(commune)])
    const tablet = await enrolTestTablet(server, { communes: [commune] })
    expect((await tablet.fetch('/changes?cursor=nonsense')).status).toBe(400)
    const old = Buffer.from(JSON.stringify({ e: 'before', f: { [commune]: 99 }, h: 0 })).toString('base64url')
    expect((await tablet.changes(old)).lines).toHaveLength(1)
  })
})
