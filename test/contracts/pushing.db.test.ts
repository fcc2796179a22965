// What the server promises of a push, on every database.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProfileId } from '../../src/domain/ids.ts'
import { envelopeHash, sealLink } from '../../src/protocol/envelope.ts'
import { PublicKeyJwk } from '../../src/protocol/signing.ts'
import { acceptRecords } from '../../src/server/actions/accept-records.ts'
import type { TabletActor } from '../../src/server/actor.ts'
import { everyDatabase, type OpenedDatabase } from '../support/every-database.ts'
import { homeCommune, otherCommune, startTestServer, type TestServer } from '../support/test-server.ts'
import {
  enrolTestTablet,
  madeUpPhoto,
  openTestTablet,
  photoOf,
  registrationBody,
  registrationData,
} from '../support/test-tablet.ts'

describe.each(everyDatabase)('a push on $name', ({ open }) => {
  let opened: OpenedDatabase
  let server: TestServer
  beforeAll(async () => {
    opened = await open()
    server = await startTestServer({ tools: { db: opened.db } })
  })
  afterAll(async () => {
    await server.stop()
    await opened.forget()
  })
  const envelopesOf = (profileId: string) =>
    server.tools.db
      .selectFrom('envelope')
      .selectAll()
      .where('profile_id', '=', profileId as never)
      .orderBy('seq')
      .execute()
  const registrationsOf = (profileId: string) =>
    server.tools.db
      .selectFrom('registration')
      .selectAll()
      .where('profile_id', '=', profileId as never)
      .execute()

  it('stores what it acknowledges, exactly as it was signed', async () => {
    const tablet = await enrolTestTablet(server)
    const body = registrationBody({ data: registrationData({ name: 'Lê Thị Hoà – “ấp 3”' }) })
    await tablet.record(body)
    const [stored] = await envelopesOf(tablet.profileId)
    expect(Buffer.from(stored?.body ?? []).toString()).toBe(tablet.chain[0]?.body)
    expect(stored).toMatchObject({ seq: 1, sig: tablet.chain[0]?.sig, status: 'accepted', commune: homeCommune })
    expect(await registrationsOf(tablet.profileId)).toMatchObject([
      { id: body.id, state: 'new', name: 'Lê Thị Hoà – “ấp 3”', name_key: 'le thi hoa – “ap 3”', account: 'none' },
    ])
  })

  it('F25: a record sent again after a lost answer has one effect', async () => {
    const tablet = await enrolTestTablet(server)
    const photo = madeUpPhoto()
    await tablet.record(registrationBody({ photos: [photoOf(photo)] }), registrationBody())
    const again = await tablet.push(tablet.chain)
    expect(again.body).toMatchObject({
      next: 3,
      results: [
        { seq: 1, status: 'duplicate', missingPhotos: [photoOf(photo)['sha256']] },
        { seq: 2, status: 'duplicate' },
      ],
    })
    expect(await registrationsOf(tablet.profileId)).toHaveLength(2)
  })

  it('F26: the same push twice at once has one effect, fifty times out of fifty', async () => {
    const tablet = await enrolTestTablet(server)
    for (let round = 1; round <= 50; round += 1) {
      const envelope = await tablet.seal(registrationBody())
      const answers = await Promise.all([tablet.push([envelope]), tablet.push([envelope])])
      expect(answers.map(({ status }) => status)).toEqual([200, 200])
      const statuses = answers.map(({ body }) => (body as { results: { status: string }[] }).results[0]?.status)
      expect(statuses.toSorted(inOrder)).toEqual(['accepted', 'duplicate'])
    }
    expect(await envelopesOf(tablet.profileId)).toHaveLength(50)
    expect(await registrationsOf(tablet.profileId)).toHaveLength(50)
  })

  it('F28: one bad record in twenty is named, and the others flow', async () => {
    const tablet = await enrolTestTablet(server)
    const bodies = Array.from({ length: 20 }, (_, index) =>
      index === 7 ? registrationBody({ data: { person: 'nobody' } }) : registrationBody(),
    )
    const { body } = await tablet.record(...bodies)
    const results = body['results'] as { seq: number; status: string; reasons?: string[] }[]
    expect(results.filter(({ status }) => status === 'accepted')).toHaveLength(19)
    expect(results[7]).toMatchObject({ seq: 8, status: 'quarantined', reasons: ['bad_data'], id: bodies[7]?.id })
    expect(body['next']).toBe(21)
    expect((await envelopesOf(tablet.profileId))[7]).toMatchObject({ status: 'quarantined', reasons: '["bad_data"]' })
  })

  const broken: [string, unknown, string[]][] = [
    ['no JSON', '{"id":', ['not_json']],
    ['no record', '[]', ['bad_record']],
    ['an unknown kind', registrationBody({ kind: 'gift' }), ['unknown_kind']],
    ['a version from the future', registrationBody({ v: 99 }), ['unknown_version']],
    ['another commune', registrationBody({ commune: otherCommune }), ['commune_out_of_scope']],
    ['a reference to nothing', registrationBody({ amends: registrationBody().id }), ['unknown_reference']],
    ['a NUL', registrationBody({ data: registrationData({ name: 'a\0b' }) }), ['text_not_storable']],
    [
      'half a surrogate pair',
      registrationBody({ data: registrationData({ name: 'a\ud800b' }) }),
      ['text_not_storable'],
    ],
    ['half a pair in clear', `{"id":"x\ud800"}`, ['text_not_storable']],
    ['a prototype', '{"__proto__":{"kind":"registration"},"constructor":{}}', ['bad_record']],
  ]
  it.each(broken)('keeps %s apart with its reason, and goes on', async (_what, body, reasons) => {
    const tablet = await enrolTestTablet(server)
    const { status, body: answer } = await tablet.record(body, registrationBody())
    expect(status).toBe(200)
    expect(answer['results']).toMatchObject([{ status: 'quarantined', reasons }, { status: 'accepted' }])
    // Whose answer was lost hears the same once more.
    const [broken, good] = (await tablet.push(tablet.chain)).body['results'] as object[]
    expect(broken).toMatchObject({ status: 'duplicate', reasons })
    expect(good).toMatchObject({ status: 'duplicate' })
    expect(good).not.toHaveProperty('reasons')
    const [stored] = await envelopesOf(tablet.profileId)
    expect(Buffer.from(stored?.body ?? [])).toEqual(Buffer.from(tablet.chain[0]?.body ?? '', 'utf8'))
  })

  it('says where records are missing, and stores nothing then', async () => {
    const tablet = await enrolTestTablet(server)
    await tablet.seal(registrationBody())
    const second = await tablet.seal(registrationBody())
    const answer = await tablet.push([second])
    expect(answer.status).toBe(409)
    expect(answer.body).toMatchObject({ code: 'sequence_gap', next: 1 })
    expect(await envelopesOf(tablet.profileId)).toHaveLength(0)
  })

  it('S25: takes nothing from an altered envelope on, and keeps those before it', async () => {
    const tablet = await enrolTestTablet(server)
    const [first, second] = [await tablet.seal(registrationBody()), await tablet.seal(registrationBody())]
    const third = await tablet.seal(registrationBody())
    const altered = { ...second, body: second.body.replace('Thử', 'Giả') }
    const answer = await tablet.push([first, altered, third])
    expect([answer.status, answer.body['code'], answer.body['seq']]).toEqual([422, 'bad_signature', 2])
    expect(await envelopesOf(tablet.profileId)).toHaveLength(1)
    expect((await tablet.push([second, third])).body).toMatchObject({ next: 4 })
  })

  it.each([
    ['without a signature', 'bad_signature', { sig: undefined }],
    ['with a hash of no hash’s form', 'bad_signature', { prev: 'abc' }],
  ])('S25: an envelope %s is refused by itself; those before it are stored', async (_what, code, broken) => {
    const tablet = await enrolTestTablet(server)
    const [first, second] = [await tablet.seal(registrationBody()), await tablet.seal(registrationBody())]
    const answer = await tablet.push([first, { ...second, ...broken }])
    expect([answer.status, answer.body['code'], answer.body['seq']]).toEqual([422, code, 2])
    expect((await tablet.push([first, second])).body).toMatchObject({ next: 3, results: [{ status: 'duplicate' }, {}] })
    const stray = await sealLink({ seq: 3, prev: '', body: '{}' }, tablet.keys.privateKey)
    expect((await tablet.push([stray])).body).toMatchObject({ code: 'bad_chain', seq: 3 })
  })

  it('S25: names the altered one of every push that comes in a crowd, and takes the others', async () => {
    const tablets = await Promise.all(Array.from({ length: 8 }, () => enrolTestTablet(server)))
    const batches = await Promise.all(
      tablets.map(async (tablet, index) => {
        for (let n = 0; n < 5; n += 1) await tablet.seal(registrationBody())
        const altered = tablet.chain.map((each) => (each.seq === 4 ? { ...each, body: `${each.body} ` } : each))
        return index % 2 === 0 ? tablet.chain : altered
      }),
    )
    const answers = await Promise.all(tablets.map((tablet, index) => tablet.push(batches[index] ?? [])))
    for (const [index, { status, body }] of answers.entries()) {
      const wanted =
        index % 2 === 0 ? { status: 200, next: 6 } : { status: 422, next: 4, code: 'bad_signature', seq: 4 }
      expect({ status, ...body }).toMatchObject(wanted)
      const stored = await envelopesOf(tablets[index]?.profileId ?? '')
      expect(stored).toHaveLength(wanted.next - 1)
    }
  })

  it('S25: does not take a signed envelope that follows another one than the last', async () => {
    const tablet = await enrolTestTablet(server)
    const first = await tablet.seal(registrationBody())
    const stray = await sealLink(
      { seq: 2, prev: await envelopeHash({ ...first, body: '{}' }), body: '{}' },
      tablet.keys.privateKey,
    )
    const answer = await tablet.push([first, stray])
    expect([answer.status, answer.body['code'], answer.body['seq']]).toEqual([422, 'bad_chain', 2])
    expect(await envelopesOf(tablet.profileId)).toHaveLength(1)
  })

  it('F46: a cloned tablet is seen at the first collision, both facts are kept, and the profile is frozen', async () => {
    const tablet = await enrolTestTablet(server)
    await tablet.record(registrationBody())
    const clone = openTestTablet(server.url, tablet.enrolment, tablet.keys, [...tablet.chain])
    await tablet.record(registrationBody())
    const collision = await clone.record(registrationBody(), registrationBody())
    expect([collision.status, collision.body['code'], collision.body['seq']]).toEqual([409, 'fork', 2])
    const apart = await server.tools.db
      .selectFrom('fork_envelope')
      .selectAll()
      .where('profile_id', '=', tablet.profileId)
      .orderBy('seq')
      .execute()
    expect(apart.map(({ seq, sig }) => [seq, sig])).toEqual(clone.chain.slice(1).map(({ seq, sig }) => [seq, sig]))
    expect(await envelopesOf(tablet.profileId)).toHaveLength(2)

    const far = await clone.push([await clone.seal(registrationBody())])
    expect([far.status, far.body['code'], far.body['seq']]).toEqual([409, 'fork', 4])

    const afterwards = await tablet.record(registrationBody())
    expect([afterwards.status, afterwards.body['code']]).toEqual([409, 'fork'])
    expect((await tablet.push(tablet.chain.slice(0, 2))).body['results']).toMatchObject([
      { status: 'duplicate' },
      { status: 'duplicate' },
    ])
  })

  it('S21: a stolen token pushes nothing, and freezes nobody', async () => {
    const tablet = await enrolTestTablet(server)
    await tablet.record(registrationBody())
    const thief = await enrolTestTablet(server)
    const forged = openTestTablet(server.url, tablet.enrolment, thief.keys, [...tablet.chain])
    expect((await forged.record(registrationBody())).body).toMatchObject({ code: 'bad_signature', seq: 2 })
    const replaced = openTestTablet(server.url, tablet.enrolment, thief.keys)
    expect((await replaced.record(registrationBody())).body).toMatchObject({ code: 'bad_signature', seq: 1 })
    expect((await tablet.record(registrationBody())).status).toBe(200)
  })

  it('stores nothing of a profile that there is not, whatever the database checks by itself', async () => {
    const tablet = await enrolTestTablet(server)
    const envelope = await tablet.seal(registrationBody())
    const nobody = '01a20000-0000-7000-8000-000000000000' as ProfileId
    const actor: TabletActor = {
      kind: 'tablet',
      profileId: nobody,
      staffId: tablet.enrolment.staff.id,
      role: 'wardOfficer',
      communes: [homeCommune],
      publicKey: PublicKeyJwk.parse(await crypto.subtle.exportKey('jwk', tablet.keys.publicKey)),
      frozen: false,
    }
    await expect(acceptRecords(server.tools, actor, [envelope])).rejects.toThrow('a profile is never removed')
    expect(await envelopesOf(nobody)).toEqual([])
  })

  it('a fact carried over to a new profile of the same person has no second effect; of another person it is apart', async () => {
    const tablet = await enrolTestTablet(server)
    const body = registrationBody()
    await tablet.record(body)
    const staff = await server.tools.db
      .selectFrom('profile')
      .select('staff_id')
      .where('id', '=', tablet.profileId)
      .executeTakeFirstOrThrow()
    const anew = await enrolTestTablet(server)
    await server.tools.db.updateTable('profile').set(staff).where('id', '=', anew.profileId).execute()
    expect((await anew.record(body)).body['results']).toMatchObject([{ seq: 1, status: 'duplicate' }])
    const stranger = await enrolTestTablet(server)
    expect((await stranger.record(body)).body['results']).toMatchObject([
      { status: 'quarantined', reasons: ['id_taken'] },
    ])
    const all = await server.tools.db.selectFrom('registration').select('id').where('id', '=', body.id).execute()
    expect(all).toHaveLength(1)
  })

  it('a later record takes the place of the one it amends', async () => {
    const tablet = await enrolTestTablet(server)
    const body = registrationBody()
    const later = registrationBody({ amends: body.id })
    await tablet.record(body, later)
    const rows = await registrationsOf(tablet.profileId)
    expect(rows.map(({ id, superseded_by }) => [id, superseded_by])).toEqual(
      expect.arrayContaining([
        [body.id, later.id],
        [later.id, null],
      ]),
    )
  })
})

function inOrder(a: string | undefined, b: string | undefined): number {
  return (a ?? '') < (b ?? '') ? -1 : 1
}
