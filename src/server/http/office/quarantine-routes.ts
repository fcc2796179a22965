// Records that were stored but break a rule.
import { z } from 'zod'
import { ProfileId } from '../../../domain/ids.ts'
import {
  QuarantineAnswer,
  QuarantineDecision,
  QuarantinedText,
  QuarantinePage,
  QuarantineQuery,
} from '../../../protocol/office/quarantine.ts'
import { apiBase } from '../../../protocol/version.ts'
import { decideQuarantined, quarantineInScope, readQuarantined } from '../../actions/decide-quarantined.ts'
import type { ServerTools } from '../../tools.ts'
import { office } from '../access.ts'
import type { App } from '../app-type.ts'
import { officeOf } from '../guard.ts'
import { sendProblem } from '../problems.ts'

const base = `${apiBase}/office/quarantine`
const one = z.object({ profileId: ProfileId, seq: z.coerce.number().int().positive() })
const tags = ['office']

/** Adds the addresses of the quarantine. */
export function quarantineRoutes(app: App, tools: ServerTools): void {
  app.get(
    base,
    {
      config: { access: office('decideQuarantine') },
      schema: { tags, summary: 'Quarantined records', querystring: QuarantineQuery, response: { 200: QuarantinePage } },
    },
    (request) => quarantineInScope(tools, officeOf(request), request.query),
  )

  app.get(
    `${base}/:profileId/:seq`,
    {
      config: { access: office('decideQuarantine', 'thing') },
      schema: { tags, summary: 'Text of a quarantined record', params: one, response: { 200: QuarantinedText } },
    },
    async (request, reply) => {
      const text = await readQuarantined(tools, officeOf(request), request.params.profileId, request.params.seq)
      return text ?? sendProblem(reply, 'not_found')
    },
  )

  app.post(
    `${base}/:profileId/:seq/decision`,
    {
      config: { access: office('decideQuarantine', 'thing') },
      schema: {
        tags,
        summary: 'Take a quarantined record, or set it aside',
        params: one,
        body: QuarantineDecision,
        response: { 200: QuarantineAnswer },
      },
    },
    async (request, reply) => {
      const { profileId: profile, seq } = request.params
      const result = await decideQuarantined(tools, officeOf(request), { profile, seq }, request.body)
      switch (result.kind) {
        case 'done':
          return result.answer
        case 'notFound':
          return sendProblem(reply, 'not_found')
        case 'alreadyDecided':
          return sendProblem(reply, 'already_decided')
      }
    },
  )
}
