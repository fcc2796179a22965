// The review queue.
import { z } from 'zod'
import { RecordId } from '../../../domain/ids.ts'
import { ReviewState } from '../../../domain/review.ts'
import {
  RegistrationDetail,
  RegistrationPage,
  RegistrationQuery,
  ReviewDecision,
} from '../../../protocol/office/registrations.ts'
import { apiBase } from '../../../protocol/version.ts'
import { readRegistration, registrationsInScope } from '../../actions/read-registrations.ts'
import { reviewRegistration } from '../../actions/review-registration.ts'
import type { ServerTools } from '../../tools.ts'
import { office } from '../access.ts'
import type { App } from '../app-type.ts'
import { officeOf } from '../guard.ts'
import { sendProblem } from '../problems.ts'

const base = `${apiBase}/office/registrations`
const one = z.object({ id: RecordId })
const tags = ['office']
const Decided = z.object({ state: ReviewState, version: z.number().int() })

/** Adds the addresses of registrations. */
export function registrationRoutes(app: App, tools: ServerTools): void {
  app.get(
    base,
    {
      config: { access: office('seePeople', 'query') },
      schema: { tags, summary: 'Registrations', querystring: RegistrationQuery, response: { 200: RegistrationPage } },
    },
    (request) => registrationsInScope(tools, officeOf(request), request.query),
  )

  app.get(
    `${base}/:id`,
    {
      config: { access: office('seePeople', 'thing') },
      schema: { tags, summary: 'One registration', params: one, response: { 200: RegistrationDetail } },
    },
    async (request, reply) =>
      (await readRegistration(tools, officeOf(request), request.params.id)) ?? sendProblem(reply, 'not_found'),
  )

  app.post(
    `${base}/:id/decision`,
    {
      config: { access: office('reviewRegistrations', 'thing') },
      schema: {
        tags,
        summary: 'Accept a registration, ask for papers, or reject it',
        params: one,
        body: ReviewDecision,
        response: { 200: Decided },
      },
    },
    async (request, reply) => {
      const result = await reviewRegistration(tools, officeOf(request), request.params.id, request.body)
      switch (result.kind) {
        case 'decided':
          return { state: result.state, version: result.version }
        case 'notFound':
          return sendProblem(reply, 'not_found')
        case 'conflict':
          return sendProblem(reply, 'conflict')
        case 'alreadyDecided':
          return sendProblem(reply, 'already_decided')
        case 'nobodyToLink':
          return sendProblem(reply, 'conflict')
      }
    },
  )
}
