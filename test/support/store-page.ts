// Serves the page in store-page/ and a server for it to enrol at: the real store in a real browser.
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, request as ask, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import type { StorePage } from './store-page/entry.ts'
import { type ModelServer, startModelServer } from './model-server.ts'

export type StoreHost = {
  readonly url: string
  readonly server: ModelServer
  close(): void
}

/** Hands a request on to a real server, and its answer back. */
function handOn(request: IncomingMessage, response: ServerResponse, to: string): void {
  const asked = { method: request.method ?? 'GET', headers: request.headers }
  const through = ask(new URL(request.url ?? '/', to), asked, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  through.on('error', () => response.destroy())
  request.pipe(through)
}

/**
 * Builds the page once and serves it. Close it after use.
 * @param realServer who answers in place of the model of a server.
 */
export async function hostStorePage(realServer?: string): Promise<StoreHost> {
  const folder = mkdtempSync(join(tmpdir(), 'tan-nha-store-page-'))
  const entry = fileURLToPath(new URL('./store-page/entry.ts', import.meta.url))
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    worker: { format: 'es' },
    build: {
      outDir: folder,
      lib: { entry, formats: ['es'], fileName: () => 'page.js' },
      minify: false,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  const scripts = new Map(
    globSync('{page,assets/*}.js', { cwd: folder }).map((path) => [`/${path}`, readFileSync(join(folder, path))]),
  )
  rmSync(folder, { recursive: true })
  const server = startModelServer(() => Date.now())
  const http = createServer((request, response) => {
    if (realServer !== undefined && request.url?.startsWith('/api/')) return handOn(request, response, realServer)
    if (request.url?.startsWith('/api/')) {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)])
        const body = parts.length === 0 ? {} : { body: Buffer.concat(parts) }
        void server
          .send(request.url ?? '', { method: request.method ?? 'GET', headers, ...body })
          .then(async (answer) => {
            response.writeHead(answer.status, Object.fromEntries(answer.headers))
            response.end(Buffer.from(await answer.arrayBuffer()))
          })
      })
      return
    }
    const script = scripts.get(request.url ?? '')
    response.writeHead(200, { 'content-type': script ? 'text/javascript' : 'text/html' })
    response.end(script ?? '<!doctype html><title>store</title><script type="module" src="/page.js"></script>')
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, server, close: () => void http.close() }
}

/** Opens the page and waits for its script. */
export async function openStorePage(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.waitForFunction(() => 'page' in globalThis)
}

declare global {
  /** What the page in store-page/ offers to `page.evaluate`. */
  var page: StorePage
  /** Why the store closed, in order. */
  var closings: string[]
}
