// How bodies come in: JSON (gzip inflated only as far as the limit) or plain bytes that the route itself reads as a stream.
import { Readable } from 'node:stream'
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

/** Sets up how bodies are read. @param limits how much, and for how long, is read of what is refused. */
export function readBodies(app: App, limits: { droppedBytes: number; dropMs: number }): void {
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser([...byteStreams], (_request, payload, done) => done(null, payload))

  app.addHook('preParsing', async (request, reply, payload) => {
    const encoding = request.headers['content-encoding'] ?? 'identity'
    if (encoding === 'identity') return payload
    const isBytes = byteStreams.some((type) => request.headers['content-type']?.startsWith(type))
    if (encoding !== 'gzip' || isBytes) return sendProblem(reply, 'unsupported_media')
    return inflate(payload, request.routeOptions.bodyLimit ?? 0)
  })

  app.addHook('onSend', async (request, reply) => {
    if (reply.statusCode !== 413 && reply.statusCode !== 415) return
    if (!(await dropRest(request.raw, limits))) reply.header('connection', 'close')
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

/** All of a body at once. What comes after the limit is left in the request, which stays answerable. */
export async function wholeBody(body: unknown, limit: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  const pieces: AsyncIterable<Buffer> = bytesOf(body).iterator({ destroyOnReturn: false })
  for await (const part of pieces) {
    length += part.length
    if (length > limit) throw new TooLarge('a body past its limit')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/**
 * Reads what is left of a refused body and drops it: a sender that is cut off in the middle does not hear the answer.
 * @returns whether the body came to its end; else the line did, or there was more of it than the limits let through.
 */
async function dropRest(request: Readable, { droppedBytes, dropMs }: { droppedBytes: number; dropMs: number }) {
  if (request.readableEnded || request.destroyed) return request.readableEnded
  const { promise, resolve } = Promise.withResolvers<void>()
  let left = droppedBytes
  const drop = (chunk: Buffer) => {
    left -= chunk.length
    if (left < 0) resolve()
  }
  const timer = setTimeout(resolve, dropMs)
  request.on('data', drop).on('end', resolve).on('close', resolve)
  request.unpipe().resume()
  await promise
  clearTimeout(timer)
  request.off('data', drop).off('end', resolve).off('close', resolve)
  return request.readableEnded
}

/** Inflates no further than the limit: what a bomb holds beyond it is never made. The request itself stays answerable. */
export function inflate(payload: Readable, limit: number): Readable & { receivedEncodedLength: number } {
  const gunzip = createGunzip()
  // Of a body that is refused by its length nobody reads on, nor hears of a line that is cut afterwards.
  gunzip.on('error', () => undefined)
  payload.on('close', () => {
    if (!payload.readableEnded) gunzip.destroy(new Unreadable('the line was cut'))
  })
  const inflated = Readable.from(upTo(payload.pipe(gunzip), limit), { objectMode: false })
  const result = Object.assign(inflated, { receivedEncodedLength: 0 })
  payload.on('data', (chunk: Buffer) => {
    result.receivedEncodedLength += chunk.length
  })
  return result
}

async function* upTo(chunks: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Buffer> {
  let size = 0
  try {
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > limit) throw new TooLarge('inflated past the limit')
      yield chunk
    }
  } catch (error) {
    throw error instanceof TooLarge ? error : new Unreadable('not gzip', { cause: error })
  }
}

function isStream(body: unknown): body is Readable {
  return typeof body === 'object' && body !== null && 'pipe' in body && typeof body.pipe === 'function'
}
