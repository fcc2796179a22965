// Requests that change something are taken only from our own pages or from a client that is no browser.
import type { FastifyRequest } from 'fastify'

/** Whether a browser says that another site made it send this. A client without these headers carries no cookies by itself. */
export function isFromElsewhere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const { origin } = request.headers
  if (origin === undefined) return false
  try {
    return new URL(origin).host !== request.host
  } catch {
    return true
  }
}
