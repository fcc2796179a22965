// People on the list, the overview, and the log.
import { z } from 'zod'
import { BeneficiaryId } from '../../../domain/ids.ts'
import { AuditPage, AuditQuery } from '../../../protocol/office/audit.ts'
import { Overview, OverviewQuery } from '../../../protocol/office/overview.ts'
import { PeoplePage, PeopleQuery, PersonDetail } from '../../../protocol/office/people.ts'
import { apiBase } from '../../../protocol/version.ts'
import { auditInScope } from '../../actions/read-audit.ts'
import { readOverview } from '../../actions/read-overview.ts'
import { peopleInScope } from '../../actions/read-people.ts'
import { readPerson } from '../../actions/read-person.ts'
import type { ServerTools } from '../../tools.ts'
import { office } from '../access.ts'
import type { App } from '../app-type.ts'
import { officeOf } from '../guard.ts'
import { sendProblem } from '../problems.ts'

const base = `${apiBase}/office`
const tags = ['office']

/** Adds the addresses at which the list, the overview and the log are read. */
export function peopleRoutes(app: App, tools: ServerTools): void {
  app.get(
    `${base}/overview`,
    {
      config: { access: office('seeOverview') },
      schema: {
        tags,
        summary: 'Where the work stands, in numbers',
        querystring: OverviewQuery,
        response: { 200: Overview },
      },
    },
    (request) => readOverview(tools, officeOf(request)),
  )

  app.get(
    `${base}/people`,
    {
      config: { access: office('seePeople', 'query') },
      schema: { tags, summary: 'People on the list', querystring: PeopleQuery, response: { 200: PeoplePage } },
    },
    (request) => peopleInScope(tools, officeOf(request), request.query),
  )

  app.get(
    `${base}/people/:id`,
    {
      config: { access: office('seePeople', 'thing') },
      schema: { tags, summary: 'One person', params: z.object({ id: BeneficiaryId }), response: { 200: PersonDetail } },
    },
    async (request, reply) =>
      (await readPerson(tools, officeOf(request), request.params.id)) ?? sendProblem(reply, 'not_found'),
  )

  app.get(
    `${base}/audit`,
    {
      config: { access: office('seeAudit') },
      schema: { tags, summary: 'Who did what', querystring: AuditQuery, response: { 200: AuditPage } },
    },
    (request) => auditInScope(tools, officeOf(request), request.query),
  )
}
