// Whether the server is there and its database answers: for watchdogs, without a word about anybody.
import { z } from 'zod'
import { checkHealth } from '../actions/check-health.ts'
import type { ServerTools } from '../tools.ts'
import { anyone } from './access.ts'
import type { App } from './app-type.ts'
import { sendProblem } from './problems.ts'

const Health = z.object({ status: z.literal('ok'), database: z.enum(['sqlite', 'postgres']) })

/** Adds `GET /health`. */
export function healthRoutes(app: App, tools: ServerTools): void {
  app.get(
    '/health',
    { config: { access: anyone }, schema: { tags: ['server'], response: { 200: Health } } },
    async (_request, reply) => {
      const health = await checkHealth(tools)
      if (health.kind === 'ill') return sendProblem(reply, 'unavailable')
      return { status: 'ok' as const, database: health.database }
    },
  )
}
