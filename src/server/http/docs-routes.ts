// The interface described from the very schemas that check it: as OpenAPI, and as a page that needs no script.
import swagger from '@fastify/swagger'
import { createJsonSchemaTransform } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Problem, problemMediaType } from '../../protocol/problem.ts'
import { apiBase } from '../../protocol/version.ts'
import { anyone } from './access.ts'
import type { App } from './app-type.ts'
import { docsPage, docsStyle } from './docs-page.ts'

const problemAnswer = {
  description: 'Any refusal: `code` says which',
  content: { [problemMediaType]: { schema: z.toJSONSchema(Problem) } },
}

/** Adds `GET /api/docs` (page), `/api/docs/openapi.json` and the page's style. Must come before the routes it describes. */
export async function apiDocs(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Tận Nhà', version: '1', description: 'Wire protocol, version 1; errors are RFC 9457 documents.' },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          tablet: { type: 'http', scheme: 'bearer' },
          office: { type: 'apiKey', in: 'cookie', name: '__Host-tan-nha' },
        },
      },
    },
    transform: ({ schema, url, route, ...rest }) => {
      const who = route.config?.access?.who
      const security = who === 'tablet' || who === 'office' ? [{ [who]: [] }] : []
      const described = createJsonSchemaTransform({})({ schema: schema ?? {}, url, route, ...rest })
      const { response } = described.schema
      const answers = { ...(response ?? { 200: { description: 'Default Response' } }), default: problemAnswer }
      return { ...described, schema: { ...described.schema, response: answers, security } }
    },
  })
  const hidden = { config: { access: anyone }, schema: { hide: true } }
  app.get('/api/docs/openapi.json', hidden, () => app.swagger())
  app.get('/api/docs/style.css', hidden, (_request, reply) => reply.type('text/css; charset=utf-8').send(docsStyle))
  app.get('/api/docs', hidden, (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(docsPage(app.swagger(), apiBase)),
  )
}
