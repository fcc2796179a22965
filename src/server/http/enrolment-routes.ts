// POST /enrolments.
import { EnrolmentRequest, EnrolmentResponse } from '../../protocol/enrolment.ts'
import { apiBase } from '../../protocol/version.ts'
import { enrolTablet } from '../actions/enrol-tablet.ts'
import type { ServerTools } from '../tools.ts'
import { anyone } from './access.ts'
import type { App } from './app-type.ts'
import { sendProblem } from './problems.ts'
import { limitFailures } from './rate-limits.ts'

const hour = 3_600_000

/** Adds the address at which a tablet is enrolled. */
export function enrolmentRoutes(app: App, tools: ServerTools): void {
  const failures = limitFailures(app, {
    name: 'enrolment',
    max: tools.settings.limits.enrolmentFailuresPerHour,
    windowMs: hour,
  })
  app.post(
    `${apiBase}/enrolments`,
    {
      config: { access: anyone },
      schema: {
        tags: ['tablet'],
        summary: 'Enrol one member of staff on one tablet with a code from the office',
        body: EnrolmentRequest,
        response: { 201: EnrolmentResponse },
      },
    },
    async (request, reply) => {
      if (await failures.refuses(request, reply)) return reply
      const result = await enrolTablet(tools, request.body)
      switch (result.kind) {
        case 'enrolled':
          return reply.code(201).send(result.answer)
        case 'unknownCode':
          await failures.countFailure(request)
          return sendProblem(reply, 'unknown_code')
        case 'badKey':
          return sendProblem(reply, 'invalid_request', { detail: 'body/publicKey' })
      }
    },
  )
}
