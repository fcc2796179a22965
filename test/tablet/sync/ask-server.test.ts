import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ask, askFor, type Line, retryAfterOf } from '../../../src/tablet/sync/ask-server.ts'
import { startPace } from '../../../src/tablet/sync/pace.ts'
import { theBrowser } from '../../../src/tablet/sync/the-browser.ts'
import { type Fault, type FaultProxy, startFaultProxy } from '../../support/fault-proxy.ts'

const Shape = z.object({ ok: z.literal(true) })
const mark = { 'tan-nha': '1' }
let answer: { status: number; headers: Record<string, string>; body: string }
let server: Server
let proxy: FaultProxy

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(answer.status, answer.headers).end(answer.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  proxy = await startFaultProxy(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
afterAll(async () => {
  await proxy.close()
  await new Promise((resolve) => server.close(resolve))
})
afterEach(() => proxy.plan(() => null))

function line(patienceMs = 5_000, signal = new AbortController().signal): Line {
  return {
    send: (path, init) => fetch(`${proxy.url}${path}`, init),
    token: 'token',
    app: 'test',
    timers: theBrowser,
    uptime: () => performance.now(),
    pace: startPace(patienceMs),
    signal,
  }
}

function serverSays(body: unknown, more: Partial<typeof answer> = {}): void {
  const headers = { ...mark, 'content-type': 'application/json', ...more.headers }
  answer = { status: 200, body: JSON.stringify(body), ...more, headers }
}

const request = { method: 'GET', path: '/changes' } as const
const fault = (kind: Fault) => proxy.plan(() => kind)

describe('an answer of our server', () => {
  test('is read, and the request says who asks with which build', async () => {
    serverSays({ ok: true })
    expect(await askFor(line(), request, Shape)).toMatchObject({ kind: 'answer', value: { ok: true } })
    expect(proxy.seen.requests.at(-1)?.headers).toMatchObject({ authorization: 'Bearer token', 'tan-nha-app': 'test' })
  })

  test('without its header is no connection, whatever its status', async () => {
    for (const status of [200, 401, 403, 404, 426, 500]) {
      serverSays({ ok: true, code: 'revoked' }, { status })
      answer.headers = { 'content-type': 'application/json' }
      expect(await askFor(line(), request, Shape)).toMatchObject({ kind: 'noConnection', why: 'notOurs' })
    }
  })

  test('in another content type or shape is no connection', async () => {
    serverSays({ ok: true }, { headers: { 'content-type': 'text/html' } })
    expect(await askFor(line(), request, Shape)).toMatchObject({ kind: 'noConnection' })
    serverSays({ ok: 'yes' })
    expect(await askFor(line(), request, Shape)).toMatchObject({ kind: 'noConnection' })
  })

  test('that is a problem names it, also by a word from the future', async () => {
    const problem = { type: 'about:blank', title: 'x', status: 409 }
    const headers = { 'content-type': 'application/problem+json', 'retry-after': '7' }
    serverSays({ ...problem, code: 'sequence_gap', next: 3 }, { status: 409, headers })
    expect(await ask(line(), request)).toMatchObject({ kind: 'problem', code: 'sequence_gap', retryAfterMs: 7_000 })
    serverSays({ ...problem, code: 'moved_to_mars' }, { status: 409, headers })
    expect(await ask(line(), request)).toMatchObject({ kind: 'problem', code: 'moved_to_mars' })
  })
})

describe('a bad line', () => {
  const cases: [string, Fault][] = [
    ['a captive portal', { kind: 'portal' }],
    ['a reset', { kind: 'reset' }],
    ['a hanging connection', { kind: 'hang' }],
    ['one byte a second', { kind: 'trickle', bytesPerSecond: 1 }],
    ['a body shorter than its length', { kind: 'cutAnswer', how: 'length', after: 5 }],
    ['a chunked body without its end', { kind: 'cutAnswer', how: 'chunked', after: 5 }],
    ['a body without a length, cut', { kind: 'cutAnswer', how: 'close', after: 5 }],
    ['a gateway that answers for the server', { kind: 'answer', status: 502 }],
  ]
  test.each(cases)('%s is no connection, and known within the patience', async (_name, kind) => {
    serverSays({ ok: true })
    fault(kind)
    const began = performance.now()
    expect(await askFor(line(300), request, Shape)).toMatchObject({ kind: 'noConnection' })
    expect(performance.now() - began).toBeLessThan(3_000)
  })

  test('that is slow but moves is waited for', async () => {
    serverSays({ ok: true, padding: 'x'.repeat(3_000) })
    fault({ kind: 'trickle', bytesPerSecond: 3_000 })
    expect(await askFor(line(400), request, Shape)).toMatchObject({ kind: 'answer' })
  })

  test('with a limit of its own says so, although it is not our server that speaks', async () => {
    fault({ kind: 'bodyLimit', over: 10 })
    const body = new Uint8Array(100)
    expect(await ask(line(), { method: 'POST', path: '/records', body })).toMatchObject({ code: 'too_large' })
  })

  test('that breaks while the run is stopped does not keep the app waiting', async () => {
    fault({ kind: 'hang' })
    const stop = new AbortController()
    const asked = ask(line(60_000, stop.signal), request)
    stop.abort()
    expect(await asked).toMatchObject({ kind: 'noConnection' })
  })
})

test('Retry-After is read as seconds or as a date by the server’s own clock', () => {
  expect(retryAfterOf(new Headers({ 'retry-after': '120' }))).toBe(120_000)
  const date = 'Mon, 23 Nov 2026 01:00:00 GMT'
  expect(retryAfterOf(new Headers({ 'retry-after': 'Mon, 23 Nov 2026 01:00:30 GMT', date }))).toBe(30_000)
  expect(retryAfterOf(new Headers({ 'retry-after': 'soon', date }))).toBeNull()
  expect(retryAfterOf(new Headers())).toBeNull()
})
