// GET /changes: what the server tells a tablet.
import { Readable } from 'node:stream'
import { z } from 'zod'
import { changesMediaType } from '../../protocol/changes.ts'
import { apiBase } from '../../protocol/version.ts'
import { changesSince } from '../actions/changes-since.ts'
import type { ServerTools } from '../tools.ts'
import { tablet } from './access.ts'
import type { App } from './app-type.ts'
import { compressionByPiece } from './compression.ts'
import { tabletOf } from './guard.ts'
import { sendProblem } from './problems.ts'

const usualLines = 1000

/** Adds the address from which tablets pull. */
export function changeRoutes(app: App, tools: ServerTools): void {
  const most = tools.settings.limits
  const Query = z.object({
    cursor: z.string().optional(),
    limit: z.coerce.number().int().min(1).default(usualLines),
    pages: z.coerce.number().int().min(1).default(1),
  })
  app.get(
    `${apiBase}/changes`,
    {
      config: { access: tablet() },
      exposeHeadRoute: false,
      compress: compressionByPiece,
      schema: {
        tags: ['tablet'],
        summary: 'Pages of changes as NDJSON, each: begin, one change a line, end',
        querystring: Query,
      },
    },
    async (request, reply) => {
      const { cursor, limit, pages } = request.query
      const result = await changesSince(tools, tabletOf(request), {
        cursor: cursor === undefined || cursor === '' ? null : cursor,
        limit: Math.min(limit, most.changesInPage),
        pages: Math.min(pages, most.pagesInAnswer),
      })
      if (result.kind === 'badCursor') return sendProblem(reply, 'bad_cursor')
      reply.type(changesMediaType)
      return pages === 1 ? result.first : Readable.from(allOf(result.first, result.more()))
    },
  )
}

/** Made only as quickly as the tablet takes them. */
async function* allOf(first: Buffer, more: AsyncGenerator<Buffer, void>): AsyncGenerator<Buffer, void> {
  yield first
  yield* more
}
