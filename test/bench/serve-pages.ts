// Builds the bench's own pages and serves them, with a service worker that keeps them all.
import react from '@vitejs/plugin-react'
import { once } from 'node:events'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { build } from 'vite'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
}

function workerFor(files: readonly string[]): string {
  return `const kept = ${JSON.stringify(files)}
self.addEventListener('install', (e) => e.waitUntil(caches.open('kept').then((c) => c.addAll(kept)).then(() => self.skipWaiting())))
self.addEventListener('activate', (e) => e.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (e) => e.respondWith(caches.match(e.request).then((r) => r ?? fetch(e.request))))`
}

/** @returns where the pages are, and how to end it. */
export async function servePages(): Promise<{ port: number; close(): void }> {
  const outDir = mkdtempSync(join(tmpdir(), 'tan-nha-bench-pages-'))
  const root = join(import.meta.dirname, 'page')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    define: { 'import.meta.env.VITE_APP_VERSION': '"bench"' },
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      rolldownOptions: {
        input: ['bench.html', 'payment.html', 'search.html', 'react-alone.html'].map((page) => join(root, page)),
      },
    },
  })
  const files = globSync('**/*.*', { cwd: outDir }).map((path) => `/${path.replaceAll('\\', '/')}`)
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    if (path === '/sw.js')
      return response
        .setHeader('content-type', 'text/javascript')
        .end(workerFor(files.filter((file) => !file.includes('bench'))))
    if (!files.includes(path)) return response.writeHead(404).end()
    return response
      .setHeader('content-type', types[extname(path)] ?? 'application/octet-stream')
      .end(readFileSync(join(outDir, path)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.closeAllConnections()
      server.close()
      rmSync(outDir, { recursive: true, force: true })
    },
  }
}
