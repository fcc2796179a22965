// Tablets: enrolment codes, revoking, forked chains, forgotten PINs.
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { ProfileId, Uuid } from '../../../domain/ids.ts'
import {
  EnrolmentCode,
  EnrolmentCodeRequest,
  Fork,
  ForkDecision,
  Revocation,
  TabletList,
  VaultRecoveryApproval,
  VaultRecoveryList,
} from '../../../protocol/office/tablets.ts'
import { apiBase } from '../../../protocol/version.ts'
import { type ApprovalResult, approveRecovery, recoveriesInScope } from '../../actions/approve-recovery.ts'
import {
  decideFork,
  forkOf,
  makeEnrolmentCode,
  revokeTablet,
  tabletsInScope,
  type TabletResult,
} from '../../actions/manage-tablets.ts'
import type { ServerTools } from '../../tools.ts'
import { office } from '../access.ts'
import type { App } from '../app-type.ts'
import { officeOf } from '../guard.ts'
import { sendProblem } from '../problems.ts'

const base = `${apiBase}/office`
const nothing = z.null()
const ofTablet = z.object({ profileId: ProfileId })
const tags = ['office']

/** Adds the addresses of tablets. */
export function tabletRoutes(app: App, tools: ServerTools): void {
  const inScope = { access: office('manageTablets') }
  const oneThing = { access: office('manageTablets', 'thing') }

  app.get(
    `${base}/tablets`,
    { config: inScope, schema: { tags, summary: 'Tablets of the communes in scope', response: { 200: TabletList } } },
    async (request) => ({ items: await tabletsInScope(tools, officeOf(request)) }),
  )

  app.post(
    `${base}/enrolment-codes`,
    {
      config: oneThing,
      schema: { tags, summary: 'Make an enrolment code', body: EnrolmentCodeRequest, response: { 201: EnrolmentCode } },
    },
    async (request, reply) => {
      const result = await makeEnrolmentCode(tools, officeOf(request), request.body.staffId)
      switch (result.kind) {
        case 'made': {
          const server = tools.settings.publicUrl ?? `${request.protocol}://${request.host}`
          return reply.code(201).send({ ...result.code, link: `${server}/#enrol=${result.code.code}` })
        }
        case 'notFound':
          return sendProblem(reply, 'not_found')
        case 'cannotEnrol':
          return sendProblem(reply, 'conflict')
      }
    },
  )

  app.post(
    `${base}/tablets/:profileId/revocation`,
    {
      config: oneThing,
      schema: { tags, summary: 'Revoke a tablet', params: ofTablet, body: Revocation, response: { 204: nothing } },
    },
    async (request, reply) => {
      const { profileId } = request.params
      return answer(reply, await revokeTablet(tools, officeOf(request), profileId, request.body.reason))
    },
  )

  app.get(
    `${base}/tablets/:profileId/fork`,
    { config: oneThing, schema: { tags, summary: 'Envelopes kept apart', params: ofTablet, response: { 200: Fork } } },
    async (request, reply) => {
      const items = await forkOf(tools, officeOf(request), request.params.profileId)
      return items === null ? sendProblem(reply, 'not_found') : { items }
    },
  )

  app.post(
    `${base}/tablets/:profileId/fork`,
    {
      config: oneThing,
      schema: {
        tags,
        summary: 'Decide about a fork',
        params: ofTablet,
        body: ForkDecision,
        response: { 204: nothing },
      },
    },
    async (request, reply) =>
      answer(reply, await decideFork(tools, officeOf(request), request.params.profileId, request.body)),
  )

  app.get(
    `${base}/vault-recoveries`,
    { config: inScope, schema: { tags, summary: 'Forgotten PINs', response: { 200: VaultRecoveryList } } },
    async (request) => ({ items: await recoveriesInScope(tools, officeOf(request)) }),
  )

  app.post(
    `${base}/vault-recoveries/:id/approval`,
    {
      config: oneThing,
      schema: {
        tags,
        summary: 'Approve a forgotten PIN',
        params: z.object({ id: Uuid }),
        body: VaultRecoveryApproval,
        response: { 204: nothing },
      },
    },
    async (request, reply) =>
      answer(reply, await approveRecovery(tools, officeOf(request), request.params.id, request.body.check)),
  )
}

function answer(reply: FastifyReply, result: TabletResult | ApprovalResult): FastifyReply {
  switch (result.kind) {
    case 'done':
      return reply.code(204).send(null)
    case 'notFound':
      return sendProblem(reply, 'not_found')
    case 'wrongCheck':
      return sendProblem(reply, 'wrong_check')
    case 'alreadyDecided':
      return sendProblem(reply, 'already_decided')
  }
}
