// A forgotten PIN. The tablet cannot show its token here: it is sealed too.
import { z } from 'zod'
import {
  RecoveryKeyRequest,
  RecoveryKeyResponse,
  RecoveryRequest,
  RecoveryResponse,
} from '../../protocol/vault-recovery.ts'
import { apiBase } from '../../protocol/version.ts'
import { askRecovery, fetchRecoveryKey } from '../actions/recover-vault.ts'
import type { ServerTools } from '../tools.ts'
import { anyone } from './access.ts'
import type { App } from './app-type.ts'
import { sendProblem } from './problems.ts'
import { limitFailures } from './rate-limits.ts'

const hour = 3_600_000
const Params = z.object({ recoveryId: z.string().max(60) })

/** Adds the addresses of recoveries. */
export function recoveryRoutes(app: App, tools: ServerTools): void {
  const max = tools.settings.limits.recoveryRequestsPerHour
  const requests = limitFailures(app, { name: 'recovery', max, windowMs: hour })
  const wrongClaims = limitFailures(app, { name: 'recovery claim', max, windowMs: hour })
  app.post(
    `${apiBase}/vault-recoveries`,
    {
      config: { access: anyone },
      schema: {
        tags: ['tablet'],
        summary: 'Ask for the data key of a locked profile',
        body: RecoveryRequest,
        response: { 202: RecoveryResponse },
      },
    },
    async (request, reply) => {
      if (await requests.refuses(request, reply)) return reply
      // Successes count too: each one is something that the office has to look at.
      await requests.countFailure(request)
      const result = await askRecovery(tools, request.body)
      return result.kind === 'asked' ? reply.code(202).send(result.answer) : sendProblem(reply, 'bad_escrow')
    },
  )
  app.post(
    `${apiBase}/vault-recoveries/:recoveryId/key`,
    {
      config: { access: anyone },
      schema: {
        tags: ['tablet'],
        summary: 'Fetch the data key once the office has agreed',
        params: Params,
        body: RecoveryKeyRequest,
        response: { 200: RecoveryKeyResponse },
      },
    },
    async (request, reply) => {
      if (await wrongClaims.refuses(request, reply)) return reply
      const result = await fetchRecoveryKey(tools, request.params.recoveryId, request.body.claim)
      switch (result.kind) {
        case 'key':
          return { dataKey: result.dataKey }
        case 'notFound':
          await wrongClaims.countFailure(request)
          return sendProblem(reply, 'not_found')
        case 'notApproved':
          return sendProblem(reply, 'not_approved')
        case 'alreadyFetched':
          return sendProblem(reply, 'already_fetched')
      }
    },
  )
}
