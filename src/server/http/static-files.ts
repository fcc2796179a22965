// The built pages. Assets carry a hash in their name and never change; pages and the service worker are always asked for
// anew; an asset that is not there is missing and not a page.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { assetFolders } from '../releases.ts'
import type { ServerTools } from '../tools.ts'
import { anyone } from './access.ts'
import type { App } from './app-type.ts'
import { isApi } from './headers.ts'
import { sendProblem } from './problems.ts'

const immutable = 'public, max-age=31536000, immutable'

/** Serves `dist/`, the hashed assets of the last releases, and the page for every address that a person navigates to. */
export async function staticFiles(app: App, { settings }: ServerTools): Promise<void> {
  const { distDir, dataDir } = settings
  if (existsSync(join(distDir, 'index.html'))) {
    await app.register(fastifyStatic, { root: distDir, serve: false, cacheControl: false })
    const folders = assetFolders(dataDir, distDir)
    app.get<{ Params: { '*': string } }>(
      '/assets/*',
      { config: { access: anyone }, schema: { hide: true } },
      (request, reply) => {
        const path = request.params['*']
        const root = folders.find((folder) => isPlainPath(path) && existsSync(join(folder, path)))
        if (root === undefined) return sendProblem(reply, 'not_found')
        return reply.header('cache-control', immutable).sendFile(path, root)
      },
    )
    app.get<{ Params: { '*': string } }>(
      '/*',
      { config: { access: anyone }, schema: { hide: true } },
      (request, reply) => {
        const path = request.params['*']
        if (isApi(request)) return sendProblem(reply, 'not_found')
        if (path !== '' && isPlainPath(path) && existsSync(join(distDir, path)) && /\.[a-z0-9]+$/i.test(path)) {
          return reply.header('cache-control', 'no-cache').sendFile(path, distDir)
        }
        return isNavigation(request)
          ? reply.header('cache-control', 'no-cache').sendFile('index.html', distDir)
          : sendProblem(reply, 'not_found')
      },
    )
  }
  app.setNotFoundHandler((_request, reply: FastifyReply) => sendProblem(reply, 'not_found'))
}

/** A person going somewhere in the app, not a script or a picture that is missing. */
function isNavigation(request: FastifyRequest): boolean {
  const path = request.url.split('?')[0] ?? ''
  if (path === '/') return true
  if (/\.[a-z0-9]+$/i.test(path)) return false
  return request.headers['sec-fetch-mode'] === 'navigate' || request.headers.accept?.includes('text/html') === true
}

/** Names of folders and files, no way up and no hidden ones. */
function isPlainPath(path: string): boolean {
  return path.split('/').every((part) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(part))
}
