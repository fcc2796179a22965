// The one place that decides who may call what: it reads each route's `access`.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { may } from '../../domain/permissions.ts'
import { recogniseOffice, recogniseTablet } from '../actions/recognise-caller.ts'
import type { Actor, OfficeActor, TabletActor } from '../actor.ts'
import type { ServerTools } from '../tools.ts'
import type { Access, CommuneFrom } from './access.ts'
import type { App } from './app-type.ts'
import { isFromElsewhere } from './origin.ts'
import { sendProblem } from './problems.ts'

export type RouteEntry = { method: string; url: string; access: Access }

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null
  }
  interface FastifyInstance {
    /** Every address with who may call it: what the test of all of them is made from. */
    routeTable: readonly RouteEntry[]
  }
}

export const sessionCookie = '__Host-tan-nha'

/** Makes every route say who may call it, and holds it to that. */
export function guardRoutes(app: App, tools: ServerTools): void {
  app.decorateRequest('actor', null)
  const routeTable: RouteEntry[] = []
  app.decorate('routeTable', routeTable)
  app.addHook('onRoute', (route) => {
    if (route.config?.access) {
      for (const method of [route.method].flat())
        routeTable.push({ method, url: route.url, access: route.config.access })
    }
    if (!route.config?.access) throw new Error(`${String(route.method)} ${route.url} does not say who may call it`)
  })
  app.addHook('onRequest', async (request, reply) => {
    const access = request.routeOptions.config.access
    if (!access || access.who === 'anyone') {
      if (request.method !== 'GET' && request.method !== 'HEAD' && isFromElsewhere(request)) {
        return sendProblem(reply, 'cross_origin')
      }
      return
    }
    return access.who === 'tablet' ? admitTablet(request, reply, tools) : admitOffice(request, reply, tools, access)
  })
  // Before anything else is looked at: what is wrong with the rest of a request must not tell that a commune exists.
  app.addHook('preValidation', async (request, reply) => refuseOtherCommunes(request, reply, ['params', 'query']))
  app.addHook('preHandler', async (request, reply) => refuseOtherCommunes(request, reply, ['body']))
}

async function refuseOtherCommunes(request: FastifyRequest, reply: FastifyReply, parts: readonly CommuneFrom[]) {
  const access = request.routeOptions.config.access
  if (!access || access.who === 'anyone' || !request.actor || !parts.includes(access.commune)) return
  const commune = communeOf(request, access.commune)
  // The same answer as for a commune that does not exist.
  if (commune !== undefined && !request.actor.communes.some((code) => code === commune)) {
    return sendProblem(reply, 'not_found')
  }
  return
}

/** The tablet that a guarded route was called by. */
export function tabletOf(request: FastifyRequest): TabletActor {
  if (request.actor?.kind !== 'tablet') throw new Error('this route is not guarded for tablets')
  return request.actor
}

/** The member of staff that a guarded route was called by. */
export function officeOf(request: FastifyRequest): OfficeActor {
  if (request.actor?.kind !== 'office') throw new Error('this route is not guarded for the office')
  return request.actor
}

async function admitTablet(request: FastifyRequest, reply: FastifyReply, tools: ServerTools) {
  const token = /^Bearer +([A-Za-z0-9_-]{32,128})$/i.exec(request.headers.authorization ?? '')?.[1]
  if (token === undefined) return sendProblem(reply, 'bad_token')
  const result = await recogniseTablet(tools, token)
  switch (result.kind) {
    case 'recognised':
      request.actor = result.actor
      return
    case 'unknown':
      return sendProblem(reply, 'bad_token')
    case 'revoked':
      return sendProblem(reply, 'revoked', result.order)
    case 'forbidden':
      return sendProblem(reply, 'forbidden')
  }
}

async function admitOffice(
  request: FastifyRequest,
  reply: FastifyReply,
  tools: ServerTools,
  access: Extract<Access, { who: 'office' }>,
) {
  if (request.method !== 'GET' && request.method !== 'HEAD' && isFromElsewhere(request)) {
    return sendProblem(reply, 'cross_origin')
  }
  const cookie = request.cookies[sessionCookie]
  const actor = cookie ? await recogniseOffice(tools, cookie) : null
  if (!actor) return sendProblem(reply, 'signed_out')
  if (access.permission !== null && !may(actor.role, access.permission)) return sendProblem(reply, 'forbidden')
  request.actor = actor
  return
}

function communeOf(request: FastifyRequest, from: CommuneFrom): unknown {
  if (from === 'none' || from === 'thing') return undefined
  const part: unknown = request[from]
  return typeof part === 'object' && part !== null && 'commune' in part ? part.commune : undefined
}
