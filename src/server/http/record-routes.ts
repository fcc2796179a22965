// POST /records: what a tablet says happened.
import { z } from 'zod'
import { Envelope } from '../../protocol/envelope.ts'
import { PushResponse } from '../../protocol/push.ts'
import { answerHeader, apiBase, oldestServedVersion, protocolVersion } from '../../protocol/version.ts'
import { acceptRecords } from '../actions/accept-records.ts'
import type { ServerTools } from '../tools.ts'
import { tablet } from './access.ts'
import type { App } from './app-type.ts'
import { compressionInPassing } from './compression.ts'
import { tabletOf } from './guard.ts'
import { sendProblem } from './problems.ts'

// A link that does not fit or is not signed is refused by itself (422): what stands before it is stored, whatever its form.
const SentEnvelope = Envelope.extend({
  prev: z.string().regex(/^[\x20-\x7E]{0,200}$/),
  sig: z.string().max(200).default(''),
})
// How many there may be is a limit and answered as one (413), not a mistake in the form.
const Push = z.strictObject({ records: z.array(SentEnvelope) })

/** Adds the address at which records are pushed. */
export function recordRoutes(app: App, tools: ServerTools): void {
  const { limits } = tools.settings
  app.post(
    `${apiBase}/records`,
    {
      config: { access: tablet(), keepsAnyText: true },
      bodyLimit: limits.inflatedPushBytes,
      compress: compressionInPassing,
      preParsing: async (request, reply, payload) => {
        const version = Number(request.headers[answerHeader] ?? protocolVersion)
        if (version >= oldestServedVersion && version <= protocolVersion) return payload
        return sendProblem(reply, 'upgrade_required')
      },
      schema: {
        tags: ['tablet'],
        summary: 'Push envelopes; an answer for each, once all are stored durably',
        body: Push,
        response: { 200: PushResponse },
      },
    },
    async (request, reply) => {
      const { records } = request.body
      if (records.length > limits.envelopesInPush) return sendProblem(reply, 'too_large')
      const { next, results, refusal } = await acceptRecords(tools, tabletOf(request), records)
      switch (refusal?.kind) {
        case undefined:
          return { next, results }
        case 'sequenceGap':
          return sendProblem(reply, 'sequence_gap', { next: refusal.next })
        case 'fork':
          return sendProblem(reply, 'fork', { seq: refusal.seq })
        case 'badChain':
          return sendProblem(reply, 'bad_chain', { seq: refusal.seq, next, results })
        case 'badSignature':
          return sendProblem(reply, 'bad_signature', { seq: refusal.seq, next, results })
      }
    },
  )
}
