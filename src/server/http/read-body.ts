// How bodies come in: JSON (gzip inflated only as far as the limit) or plain bytes that the route itself reads as a stream.
import { PassThrough, pipeline, Readable, Transform } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { photoChunkMediaType } from '../../protocol/photos.ts'
import type { App } from './app-type.ts'
import { sendProblem } from './problems.ts'
import { holdsUnstorableText } from '../storable-text.ts'

/** Kinds of content that a route reads as a stream of bytes. */
export const byteStreams = [photoChunkMediaType, 'application/octet-stream', 'application/gzip'] as const

/** A body that went past its limit while it was read. */
export class TooLarge extends Error {
  readonly statusCode = 413
}

/** A body that is not what its headers say. */
export class Unreadable extends Error {
  readonly statusCode = 400
}

/** Sets up how bodies are read. */
export function readBodies(app: App): void {
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser([...byteStreams], (_request, payload, done) => done(null, payload))

  app.addHook('preParsing', async (request, reply, payload) => {
    const encoding = request.headers['content-encoding'] ?? 'identity'
    if (encoding === 'identity') return payload
    const isBytes = byteStreams.some((type) => request.headers['content-type']?.startsWith(type))
    if (encoding !== 'gzip' || isBytes) return sendProblem(reply, 'unsupported_media')
    return inflate(payload as Readable, request.routeOptions.bodyLimit ?? 0)
  })

  app.addHook('preValidation', async (request, reply) => {
    if (request.routeOptions.config.keepsAnyText === true) return
    const parts: unknown[] = [request.params, request.query]
    if (!isStream(request.body)) parts.push(request.body)
    if (parts.some(holdsUnstorableText)) {
      return sendProblem(reply, 'invalid_request', { detail: 'text with a NUL or half a surrogate pair' })
    }
  })
}

/** A request's body as the stream of bytes that it is; an empty one when there is none. */
export function bytesOf(body: unknown): Readable {
  if (body === undefined || body === null) return Readable.from([])
  if (!isStream(body)) throw new Unreadable('a stream of bytes was expected')
  return body
}

/** Inflates no further than the limit: what a bomb holds beyond it is never made. */
export function inflate(payload: Readable, limit: number): Readable & { receivedEncodedLength: number } {
  let inflated = 0
  const result = Object.assign(new PassThrough(), { receivedEncodedLength: 0 })
  const weigh = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      inflated += chunk.length
      done(inflated > limit ? new TooLarge('inflated past the limit') : null, chunk)
    },
  })
  payload.on('data', (chunk: Buffer) => {
    result.receivedEncodedLength += chunk.length
  })
  pipeline(payload, createGunzip(), weigh, result, (error) => {
    if (error && !(error instanceof TooLarge)) result.destroy(new Unreadable('not gzip'))
  })
  return result
}

function isStream(body: unknown): body is Readable {
  return typeof body === 'object' && body !== null && 'pipe' in body && typeof body.pipe === 'function'
}
