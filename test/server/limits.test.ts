// What protects the server from too much, too large and too slow.
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addEnrolmentCode,
  addStaff,
  homeCommune,
  signIn,
  startTestServer,
  type TestServer,
} from '../support/test-server.ts'
import { answerOf, enrolTestTablet, registrationBody, type TestTablet } from '../support/test-tablet.ts'

const mebibyte = 1024 * 1024
const small = { stallMs: 400, importBytes: mebibyte, droppedBytes: 24 * mebibyte }

describe('limits', () => {
  let server: TestServer
  let tablet: TestTablet
  beforeAll(async () => {
    server = await startTestServer({ environment: { LIMITS: JSON.stringify(small) } })
    tablet = await enrolTestTablet(server)
  })
  afterAll(() => server.stop())

  const pushGzip = async (bytes: Uint8Array) =>
    answerOf(
      await tablet.fetch('/records', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
        body: new Uint8Array(bytes),
      }),
    )

  it('takes a gzip body', async () => {
    const envelope = await tablet.seal(registrationBody())
    expect((await pushGzip(gzipSync(JSON.stringify({ records: [envelope] })))).body).toMatchObject({ next: 2 })
  })

  it('S29: a gzip bomb is refused while it inflates, and memory grows by less than 50 MB', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024, 'a'), { level: 1 })
    const before = process.memoryUsage.rss()
    const started = performance.now()
    const answer = await pushGzip(bomb)
    expect([answer.status, answer.body['code'], answer.headers.get('tan-nha')]).toEqual([413, 'too_large', '1'])
    expect(process.memoryUsage.rss() - before).toBeLessThan(50 * 1024 * 1024)
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it('S29: a body that is not the gzip it claims to be, or of another encoding, is refused', async () => {
    expect((await pushGzip(Buffer.from('{"records":[]}'))).status).toBe(400)
    expect((await pushGzip(gzipSync('{"records":[]}').subarray(0, 20))).status).toBe(400)
    const deflated = await tablet.fetch('/records', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'deflate' },
      body: 'x',
    })
    expect(deflated.status).toBe(415)
  })

  it('F30: more than 500 envelopes or 4 MiB are refused as too large, and nothing is stored', async () => {
    const own = await enrolTestTablet(server)
    const envelope = await own.seal(registrationBody())
    expect((await own.push(Array.from({ length: 501 }, () => envelope))).status).toBe(413)
    expect((await own.push([{ ...envelope, body: 'x'.repeat(4 * 1024 * 1024) }])).status).toBe(413)
    expect((await own.push([envelope])).body).toMatchObject({ next: 2 })
  })

  it('F30: whoever sends far too much hears so, and is not cut off in the middle', async () => {
    const noise = randomBytes(20 * mebibyte)
    const json = { 'content-type': 'application/json' }
    for (const headers of [json, { ...json, 'content-encoding': 'gzip' }]) {
      for (const path of ['/records', '/contact']) {
        const body = 'content-encoding' in headers ? gzipSync(noise, { level: 0 }) : noise
        const answer = await answerOf(await tablet.fetch(path, { method: 'POST', headers, body }))
        expect([path, answer.status, answer.body['code']]).toEqual([path, 413, 'too_large'])
      }
    }
  })

  it('S42: a line that is cut within a packed body of too great a length harms nobody', async () => {
    const line = connect(Number(new URL(server.url).port), '127.0.0.1')
    const head = [
      'POST /api/v1/enrolments HTTP/1.1',
      'host: x',
      'content-type: application/json',
      'content-encoding: gzip',
      `content-length: ${20 * mebibyte}`,
    ]
    const came = once(server.app.server, 'request') as Promise<[IncomingMessage]>
    line.write(`${head.join('\r\n')}\r\n\r\nabc`)
    const [asked] = await came
    const cut = new Promise((resolve) => asked.once('close', resolve))
    await once(asked, 'data')
    line.destroy()
    await cut
    expect((await tablet.fetch('/contact', { method: 'HEAD' })).headers.get('tan-nha')).toBe('1')
  })

  it('F30: after a list that is too large the same line takes the next request', async () => {
    const { id } = await addStaff(server, { role: 'reviewer' })
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const headers = { ...(await signIn(server, id)), origin: server.url, 'content-type': 'application/octet-stream' }
    const upload = async (size: number) => {
      const asked = request(`${server.url}/api/v1/office/communes/${homeCommune}/imports?name=x.csv`, {
        method: 'POST',
        agent,
        headers: { ...headers, 'content-length': size },
      })
      asked.end(Buffer.alloc(size, 'a'))
      const [answer] = (await once(asked, 'response')) as [IncomingMessage]
      answer.resume()
      await once(answer, 'end')
      return [answer.statusCode, answer.headers.connection, asked.reusedSocket]
    }
    expect(await upload(8 * mebibyte)).toEqual([413, 'keep-alive', false])
    expect(await upload(8 * mebibyte)).toEqual([413, 'keep-alive', true])
    agent.destroy()
  })

  it('S42: bodies that are no such request are refused without a word about the server', async () => {
    const post = async (body: string, type = 'application/json') =>
      answerOf(await tablet.fetch('/records', { method: 'POST', headers: { 'content-type': type }, body }))
    const bodies = [
      '',
      'null',
      '[]',
      '{"records":{}}',
      '{"records":[null]}',
      '{"records":[{"seq":"1","prev":"","body":"","sig":""}]}',
      '{"records":[],"more":1}',
      '{"__proto__":{"records":[]}}',
      '{"constructor":{"prototype":{"records":[]}}}',
      `${'['.repeat(100_000)}`,
      `{"records":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      '{"records":[',
    ]
    for (const body of bodies) {
      const answer = await post(body)
      expect([body.slice(0, 40), answer.status]).toEqual([body.slice(0, 40), 400])
      expect(answer.body['code']).toBe('invalid_request')
      expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\.ts:|Error/)
    }
    expect((await post('<records/>', 'application/xml')).status).toBe(415)
    expect((await post('records=', 'application/x-www-form-urlencoded')).status).toBe(415)
    expect((await post('{"records":[]}', 'text/plain')).status).toBe(415)
    expect(({} as Record<string, unknown>)['records']).toBeUndefined()
    expect((await tablet.fetch('/records?__proto__[x]=1')).status).toBe(404)
  })

  it('S42: text that no database stores is refused where it is not a record', async () => {
    const report = {
      app: 'a\0b',
      recordsWaiting: 0,
      photosWaiting: 0,
      persisted: null,
      storageUsed: null,
      storageQuota: null,
      storeTrouble: null,
    }
    const answer = await answerOf(
      await tablet.fetch('/contact', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(report),
      }),
    )
    expect([answer.status, answer.body['code']]).toEqual([400, 'invalid_request'])
    expect((await tablet.fetch('/changes?cursor=%00')).status).toBe(400)
  })

  it('a request that stalls is closed; others are not held up', async () => {
    const started = performance.now()
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    socket.write(
      `POST /api/v1/records HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${tablet.token}\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"rec`,
    )
    await new Promise<void>((resolve) =>
      socket
        .on('close', () => resolve())
        .on('error', () => resolve())
        .resume(),
    )
    expect(performance.now() - started).toBeGreaterThan(300)
    expect((await tablet.changes()).end.more).toBe(false)
  })
})

describe('an address of the interface', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server.stop())

  it.each([
    ['with a host in front', 'http://tan-nha.example/api/v1/changes', 401],
    ['with a slash too many', '//api/v1/changes', 404],
    ['with a letter written otherwise', '/%61pi/v1/changes', 401],
    ['that cannot be decoded', '/api/%zz', 400],
    ['of the server’s health', '/health?x', 200],
  ])('%s is answered as one', async (_what, path, status) => {
    const line = connect(Number(new URL(server.url).port), '127.0.0.1')
    line.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)
    const answer = (await text(line)).toLowerCase()
    expect(answer).toContain(`http/1.1 ${status} `)
    expect(answer).toContain('\r\ntan-nha: 1\r\n')
    expect(answer).toContain('\r\ncache-control: no-store\r\n')
  })

  it('takes a token whatever the case of its scheme', async () => {
    const { token } = await enrolTestTablet(server)
    for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
      const answer = await fetch(`${server.url}/api/v1/changes`, { headers: { authorization: `${scheme} ${token}` } })
      expect([scheme, answer.status]).toEqual([scheme, 200])
    }
  })
})

describe('limits on guessing', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ environment: { LIMITS: JSON.stringify({ requestsPerMinutePerProfile: 5 }) } })
  })
  afterAll(() => server.stop())

  it('S18: a code works once, not after its time, and wrong, used and expired codes are answered alike', async () => {
    const staff = await addStaff(server)
    const code = await addEnrolmentCode(server, staff.id)
    const expired = await addEnrolmentCode(server, staff.id, -1)
    const tablet = await enrolTestTablet(server, {
      code: ` ${code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `,
    })
    expect(tablet.enrolment.staff.id).toBe(staff.id)
    const answers = await Promise.all([code, expired, 'AAAAA-AAAAA'].map((each) => enrolWith(server, each)))
    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      Array.from({ length: 3 }, () => [404, expect.objectContaining({ code: 'unknown_code' })]),
    )
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  })

  it('S18: a code used twice at once enrols one tablet', async () => {
    const staff = await addStaff(server)
    const code = await addEnrolmentCode(server, staff.id)
    const attempts = await Promise.allSettled([1, 2, 3].map(() => enrolTestTablet(server, { code })))
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('S16: after ten failures from one address the eleventh is not looked at, and is told when to come back', async () => {
    let last = await enrolWith(server, 'BBBBB-BBBBB')
    for (let tries = 0; tries < 10 && last.status === 404; tries += 1) last = await enrolWith(server, 'BBBBB-BBBBB')
    expect([last.status, last.body['code']]).toEqual([429, 'too_many_requests'])
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(3000)
    const good = await addEnrolmentCode(server, (await addStaff(server)).id)
    expect((await enrolWith(server, good)).status).toBe(429)
    const rows = await server.tools.db.selectFrom('enrolment_code').select('used_at').execute()
    expect(rows.filter(({ used_at }) => used_at === null).length).toBeGreaterThan(0)
  })

  it('a profile that asks too often is told to wait, and nobody else is', async () => {
    const fresh = await startTestServer({ environment: { LIMITS: JSON.stringify({ requestsPerMinutePerProfile: 5 }) } })
    const [busy, calm] = [await enrolTestTablet(fresh), await enrolTestTablet(fresh)]
    const statuses: number[] = []
    for (let tries = 0; tries < 6; tries += 1) statuses.push((await busy.fetch('/changes')).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
    expect((await busy.fetch('/changes')).headers.get('retry-after')).toMatch(/^\d+$/)
    expect((await calm.fetch('/changes')).status).toBe(200)
    await fresh.stop()
  })
})

async function enrolWith(server: TestServer, code: string) {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const publicKey = await crypto.subtle.exportKey('jwk', pair.publicKey)
  return answerOf(
    await fetch(`${server.url}/api/v1/enrolments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, publicKey, tablet: {}, app: 'test' }),
    }),
  )
}
