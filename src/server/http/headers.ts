// Headers that every answer carries.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { answerHeader, protocolVersion } from '../../protocol/version.ts'
import type { App } from './app-type.ts'

/** What pages may load and do: only what we ship. `'wasm-unsafe-eval'` is for the card reader and the key derivation. */
export const contentSecurityPolicy = [
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
].join('; ')

const always = {
  'content-security-policy': contentSecurityPolicy,
  'permissions-policy':
    'camera=(self), geolocation=(self), microphone=(), payment=(), usb=(), serial=(), bluetooth=(), display-capture=()',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const

/**
 * Whether an address belongs to the interface and not to the pages: one that a route of the interface answers, however it is
 * written, and one that looks as if.
 */
export function isApi({ url, routeOptions }: FastifyRequest): boolean {
  // As a proxy writes it, with a host in front, or with a slash too many.
  const path = url.replace(/^(?:https?:\/\/[^/?#]*)?\/*/i, '/')
  return [path, routeOptions.url ?? ''].some((each) => /^\/(?:health|api)(?:[/?#]|$)/.test(each))
}

/** Sets the headers as early as possible, so that refusals carry them too. */
export function addHeaders(app: App): void {
  app.addHook('onRequest', async (request, reply) => {
    setHeaders(request, reply)
  })
}

/** For answers that are made before any hook runs. */
export function setHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(always)
  if (!isApi(request)) return
  reply.header(answerHeader, String(protocolVersion))
  reply.header('cache-control', 'no-store')
}
