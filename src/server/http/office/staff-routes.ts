// Members of staff: seen by whoever manages tablets, changed by administrators.
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { StaffId } from '../../../domain/ids.ts'
import { NewStaffMember, StaffChange, StaffList } from '../../../protocol/office/staff.ts'
import { apiBase } from '../../../protocol/version.ts'
import { changeStaff, createStaff, staffInScope, type StaffResult } from '../../actions/manage-staff.ts'
import type { ServerTools } from '../../tools.ts'
import { office } from '../access.ts'
import type { App } from '../app-type.ts'
import { officeOf } from '../guard.ts'
import { sendProblem } from '../problems.ts'

const base = `${apiBase}/office/staff`
const Done = z.object({ id: StaffId })

/** Adds the addresses of staff. */
export function staffRoutes(app: App, tools: ServerTools): void {
  app.get(
    base,
    {
      config: { access: office('manageTablets') },
      schema: { tags: ['office'], summary: 'Staff of the communes in scope', response: { 200: StaffList } },
    },
    async (request) => ({ items: await staffInScope(tools, officeOf(request)) }),
  )

  app.post(
    base,
    {
      config: { access: office('manageStaff', 'thing') },
      schema: { tags: ['office'], summary: 'Add a member of staff', body: NewStaffMember, response: { 201: Done } },
    },
    async (request, reply) => answer(reply, 201, await createStaff(tools, officeOf(request), request.body)),
  )

  app.patch(
    `${base}/:id`,
    {
      config: { access: office('manageStaff', 'thing') },
      schema: {
        tags: ['office'],
        summary: 'Change a member of staff',
        params: z.object({ id: StaffId }),
        body: StaffChange,
        response: { 200: Done },
      },
    },
    async (request, reply) =>
      answer(reply, 200, await changeStaff(tools, officeOf(request), request.params.id, request.body)),
  )
}

function answer(reply: FastifyReply, status: 200 | 201, result: StaffResult): FastifyReply {
  switch (result.kind) {
    case 'done':
      return reply.code(status).send({ id: result.id })
    case 'weakPassword':
      return sendProblem(reply, 'weak_password', { weakness: result.weakness })
    case 'usernameTaken':
      return sendProblem(reply, 'username_taken')
    case 'notFound':
    case 'unknownCommune':
      return sendProblem(reply, 'not_found')
    case 'forbidden':
      return sendProblem(reply, 'forbidden')
  }
}
