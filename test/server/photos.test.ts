// Photos over real HTTP: resumable, checked, and shown only to the office in scope.
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

describe('photos', () => {
  let server: TestServer
  let tablet: TestTablet
  beforeAll(async () => {
    server = await startTestServer()
    tablet = await enrolTestTablet(server)
  })
  afterAll(() => server.stop())

  const look = async (sha256: string, staffId: Parameters<typeof signIn>[1]) =>
    fetch(`${server.url}/api/v1/photos/${sha256}`, { headers: await signIn(server, staffId) })

  it('a small photo is one request, and is then complete', async () => {
    const photo = madeUpPhoto()
    const sent = await tablet.sendPhoto(photo)
    expect([sent.status, sent.headers.get('upload-offset'), sent.headers.get('upload-complete')]).toEqual([
      204,
      String(photo.length),
      '?1',
    ])
    const asked = await tablet.photoOffset(hashOf(photo))
    expect([asked.status, asked.headers.get('upload-complete'), asked.headers.get('tan-nha')]).toEqual([200, '?1', '1'])
    expect((await tablet.sendPhoto(photo)).status).toBe(204)
  })

  it('of a photo that never came there is nothing', async () => {
    expect((await tablet.photoOffset(hashOf(madeUpPhoto()))).status).toBe(404)
  })

  it('F31: an upload cut at every piece goes on where it was, with no byte sent twice', async () => {
    const photo = madeUpPhoto(64_000)
    const sha256 = hashOf(photo)
    const step = 7000
    let sent = 0
    for (let offset = 0; offset < photo.length;) {
      const line = openUpload(server, tablet, photo, { offset, bytes: step })
      const reached = Math.min(photo.length - 1, offset + step)
      const answer = await until(async () => {
        const asked = await tablet.photoOffset(sha256)
        return Number(asked.headers.get('upload-offset') ?? 0) >= reached ? asked : null
      })
      line.destroy()
      sent += Number(answer.headers.get('upload-offset')) - offset
      offset = Number(answer.headers.get('upload-offset'))
      if (photo.length - offset <= step) {
        const last = await tablet.sendPhoto(photo, { offset })
        sent += photo.length - offset
        expect([last.status, last.headers.get('upload-complete')]).toEqual([204, '?1'])
        offset = photo.length
      }
    }
    expect(sent).toBe(photo.length)
    await tablet.record(registrationBody({ photos: [photoOf(photo)] }))
    const reviewer = await addStaff(server, { role: 'reviewer' })
    const shown = await look(sha256, reviewer.id)
    expect(hashOf(new Uint8Array(await shown.arrayBuffer()))).toBe(sha256)
  })

  it('F31: survives a restart of the server between two pieces', async () => {
    const dataDir = server.dataDir
    const photo = madeUpPhoto(20_000)
    await tablet.sendPhoto(photo, { upTo: 9000 })
    const second = await startTestServer({ dataDir })
    const response = await fetch(`${second.url}/api/v1/photos/${hashOf(photo)}`, {
      method: 'HEAD',
      headers: { authorization: `Bearer ${tablet.token}` },
    })
    expect(response.headers.get('upload-offset')).toBe('9000')
    await second.stop()
  })

  it('another offset than the one reached is answered with the right one', async () => {
    const photo = madeUpPhoto()
    await tablet.sendPhoto(photo, { upTo: 1000 })
    for (const offset of [0, 999, 2000]) {
      const answer = await tablet.sendPhoto(photo, { offset })
      expect([answer.status, answer.body['code'], answer.body['offset']]).toEqual([409, 'wrong_offset', 1000])
    }
    expect((await tablet.sendPhoto(photo, { offset: 1000 })).headers.get('upload-complete')).toBe('?1')
  })

  it('bytes with another hash are discarded', async () => {
    const photo = madeUpPhoto()
    const address = hashOf(madeUpPhoto())
    const answer = await patch(tablet, address, photo)
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([422, 'wrong_hash'])
    expect((await tablet.photoOffset(address)).status).toBe(404)
  })

  const text = (value: string) => new Uint8Array(Buffer.from(value))
  const hugePng = new Uint8Array(
    Buffer.concat([
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      Buffer.from([0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60, 8, 2, 0, 0, 0]),
      Buffer.alloc(100),
    ]),
  )
  const hugeJpeg = madeUpPhoto()
  hugeJpeg.set([0xff, 0xff, 0xff, 0xff], 25)
  const noPictures: [string, Uint8Array][] = [
    ['SVG', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['HTML', text('<!doctype html><script>alert(1)</script>')],
    ['GIF', text('GIF89a\u0001\u0000\u0001\u0000;;;;;;;;;;')],
    ['the mark of a JPEG without a picture', new Uint8Array([0xff, 0xd8, 0xff])],
    ['the mark of a PNG without a picture', hugePng.subarray(0, 8)],
    ['a picture of 60,000 × 60,000 points', hugePng],
    ['a JPEG that claims 65,535 × 65,535 points', hugeJpeg],
  ]
  it.each(noPictures)('S30: %s is not taken', async (_what, bytes) => {
    const answer = await tablet.sendPhoto(bytes)
    expect([answer.status, answer.body['code']]).toEqual([415, 'unsupported_media'])
    expect((await tablet.photoOffset(hashOf(bytes))).status).toBe(404)
  })

  it('S30: what is no picture is refused at its first bytes, not after five megabytes', async () => {
    const bytes = new Uint8Array(4_000_000).fill(65)
    const answer = await tablet.sendPhoto(bytes, { upTo: 100 })
    expect(answer.status).toBe(415)
  })

  it('a photo above 5 MiB, or with more bytes than announced, is refused', async () => {
    expect((await tablet.sendPhoto(madeUpPhoto(10), { length: 5 * 1024 * 1024 + 1 })).status).toBe(413)
    const photo = madeUpPhoto()
    expect((await patch(tablet, hashOf(photo), photo, photo.length - 10)).status).toBe(400)
    expect((await tablet.photoOffset(hashOf(photo))).status).toBe(404)
  })

  it('a piece with more bytes than announced takes nothing along of what was there before it', async () => {
    const photo = madeUpPhoto()
    await tablet.sendPhoto(photo, { upTo: 1000 })
    expect((await tablet.sendPhoto(photo, { offset: 1000, length: photo.length - 10 })).status).toBe(400)
    expect((await tablet.photoOffset(hashOf(photo))).headers.get('upload-offset')).toBe('1000')
    expect((await tablet.sendPhoto(photo, { offset: 1000 })).headers.get('upload-complete')).toBe('?1')
  })

  it('a piece that says another length than the first is refused, and the upload goes on as it was', async () => {
    const photo = madeUpPhoto()
    await tablet.sendPhoto(photo, { upTo: 1000 })
    for (const length of [photo.length + 1, photo.length - 1, 1000]) {
      for (const offset of [1000, 0]) {
        const answer = await tablet.sendPhoto(photo, { offset, upTo: 2000, length })
        expect([answer.status, answer.body['code']]).toEqual([400, 'invalid_request'])
      }
    }
    expect((await tablet.photoOffset(hashOf(photo))).headers.get('upload-offset')).toBe('1000')
    expect((await tablet.sendPhoto(photo, { offset: 1000 })).headers.get('upload-complete')).toBe('?1')
    // What was said of a photo whose bytes were thrown away binds nobody.
    const other = madeUpPhoto()
    expect((await patch(tablet, hashOf(other), new Uint8Array([...other, 7]))).status).toBe(422)
    expect((await tablet.sendPhoto(other)).headers.get('upload-complete')).toBe('?1')
  })

  it.each(['', '0x10', '1e3', '-1', ' '])('an offset of %j is no number', async (offset) => {
    const photo = madeUpPhoto()
    const answer = await tablet.fetch(`/photos/${hashOf(photo)}`, {
      method: 'PATCH',
      headers: {
        'content-type': 'application/offset+octet-stream',
        'upload-offset': offset,
        'upload-length': String(photo.length),
      },
      body: new Uint8Array(photo),
    })
    expect(answer.status).toBe(400)
    expect((await tablet.photoOffset(hashOf(photo))).status).toBe(404)
  })

  it('S30 S31: a picture that is also a page is shown as a picture only, and does nothing', async () => {
    const polyglot = new Uint8Array([...madeUpPhoto(), ...text('<script>alert(1)</script>')])
    await tablet.sendPhoto(polyglot)
    await tablet.record(registrationBody({ photos: [photoOf(polyglot)] }))
    const reviewer = await addStaff(server, { role: 'reviewer' })
    const { headers, status } = await look(hashOf(polyglot), reviewer.id)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('image/jpeg')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[0-9a-f]{16}\.jpg"$/)
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('S23: is shown to nobody outside the commune, nor while no record speaks of it; every look is logged', async () => {
    const photo = madeUpPhoto()
    await tablet.sendPhoto(photo)
    const reviewer = await addStaff(server, { role: 'reviewer' })
    const stranger = await addStaff(server, { role: 'reviewer', communes: [otherCommune] })
    expect((await look(hashOf(photo), reviewer.id)).status).toBe(404)
    const body = registrationBody({ photos: [photoOf(photo)] })
    await tablet.record(body)
    expect((await look(hashOf(photo), stranger.id)).status).toBe(404)
    expect((await look(hashOf(photo), reviewer.id)).status).toBe(200)
    const looks = await server.tools.db
      .selectFrom('audit')
      .select(['actor', 'commune'])
      .where('action', '=', 'photo.viewed')
      .where('thing_id', '=', body.id)
      .execute()
    expect(looks).toEqual([{ actor: reviewer.id, commune: homeCommune }])
  })
})

function patch(tablet: TestTablet, address: string, bytes: Uint8Array, length = bytes.length): Promise<Response> {
  return tablet.fetch(`/photos/${address}`, {
    method: 'PATCH',
    headers: {
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
      'upload-length': String(length),
    },
    body: new Uint8Array(bytes),
  })
}

/** Announces the rest of a photo and sends some bytes of it, never the last one. */
function openUpload(
  server: TestServer,
  tablet: TestTablet,
  photo: Uint8Array,
  { offset, bytes }: { offset: number; bytes: number },
): Socket {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  const head = [
    `PATCH /api/v1/photos/${hashOf(photo)} HTTP/1.1`,
    'host: 127.0.0.1',
    `authorization: Bearer ${tablet.token}`,
    'content-type: application/offset+octet-stream',
    `upload-offset: ${offset}`,
    `upload-length: ${photo.length}`,
    `content-length: ${photo.length - offset}`,
    '',
    '',
  ].join('\r\n')
  socket.write(Buffer.concat([Buffer.from(head), photo.subarray(offset, Math.min(offset + bytes, photo.length - 1))]))
  return socket
}

/** Waits for a condition. */
async function until<T>(ask: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < 400; tries += 1) {
    const answer = await ask()
    if (answer !== null) return answer
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('it did not come true')
}
