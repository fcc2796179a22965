// A tablet's outbox that comes as a file has the outcome of a push; a forgotten PIN is helped once, by the office.
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromBase64Url, toBase64Url, utf8 } from '../../src/protocol/bytes.ts'
import { makeEscrow } from '../../src/protocol/escrow.ts'
import { importDataKey, sealBytes } from '../../src/protocol/sealing.ts'
import type { ProfileId } from '../../src/domain/ids.ts'
import { addStaff, otherCommune, signIn, startTestServer, type TestServer } from '../support/test-server.ts'
import {
  answerOf,
  enrolTestTablet,
  hashOf,
  madeUpPhoto,
  openTestTablet,
  photoOf,
  registrationBody,
  type TestTablet,
} from '../support/test-tablet.ts'

describe('a sealed file', () => {
  let server: TestServer
  let officer: { cookie: string }
  beforeAll(async () => {
    server = await startTestServer({
      environment: { LIMITS: JSON.stringify({ inflatedSealedFileBytes: 2_000_000, recoveryRequestsPerHour: 100 }) },
    })
    officer = await signIn(server, (await addStaff(server, { role: 'reviewer' })).id)
  })
  afterAll(() => server.stop())

  const upload = async (bytes: Uint8Array, headers: Record<string, string> = officer) =>
    answerOf(
      await fetch(`${server.url}/api/v1/office/sealed-files`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/octet-stream' },
        body: new Uint8Array(bytes),
      }),
    )

  it('has the outcome of a push, photos included; the same records over the network are then duplicates', async () => {
    const tablet = await enrolTestTablet(server)
    const photo = madeUpPhoto(150_000)
    await tablet.seal(registrationBody({ photos: [photoOf(photo)] }))
    await tablet.seal('not JSON')
    await tablet.seal(registrationBody())
    const answer = await upload(gzipSync(await fileOf(tablet, { photos: [photo] })))
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      profileId: tablet.profileId,
      refused: null,
      results: [
        { seq: 1, status: 'accepted', missingPhotos: [] },
        { seq: 2, status: 'quarantined', reasons: ['not_json'] },
        { seq: 3, status: 'accepted' },
      ],
      photos: { kept: [hashOf(photo)], refused: [] },
    })
    expect((await tablet.photoOffset(hashOf(photo))).headers.get('upload-complete')).toBe('?1')
    expect((await tablet.push(tablet.chain)).body['results']).toMatchObject([
      { status: 'duplicate' },
      { status: 'duplicate' },
      { status: 'duplicate' },
    ])
    const by = await server.tools.db
      .selectFrom('envelope')
      .select('by_file')
      .where('profile_id', '=', tablet.profileId)
      .execute()
    expect(by.map(({ by_file }) => by_file)).toEqual([1, 1, 1])
    expect((await upload(gzipSync(await fileOf(tablet, { photos: [photo] })))).body['results']).toMatchObject([
      { status: 'duplicate' },
      { status: 'duplicate' },
      { status: 'duplicate' },
    ])
  })

  it('that was cut off, changed or sealed elsewhere is refused whole', async () => {
    const tablet = await enrolTestTablet(server)
    await tablet.seal(registrationBody())
    await tablet.seal(registrationBody())
    const text = await fileOf(tablet)
    const lines = text.trimEnd().split('\n')
    const swapped = lines.map((line) => line.replace('"seq":1,', '"seq":9,'))
    const wrong: [Uint8Array, string][] = [
      [gzipSync(text).subarray(0, -20), 'bad_file'],
      [gzipSync(`${lines.slice(0, -1).join('\n')}\n`), 'bad_file'],
      [gzipSync(`${[...lines.slice(0, 2), lines.at(-1)].join('\n')}\n`), 'bad_file'],
      [gzipSync(swapped.join('\n')), 'bad_file'],
      [gzipSync(text.replace(/"sealed":"..../, '"sealed":"AAAA')), 'bad_file'],
      [utf8(text), 'bad_file'],
      [gzipSync(text.replace(/"escrow":"..../, '"escrow":"AAAA')), 'bad_escrow'],
    ]
    for (const [bytes, code] of wrong) {
      const answer = await upload(bytes)
      expect([answer.status, answer.body['code']]).toEqual([422, code])
    }
    expect((await tablet.changes()).begin.journal.next).toBe(1)
  })

  it('S29: that is a bomb is refused while it inflates', async () => {
    const answer = await upload(gzipSync(Buffer.alloc(100 * 1024 * 1024, 'a\n'), { level: 1 }))
    expect([413, 422]).toContain(answer.status)
    const long = await upload(gzipSync(Buffer.alloc(100 * 1024 * 1024, 'a'), { level: 1 }))
    expect(long.status).toBe(413)
  })

  it('of a tablet outside the scope is not taken', async () => {
    const tablet = await enrolTestTablet(server, { communes: [otherCommune] })
    await tablet.seal(registrationBody({ commune: otherCommune }))
    expect((await upload(gzipSync(await fileOf(tablet)))).status).toBe(404)
  })

  it('of a cloned tablet shows the fork, as a push would', async () => {
    const tablet = await enrolTestTablet(server)
    const clone = openTestTablet(server.url, tablet.enrolment, tablet.keys)
    await tablet.record(registrationBody())
    await clone.seal(registrationBody())
    expect((await upload(gzipSync(await fileOf(clone)))).body).toMatchObject({ refused: { code: 'fork', seq: 1 } })
  })

  const post = async (path: string, body: unknown) =>
    answerOf(
      await fetch(`${server.url}/api/v1${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    )

  it('a forgotten PIN: the key is handed out once, only after the office agreed, only to who asked', async () => {
    const tablet = await enrolTestTablet(server)
    const dataKey = crypto.getRandomValues(new Uint8Array(32))
    const escrow = await makeEscrow(tablet.enrolment.server.sealTo, tablet.profileId, dataKey)
    const claim = toBase64Url(crypto.getRandomValues(new Uint8Array(32)))
    const asked = await post('/vault-recoveries', { profileId: tablet.profileId, escrow, claim })
    expect(asked.status).toBe(202)
    expect(asked.body['check']).toMatch(/^\d{4}$/)
    const path = `/vault-recoveries/${String(asked.body['recoveryId'])}/key`
    expect((await post(path, { claim })).body['code']).toBe('not_approved')
    const approval = await fetch(
      `${server.url}/api/v1/office/vault-recoveries/${String(asked.body['recoveryId'])}/approval`,
      {
        method: 'POST',
        headers: { ...officer, 'content-type': 'application/json' },
        body: JSON.stringify({ check: asked.body['check'] }),
      },
    )
    expect(approval.status).toBe(204)
    const wrong = toBase64Url(crypto.getRandomValues(new Uint8Array(32)))
    expect((await post(path, { claim: wrong })).status).toBe(404)
    const fetched = await Promise.all([post(path, { claim }), post(path, { claim })])
    expect(fetched.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410])
    const key = fetched.find(({ status }) => status === 200)?.body['dataKey']
    expect(fromBase64Url(String(key))).toEqual(dataKey)
    expect((await post(path, { claim })).body['code']).toBe('already_fetched')
    const audit = await server.tools.db
      .selectFrom('audit')
      .select('action')
      .where('thing_id', '=', String(asked.body['recoveryId']))
      .orderBy('at')
      .orderBy('id')
      .execute()
    expect(audit.map(({ action }) => action)).toEqual(['recovery.asked', 'recovery.approved', 'recovery.fetched'])
  })

  it('an escrow of another profile, another server or a revoked profile opens nothing', async () => {
    const [tablet, other] = [await enrolTestTablet(server), await enrolTestTablet(server)]
    const dataKey = crypto.getRandomValues(new Uint8Array(32))
    const claim = toBase64Url(crypto.getRandomValues(new Uint8Array(32)))
    const escrow = await makeEscrow(tablet.enrolment.server.sealTo, tablet.profileId, dataKey)
    const ask = async (profileId: ProfileId, sealed: string) =>
      (await post('/vault-recoveries', { profileId, escrow: sealed, claim })).body['code']
    expect(await ask(other.profileId, escrow)).toBe('bad_escrow')
    const elsewhere = await makeEscrow(tablet.enrolment.server.verify, tablet.profileId, dataKey)
    expect(await ask(tablet.profileId, elsewhere)).toBe('bad_escrow')
    await server.tools.db.updateTable('profile').set({ state: 'revoked' }).where('id', '=', tablet.profileId).execute()
    expect(await ask(tablet.profileId, escrow)).toBe('bad_escrow')
  })
})

/** What a tablet writes: the escrow, its rows as they are sealed in its database, and the end line. */
async function fileOf(tablet: TestTablet, { photos = [] }: { photos?: Uint8Array[] } = {}): Promise<string> {
  const { profileId: profile } = tablet
  const raw = crypto.getRandomValues(new Uint8Array(32))
  const key = await importDataKey(raw)
  const escrow = await makeEscrow(tablet.enrolment.server.sealTo, profile, raw)
  const lines: unknown[] = [{ type: 'tannha', v: 1, profileId: profile, escrow, madeAt: '2026-11-23T09:00:00+07:00' }]
  const seal = async (table: string, id: string, bytes: Uint8Array) =>
    toBase64Url(await sealBytes(key, { profile, table, id, version: 1 }, new Uint8Array(bytes)))
  for (const envelope of tablet.chain) {
    const sealed = await seal('records', String(envelope.seq), utf8(JSON.stringify(envelope)))
    lines.push({ type: 'record', seq: envelope.seq, version: 1, sealed })
  }
  for (const photo of photos) {
    const sha256 = hashOf(photo)
    const size = 57_000
    const of = Math.ceil(photo.length / size)
    for (let index = 0; index < of; index += 1) {
      const piece = photo.subarray(index * size, (index + 1) * size)
      const sealed = await seal('photoChunks', `${sha256}/${index}`, piece)
      lines.push({ type: 'chunk', sha256, index, of, version: 1, sealed })
    }
  }
  lines.push({ type: 'end', count: lines.length - 1 })
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}
