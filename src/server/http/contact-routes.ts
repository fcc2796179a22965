// POST /contact: what a tablet tells of its own state.
import { z } from 'zod'
import { ContactReport } from '../../protocol/contact.ts'
import { apiBase } from '../../protocol/version.ts'
import { noteContact } from '../actions/note-contact.ts'
import type { ServerTools } from '../tools.ts'
import { tablet } from './access.ts'
import type { App } from './app-type.ts'
import { tabletOf } from './guard.ts'

/** Adds the address at which tablets report. */
export function contactRoutes(app: App, tools: ServerTools): void {
  app.post(
    `${apiBase}/contact`,
    {
      config: { access: tablet() },
      schema: {
        tags: ['tablet'],
        summary: 'How long the queue is and how storage stands',
        body: ContactReport,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await noteContact(tools, tabletOf(request), request.body)
      return reply.code(204).send(null)
    },
  )
}
