// People of a month's list: looking, settling, reconciling.
import { BeneficiaryId } from '../../../domain/ids.ts'
import {
  MattersAnswer,
  PayeeDecision,
  PayeeDecisionAnswer,
  PayeeDetail,
  PayeesPage,
  PayeesQuery,
  Sheet,
  SheetQuery,
} from '../../../protocol/office/period-people.ts'
import { PeriodKey } from '../../../protocol/office/periods.ts'
import { Reconciliation, ReturnSummary } from '../../../protocol/office/reconciliation.ts'
import { apiBase } from '../../../protocol/version.ts'
import { exportSheet, readSheet } from '../../actions/period-sheet.ts'
import { mattersInScope } from '../../actions/read-matters.ts'
import { payeesInScope, readPayee } from '../../actions/read-payees.ts'
import { readReconciliation, readReturn } from '../../actions/read-reconciliation.ts'
import { settlePayment } from '../../actions/settle-payments.ts'
import type { ServerTools } from '../../tools.ts'
import { office } from '../access.ts'
import type { App } from '../app-type.ts'
import { officeOf } from '../guard.ts'
import { sendProblem } from '../problems.ts'
import { refuse } from './period-routes.ts'

const one = `${apiBase}/office/communes/:commune/periods/:period`
const tags = ['office']
const Payee = PeriodKey.extend({ beneficiary: BeneficiaryId })

/** Adds the addresses of people of months' lists. */
export function payeeRoutes(app: App, tools: ServerTools): void {
  const reading = office('seePeople', 'params')
  const managing = office('managePayments', 'params')

  app.get(
    `${one}/people`,
    {
      config: { access: reading },
      schema: {
        tags,
        summary: 'People of a month',
        params: PeriodKey,
        querystring: PayeesQuery,
        response: { 200: PayeesPage },
      },
    },
    async (request, reply) =>
      (await payeesInScope(tools, officeOf(request), request.params, request.query)) ?? sendProblem(reply, 'not_found'),
  )

  app.get(
    `${one}/people/:beneficiary`,
    {
      config: { access: reading },
      schema: { tags, summary: 'A person’s month', params: Payee, response: { 200: PayeeDetail } },
    },
    async (request, reply) => {
      const { beneficiary, ...place } = request.params
      return (await readPayee(tools, officeOf(request), place, beneficiary)) ?? sendProblem(reply, 'not_found')
    },
  )

  app.post(
    `${one}/people/:beneficiary/decision`,
    {
      config: { access: managing },
      schema: {
        tags,
        summary: 'Settle a double payment, a difference, a void',
        params: Payee,
        body: PayeeDecision,
        response: { 200: PayeeDecisionAnswer },
      },
    },
    async (request, reply) => {
      const { beneficiary, ...place } = request.params
      const result = await settlePayment(tools, officeOf(request), place, beneficiary, request.body)
      switch (result.kind) {
        case 'settled':
          return result.answer
        case 'ownRecord':
          return sendProblem(reply, 'forbidden', { because: 'ownRecord' })
        case 'alreadyDecided':
          return sendProblem(reply, 'already_decided')
        case 'notFound':
        case 'refused':
          return refuse(reply, result)
      }
    },
  )

  app.get(
    `${one}/matters`,
    {
      config: { access: managing },
      schema: { tags, summary: 'All that waits for a word', params: PeriodKey, response: { 200: MattersAnswer } },
    },
    async (request, reply) => {
      const items = await mattersInScope(tools, officeOf(request), request.params)
      return items ? { items } : sendProblem(reply, 'not_found')
    },
  )

  app.get(
    `${one}/reconciliation`,
    {
      config: { access: managing },
      schema: { tags, summary: 'Officers’ days to the đồng', params: PeriodKey, response: { 200: Reconciliation } },
    },
    async (request, reply) =>
      (await readReconciliation(tools, officeOf(request), request.params)) ?? sendProblem(reply, 'not_found'),
  )

  app.get(
    `${one}/sheet`,
    {
      config: { access: managing },
      schema: {
        tags,
        summary: 'The whole list, for signatures by hand',
        params: PeriodKey,
        querystring: SheetQuery,
        response: { 200: Sheet },
      },
    },
    async (request, reply) =>
      (await readSheet(tools, officeOf(request), request.params, request.query)) ?? sendProblem(reply, 'not_found'),
  )

  app.get(
    `${one}/export`,
    {
      config: { access: managing },
      schema: { tags, summary: 'The same as a spreadsheet', params: PeriodKey, querystring: SheetQuery },
    },
    async (request, reply) => {
      const file = await exportSheet(tools, officeOf(request), request.params, request.query)
      if (file === null) return sendProblem(reply, 'not_found')
      return reply
        .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .send(file.bytes)
    },
  )

  app.get(
    `${one}/return`,
    {
      config: { access: managing },
      schema: { tags, summary: 'What goes back before the 20th', params: PeriodKey, response: { 200: ReturnSummary } },
    },
    async (request, reply) =>
      (await readReturn(tools, officeOf(request), request.params)) ?? sendProblem(reply, 'not_found'),
  )
}
