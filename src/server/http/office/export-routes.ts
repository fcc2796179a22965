// Files for Excel: a commune's list, and the rows of an import that need a look.
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { CommuneCode, Uuid } from '../../../domain/ids.ts'
import { ExportQuery } from '../../../protocol/office/exports.ts'
import { apiBase } from '../../../protocol/version.ts'
import { type ExportedFile, exportList, exportProblems } from '../../actions/export-list.ts'
import type { ServerTools } from '../../tools.ts'
import { office } from '../access.ts'
import type { App } from '../app-type.ts'
import { officeOf } from '../guard.ts'
import { sendProblem } from '../problems.ts'

const ofCommune = `${apiBase}/office/communes/:commune`
const tags = ['office']

function sendFile(reply: FastifyReply, file: ExportedFile | null) {
  if (file === null) return sendProblem(reply, 'not_found')
  const { name, mediaType, bytes } = file
  return reply
    .header('content-type', mediaType)
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(bytes)
}

/** Adds the addresses of exports. */
export function exportRoutes(app: App, tools: ServerTools): void {
  app.get(
    `${ofCommune}/list-export`,
    {
      config: { access: office('exportList', 'params') },
      schema: {
        tags,
        summary: 'The list of a commune as a spreadsheet',
        params: z.object({ commune: CommuneCode }),
        querystring: ExportQuery,
      },
    },
    async (request, reply) =>
      sendFile(reply, await exportList(tools, officeOf(request), request.params.commune, request.query)),
  )

  app.get(
    `${ofCommune}/imports/:id/problems`,
    {
      config: { access: office('importList', 'params') },
      schema: {
        tags,
        summary: 'The rows of an import that need a look, as a spreadsheet',
        params: z.object({ commune: CommuneCode, id: Uuid }),
        querystring: ExportQuery,
      },
    },
    async (request, reply) =>
      sendFile(reply, await exportProblems(tools, officeOf(request), request.params, request.query)),
  )
}
