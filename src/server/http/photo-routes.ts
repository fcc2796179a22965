// Photos: content-addressed, resumable by offset; only the office in scope may look at one.
import { z } from 'zod'
import { PhotoHash } from '../../domain/ids.ts'
import { uploadCompleteHeader, uploadLengthHeader, uploadOffsetHeader } from '../../protocol/photos.ts'
import { apiBase } from '../../protocol/version.ts'
import { photoProgress, receivePhoto } from '../actions/receive-photo.ts'
import { viewPhoto } from '../actions/view-photo.ts'
import type { ServerTools } from '../tools.ts'
import { office, tablet } from './access.ts'
import type { App } from './app-type.ts'
import { officeOf, tabletOf } from './guard.ts'
import { sendProblem } from './problems.ts'
import { bytesOf } from './read-body.ts'

const Params = z.object({ sha256: PhotoHash })
const digits = z.string().regex(/^\d{1,15}$/)
const count = digits.transform(Number)
const UploadHeaders = z.looseObject({
  [uploadOffsetHeader]: count,
  [uploadLengthHeader]: count.pipe(z.number().min(1)),
})
const url = `${apiBase}/photos/:sha256`
const extension = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const

/** Adds the addresses of photos. */
export function photoRoutes(app: App, tools: ServerTools): void {
  app.head(
    url,
    {
      config: { access: tablet(), swagger: { exposeHeadRoute: true } },
      schema: { tags: ['tablet'], summary: 'How far an upload has come', params: Params },
    },
    async (request, reply) => {
      const progress = await photoProgress(tools, tabletOf(request), request.params.sha256)
      if (progress.kind === 'none') return sendProblem(reply, 'not_found')
      reply.header(uploadOffsetHeader, String(progress.offset))
      reply.header(uploadCompleteHeader, progress.kind === 'complete' ? '?1' : '?0')
      return reply.code(200).send()
    },
  )
  app.patch(
    url,
    {
      config: { access: tablet() },
      schema: {
        tags: ['tablet'],
        summary: 'Append bytes at an offset (application/offset+octet-stream)',
        params: Params,
        headers: UploadHeaders,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const result = await receivePhoto(tools, tabletOf(request), {
        sha256: request.params.sha256,
        offset: request.headers[uploadOffsetHeader],
        length: request.headers[uploadLengthHeader],
        bytes: bytesOf(request.body),
      })
      switch (result.kind) {
        case 'stored':
          reply.header(uploadOffsetHeader, String(result.offset))
          reply.header(uploadCompleteHeader, result.complete ? '?1' : '?0')
          return reply.code(204).send(null)
        case 'wrongOffset':
          reply.header(uploadOffsetHeader, String(result.offset))
          return sendProblem(reply, 'wrong_offset', { offset: result.offset })
        case 'wrongHash':
          return sendProblem(reply, 'wrong_hash')
        case 'notAPicture':
          return sendProblem(reply, 'unsupported_media')
        case 'tooLarge':
          return sendProblem(reply, 'too_large')
        case 'tooMany':
          return sendProblem(reply, 'invalid_request', { detail: 'more bytes than upload-length' })
        case 'otherLength':
          return sendProblem(reply, 'invalid_request', { detail: 'another upload-length than before' })
      }
    },
  )
  app.get(
    url,
    {
      config: { access: office('seePeople', 'thing') },
      exposeHeadRoute: false,
      schema: { tags: ['office'], summary: 'A photo of a record in scope', params: Params },
    },
    async (request, reply) => {
      const found = await viewPhoto(tools, officeOf(request), request.params.sha256)
      if (found.kind === 'notFound') return sendProblem(reply, 'not_found')
      return reply
        .headers({
          'content-length': String(found.bytes),
          'content-disposition': `attachment; filename="${request.params.sha256.slice(0, 16)}.${extension[found.type]}"`,
          // Opened by itself, whatever hides in the bytes may do nothing.
          'content-security-policy': "default-src 'none'; sandbox",
        })
        .type(found.type)
        .send(tools.photos.read(request.params.sha256))
    },
  )
}
