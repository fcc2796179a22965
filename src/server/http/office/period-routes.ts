// Months' paying lists: drafting, checking, locking, assigning, closing.
import type { FastifyReply } from 'fastify'
import { ItemId } from '../../../domain/payment/item.ts'
import {
  AssignmentAnswer,
  AssignmentRequest,
  DraftAnswer,
  DraftRequest,
  ItemAnswer,
  ItemCorrection,
  NewItem,
  PeriodDetail,
  PeriodKey,
  PeriodsAnswer,
  PeriodsQuery,
  PeriodStepAnswer,
  PeriodStepRequest,
  ReturnedAnswer,
  ReturnedRequest,
} from '../../../protocol/office/periods.ts'
import { apiBase } from '../../../protocol/version.ts'
import { assignDeliveries } from '../../actions/assign-deliveries.ts'
import { addItem, correctItem, type ItemResult } from '../../actions/correct-item.ts'
import { draftPeriod } from '../../actions/draft-period.ts'
import { periodsInScope, readPeriod } from '../../actions/read-periods.ts'
import { noteReturned } from '../../actions/settle-payments.ts'
import { stepPeriod } from '../../actions/step-period.ts'
import type { PeriodRefusal } from '../../actions/take-period.ts'
import type { ServerTools } from '../../tools.ts'
import { office } from '../access.ts'
import type { App } from '../app-type.ts'
import { officeOf } from '../guard.ts'
import { sendProblem } from '../problems.ts'

const one = `${apiBase}/office/communes/:commune/periods/:period`
const access = office('managePayments', 'params')
const tags = ['office']

/** 404 or 409 `conflict` with the reason. */
export function refuse(reply: FastifyReply, refusal: PeriodRefusal): FastifyReply {
  return refusal.kind === 'notFound'
    ? sendProblem(reply, 'not_found')
    : sendProblem(reply, 'conflict', { because: refusal.because })
}

function itemAnswer(reply: FastifyReply, result: ItemResult) {
  return result.kind === 'done' ? { item: result.item, version: result.version } : refuse(reply, result)
}

/** Adds the addresses of months' lists. */
export function periodRoutes(app: App, tools: ServerTools): void {
  app.get(
    `${apiBase}/office/periods`,
    {
      config: { access: office('seeOverview', 'query') },
      schema: { tags, summary: 'Months in numbers', querystring: PeriodsQuery, response: { 200: PeriodsAnswer } },
    },
    async (request) => ({ items: await periodsInScope(tools, officeOf(request), request.query) }),
  )

  app.get(
    one,
    {
      config: { access: office('seePeople', 'params') },
      schema: { tags, summary: 'A month with its progress', params: PeriodKey, response: { 200: PeriodDetail } },
    },
    async (request, reply) =>
      (await readPeriod(tools, officeOf(request), request.params)) ?? sendProblem(reply, 'not_found'),
  )

  app.post(
    `${one}/draft`,
    {
      config: { access },
      schema: {
        tags,
        summary: 'Draft a month, or draft it anew',
        params: PeriodKey,
        body: DraftRequest,
        response: { 200: DraftAnswer },
      },
    },
    async (request, reply) => {
      const { version, import: file } = request.body
      const result = await draftPeriod(tools, officeOf(request), request.params, version, file)
      if (result.kind !== 'drafted') return refuse(reply, result)
      const { period, unmatched } = result
      return { state: period.state, version: period.version, carriedOver: null, unmatched }
    },
  )

  for (const step of ['check', 'lock', 'finish', 'close'] as const) {
    app.post(
      `${one}/${step}`,
      {
        config: { access },
        schema: {
          tags,
          summary: `A month's next state: ${step}`,
          params: PeriodKey,
          body: PeriodStepRequest,
          response: { 200: PeriodStepAnswer },
        },
      },
      async (request, reply) => {
        const result = await stepPeriod(tools, officeOf(request), request.params, step, request.body.version)
        return result.kind === 'done' ? result.answer : refuse(reply, result)
      },
    )
  }

  app.post(
    `${one}/items`,
    {
      config: { access },
      schema: { tags, summary: 'Add an item', params: PeriodKey, body: NewItem, response: { 200: ItemAnswer } },
    },
    async (request, reply) => itemAnswer(reply, await addItem(tools, officeOf(request), request.params, request.body)),
  )

  app.post(
    `${one}/items/:item/correction`,
    {
      config: { access },
      schema: {
        tags,
        summary: 'Change an item, take it off, put it back',
        params: PeriodKey.extend({ item: ItemId }),
        body: ItemCorrection,
        response: { 200: ItemAnswer },
      },
    },
    async (request, reply) => {
      const { item, ...place } = request.params
      return itemAnswer(reply, await correctItem(tools, officeOf(request), place, item, request.body))
    },
  )

  app.post(
    `${one}/assignments`,
    {
      config: { access },
      schema: {
        tags,
        summary: 'Give home deliveries to an officer',
        params: PeriodKey,
        body: AssignmentRequest,
        response: { 200: AssignmentAnswer },
      },
    },
    async (request, reply) => {
      const result = await assignDeliveries(tools, officeOf(request), request.params, request.body)
      if (result.kind === 'assigned') return { changed: result.changed }
      return result.kind === 'unknownOfficer' ? sendProblem(reply, 'not_found') : refuse(reply, result)
    },
  )

  app.post(
    `${one}/returned`,
    {
      config: { access },
      schema: {
        tags,
        summary: 'People whom the payment organisation returned as unpaid',
        params: PeriodKey,
        body: ReturnedRequest,
        response: { 200: ReturnedAnswer },
      },
    },
    async (request, reply) => {
      const result = await noteReturned(tools, officeOf(request), request.params, request.body)
      return result.kind === 'noted' ? { noted: result.noted } : refuse(reply, result)
    },
  )
}
