// The list changed by hand, with its history.
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { BeneficiaryId, CommuneCode, EntitlementId } from '../../../domain/ids.ts'
import {
  BenefitChange,
  Death,
  EditAnswer,
  Move,
  NewBenefit,
  NewPerson,
  PersonChange,
  Removal,
} from '../../../protocol/office/list-edits.ts'
import { HistoryPage, HistoryQuery, PersonDay, PersonOnDay } from '../../../protocol/office/list-history.ts'
import { apiBase } from '../../../protocol/version.ts'
import { addPerson } from '../../actions/add-person.ts'
import { addBenefit, changeBenefit } from '../../actions/change-benefit.ts'
import { changePerson } from '../../actions/change-person.ts'
import { movePerson } from '../../actions/move-person.ts'
import type { EditResult } from '../../actions/open-person.ts'
import { historyOfPerson, personOnDay } from '../../actions/read-history.ts'
import { recordDeath } from '../../actions/record-death.ts'
import { removePerson } from '../../actions/remove-person.ts'
import type { ServerTools } from '../../tools.ts'
import { office } from '../access.ts'
import type { App } from '../app-type.ts'
import { officeOf } from '../guard.ts'
import { sendProblem } from '../problems.ts'

const one = `${apiBase}/office/people/:id`
const Key = z.object({ id: BeneficiaryId })
const tags = ['office']
const config = { access: office('editList', 'thing') }
const response = { 200: EditAnswer }

/** Adds the addresses at which the list is changed by hand, and at which its history is read. */
export function listEditRoutes(app: App, tools: ServerTools): void {
  app.post(
    `${apiBase}/office/communes/:commune/people`,
    {
      config: { access: office('editList', 'params') },
      schema: { tags, summary: 'Add a person', params: z.object({ commune: CommuneCode }), body: NewPerson, response },
    },
    async (request, reply) =>
      answer(reply, await addPerson(tools, officeOf(request), request.params.commune, request.body)),
  )

  app.patch(
    one,
    {
      config,
      schema: { tags, summary: 'Change what the list says of a person', params: Key, body: PersonChange, response },
    },
    async (request, reply) =>
      answer(reply, await changePerson(tools, officeOf(request), request.params.id, request.body)),
  )

  app.post(
    `${one}/benefits`,
    { config, schema: { tags, summary: 'Add a benefit', params: Key, body: NewBenefit, response } },
    async (request, reply) =>
      answer(reply, await addBenefit(tools, officeOf(request), request.params.id, request.body)),
  )

  app.patch(
    `${one}/benefits/:benefit`,
    {
      config,
      schema: {
        tags,
        summary: 'Change the terms of a benefit for a time, or correct its grant',
        params: Key.extend({ benefit: EntitlementId }),
        body: BenefitChange,
        response,
      },
    },
    async (request, reply) =>
      answer(reply, await changeBenefit(tools, officeOf(request), request.params, request.body)),
  )

  app.put(
    `${one}/death`,
    { config, schema: { tags, summary: 'Write down a death, or take it back', params: Key, body: Death, response } },
    async (request, reply) =>
      answer(reply, await recordDeath(tools, officeOf(request), request.params.id, request.body)),
  )

  app.post(
    `${one}/move`,
    { config, schema: { tags, summary: 'Move a person to another commune', params: Key, body: Move, response } },
    async (request, reply) =>
      answer(reply, await movePerson(tools, officeOf(request), request.params.id, request.body)),
  )

  app.post(
    `${one}/removal`,
    { config, schema: { tags, summary: 'Take a person off the list', params: Key, body: Removal, response } },
    async (request, reply) =>
      answer(reply, await removePerson(tools, officeOf(request), request.params.id, request.body)),
  )

  app.get(
    `${one}/history`,
    {
      config: { access: office('seePeople', 'thing') },
      schema: {
        tags,
        summary: 'What became of a person on the list',
        params: Key,
        querystring: HistoryQuery,
        response: { 200: HistoryPage },
      },
    },
    async (request, reply) =>
      (await historyOfPerson(tools, officeOf(request), request.params.id, request.query)) ??
      sendProblem(reply, 'not_found'),
  )

  app.get(
    `${one}/days/:day`,
    {
      config: { access: office('seePeople', 'thing') },
      schema: {
        tags,
        summary: 'A person as the list read on a day',
        params: PersonDay,
        response: { 200: PersonOnDay },
      },
    },
    async (request, reply) =>
      (await personOnDay(tools, officeOf(request), request.params.id, request.params.day)) ??
      sendProblem(reply, 'not_found'),
  )
}

function answer(reply: FastifyReply, result: EditResult): FastifyReply {
  if (result.kind === 'notFound') return sendProblem(reply, 'not_found')
  if (result.kind === 'conflict') return sendProblem(reply, 'conflict')
  return reply.send(result)
}
