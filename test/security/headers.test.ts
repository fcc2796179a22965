// S34: every answer carries the same guarding headers, whatever kind of answer it is.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSettings } from '../../src/server/settings.ts'
import { type RunningServer, startServer } from '../../src/server/start-server.ts'

const golden: Record<string, string> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "media-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types app default',
  ].join('; '),
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(self), geolocation=(self), microphone=(), payment=(), usb=(), serial=(), bluetooth=(), display-capture=()',
}

type Asked = { method?: string; path: string; headers?: Record<string, string>; body?: string }
type Answer = { status: number; headers: NodeJS.Dict<string | string[]> }

/** Node's own client: unlike fetch it sends any address and header as it is told. */
function ask(url: string, { method = 'GET', path, headers = {}, body }: Asked): Promise<Answer> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const sending = httpRequest({ hostname, port, path, method, headers }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }))
    })
    sending.on('error', reject)
    sending.end(body)
  })
}

const navigation = { accept: 'text/html', 'sec-fetch-mode': 'navigate' }
const json = { 'content-type': 'application/json' }
const kinds: { what: string; status: number; asked: Asked }[] = [
  { what: 'the page', status: 200, asked: { path: '/', headers: navigation } },
  { what: 'an address inside the app', status: 200, asked: { path: '/dang-ky/x', headers: navigation } },
  { what: 'the office', status: 200, asked: { path: '/office', headers: navigation } },
  { what: 'an asset', status: 200, asked: { path: '/assets/main-abc.js' } },
  { what: 'the service worker', status: 200, asked: { path: '/sw.js' } },
  { what: 'a missing asset (never a page)', status: 404, asked: { path: '/assets/gone.js' } },
  { what: 'a missing file', status: 404, asked: { path: '/gone.png' } },
  { what: 'a missing address of the interface', status: 404, asked: { path: '/api/v1/nothing' } },
  { what: 'health', status: 200, asked: { path: '/health' } },
  { what: 'the description of the interface', status: 200, asked: { path: '/api/docs', headers: navigation } },
  { what: 'a tablet without a token', status: 401, asked: { path: '/api/v1/changes' } },
  { what: 'an office call without a session', status: 401, asked: { path: '/api/v1/office/session' } },
  {
    what: 'a body that is not JSON',
    status: 400,
    asked: { method: 'POST', path: '/api/v1/enrolments', headers: json, body: '{' },
  },
  {
    what: 'a body of another type',
    status: 415,
    asked: { method: 'POST', path: '/api/v1/enrolments', headers: { 'content-type': 'text/csv' }, body: 'a' },
  },
  {
    what: 'a body that is too large',
    status: 413,
    asked: { method: 'POST', path: '/api/v1/enrolments', headers: json, body: `"${'x'.repeat(2_000_000)}"` },
  },
  { what: 'an address that cannot be decoded', status: 400, asked: { path: '/%E0%A4%A' } },
  {
    what: 'a call from another site',
    status: 403,
    asked: {
      method: 'POST',
      path: '/api/v1/enrolments',
      headers: { ...json, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      body: '{}',
    },
  },
  { what: 'a method that does not exist', status: 404, asked: { method: 'DELETE', path: '/' } },
]

describe('guarding headers', () => {
  let folder: string
  let server: RunningServer

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tan-nha-headers-'))
    mkdirSync(join(folder, 'dist/assets'), { recursive: true })
    writeFileSync(join(folder, 'dist/index.html'), '<!doctype html><title>x</title>')
    writeFileSync(join(folder, 'dist/sw.js'), '')
    writeFileSync(join(folder, 'dist/assets/main-abc.js'), '')
    const places = { DATA_DIR: join(folder, 'data'), DIST_DIR: join(folder, 'dist') }
    server = await startServer(readSettings({ ...places, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent' }))
  })

  afterAll(async () => {
    await server.stop()
    rmSync(folder, { recursive: true })
  })

  it.each(kinds)('are on $what ($status)', async ({ status, asked }) => {
    const answer = await ask(server.url, asked)
    expect(answer.status).toBe(status)
    expect(answer.headers).toMatchObject(golden)
    expect(answer.headers).not.toHaveProperty('server')
    expect(answer.headers).not.toHaveProperty('x-powered-by')
  })

  it('keep what the interface says out of every cache, and mark it as ours', async () => {
    for (const path of ['/api/v1/changes', '/api/v1/nothing', '/health']) {
      const { headers } = await ask(server.url, { path })
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['tan-nha']).toBe('1')
    }
  })

  it('let pages be asked for anew, and keep hashed assets for ever', async () => {
    expect((await ask(server.url, { path: '/', headers: navigation })).headers['cache-control']).toBe('no-cache')
    expect((await ask(server.url, { path: '/sw.js' })).headers['cache-control']).toBe('no-cache')
    expect((await ask(server.url, { path: '/assets/main-abc.js' })).headers['cache-control']).toMatch(/immutable/)
    expect((await ask(server.url, { path: '/assets/gone.js' })).headers['cache-control'] ?? '').not.toMatch(
      /immutable|max-age=[1-9]/,
    )
  })

  it('are on what fails inside the server', async () => {
    const places = { DATA_DIR: join(folder, 'broken'), DIST_DIR: join(folder, 'dist') }
    const broken = await startServer(readSettings({ ...places, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent' }))
    await broken.tools.db.destroy()
    const { status, headers } = await ask(broken.url, {
      path: '/api/v1/changes',
      headers: { authorization: `Bearer ${'a'.repeat(43)}` },
    })
    await broken.app.close()
    expect(status).toBeGreaterThanOrEqual(500)
    expect(headers).toMatchObject(golden)
  })
})
