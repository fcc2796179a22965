// How the built pages are served, and the interface's own description.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ProblemCode } from '../../src/protocol/problem.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'

describe('the built pages', () => {
  let dist: string
  let dataDir: string
  let server: TestServer
  const release = (name: string) => {
    rmSync(dist, { recursive: true, force: true })
    mkdirSync(join(dist, 'assets'), { recursive: true })
    writeFileSync(join(dist, 'index.html'), `<!doctype html><script type="module" src="/assets/${name}.js"></script>`)
    writeFileSync(join(dist, 'sw.js'), '//')
    writeFileSync(join(dist, 'assets', `${name}.js`), `export const release = '${name}'`)
    writeFileSync(join(dist, '.secret'), 'x')
  }
  const serve = () => startTestServer({ dataDir, environment: { DIST_DIR: dist } })
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'tan-nha-static-'))
    dist = join(dataDir, 'dist')
    for (const name of ['one', 'two', 'three']) {
      release(name)
      await (await serve()).stop()
    }
    release('four')
    server = await serve()
  })
  afterAll(async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const page = { headers: { accept: 'text/html,application/xhtml+xml' } }
  const get = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(server.url + path, init)
    return { status: response.status, cache: response.headers.get('cache-control'), text: await response.text() }
  }

  it('a hashed asset is immutable; pages and the service worker are asked for anew', async () => {
    expect(await get('/assets/four.js')).toMatchObject({ status: 200, cache: 'public, max-age=31536000, immutable' })
    expect(await get('/', page)).toMatchObject({ status: 200, cache: 'no-cache' })
    expect(await get('/index.html')).toMatchObject({ status: 200, cache: 'no-cache' })
    expect(await get('/sw.js')).toMatchObject({ status: 200, cache: 'no-cache' })
  })

  it('the page answers every address that a person goes to, and nothing else', async () => {
    for (const path of ['/dang-ky/1/anh', '/office/nhan-su', '/tra-cuu?q=a']) {
      expect(await get(path, page)).toMatchObject({ status: 200, text: expect.stringContaining('four.js') })
    }
    for (const path of [
      '/assets/missing.js',
      '/missing.png',
      '/../package.json',
      '/.secret',
      '/api/v1/nothing',

      '/assets/..%2findex.html',
    ]) {
      expect([path, (await get(path, page)).status]).toEqual([path, 404])
    }
    expect((await get('/data.json')).status).toBe(404)
    expect((await get('/dang-ky', { headers: { accept: '*/*' } })).status).toBe(404)
  })

  it('the parts of the last two releases are still there for tablets that run them; older ones are gone', async () => {
    expect(await get('/assets/three.js')).toMatchObject({ status: 200, text: `export const release = 'three'` })
    expect((await get('/assets/two.js')).status).toBe(200)
    expect((await get('/assets/one.js')).status).toBe(404)
  })

  it('describes the whole interface from its own schemas, readable without a script', async () => {
    const { status, text } = await get('/api/docs/openapi.json')
    expect(status).toBe(200)
    const { paths } = JSON.parse(text) as {
      paths: Record<string, Record<string, { requestBody?: unknown; responses?: unknown; security?: unknown }>>
    }
    const answersOf = (path: string, method: string) => paths[path]?.[method]?.responses as Record<string, unknown>
    expect(answersOf('/api/v1/photos/{sha256}', 'head')).toBeDefined()
    expect(Object.keys(answersOf('/api/v1/photos/{sha256}', 'patch'))).toEqual(['204', 'default'])
    expect(answersOf('/api/v1/records', 'post')['default']).toMatchObject({
      content: { 'application/problem+json': {} },
    })
    const described = server.app.routeTable.filter(({ url }) => url.startsWith('/api/v1'))
    const missing = described.filter(({ url, method }) => {
      const item = paths[url.replaceAll(/:(\w+)/g, '{$1}')]
      return method !== 'HEAD' && item?.[method.toLowerCase()] === undefined
    })
    expect(missing).toEqual([])
    expect(JSON.stringify(paths['/api/v1/records']?.['post']?.requestBody)).toContain('prev')
    expect(paths['/api/v1/records']?.['post']?.security).toEqual([{ tablet: [] }])
    const docs = await get('/api/docs', page)
    expect(docs.text).toContain('/api/v1/enrolments')
    const refused = JSON.parse((await get('/api/v1/changes')).text) as Record<string, string>
    expect(refused).toMatchObject({ status: 401, code: 'bad_token', detail: 'The token is missing or unknown' })
    for (const code of ProblemCode.options) expect(docs.text).toContain(`id="${code}"`)
    expect(docs.text).not.toMatch(/<script|<[^>]*\s(on\w+|style)=/)
  })

  it('says that it is well', async () => {
    expect(JSON.parse((await get('/health')).text)).toEqual({ status: 'ok', database: 'sqlite' })
  })
})
