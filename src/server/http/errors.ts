// What was thrown becomes a problem here, and nowhere else. Nothing of a thrown message is told to the caller.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { ProblemCode } from '../../protocol/problem.ts'
import { describeError } from '../log.ts'
import type { App } from './app-type.ts'
import { sendProblem, statusOf } from './problems.ts'

const fullDisk = new Set(['ENOSPC', 'EDQUOT', '53100', 'SQLITE_FULL'])
const awayForNow = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EMFILE',
  // PostgreSQL: no connection or too many, ended by somebody, lost races to the end, crashed or starting.
  '08000',
  '08003',
  '08006',
  '25P03',
  '40001',
  '40P01',
  '53300',
  '57P01',
  '57P02',
  '57P03',
])
const lostConnection = /timeout exceeded when trying to connect|^Connection terminated|not queryable/
const sqliteFull = 13
const sqliteBusy = [5, 6, 10]

/** Sets the handler for everything that routes throw and for addresses that lead nowhere. */
export function handleErrors(app: App): void {
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply))
}

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const paths = error.validation.map((issue) => `${error.validationContext ?? 'body'}${issue.instancePath}`)
    return sendProblem(reply, 'invalid_request', { detail: paths.map(plain).slice(0, 10).join(', ') })
  }
  const code = problemOf(error)
  // A line that was cut is everyday life out there, and nobody hears the answer.
  if (request.raw.destroyed && !request.raw.complete) return sendProblem(reply, code)
  if (statusOf(code) >= 500) request.log.error({ ...describeError(error), route: request.routeOptions.url }, 'failed')
  if (code === 'unavailable') reply.header('retry-after', '5')
  return sendProblem(reply, code)
}

/** A path of a schema, without anything that somebody typed. */
function plain(path: string): string {
  return path.replaceAll(/[^A-Za-z0-9_/]/g, '').slice(0, 80)
}

function problemOf(error: FastifyError & { errcode?: number }): ProblemCode {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' || error.statusCode === 413) return 'too_large'
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || error.statusCode === 415) return 'unsupported_media'
  if (error.statusCode === 429) return 'too_many_requests'
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) return 'invalid_request'
  if (fullDisk.has(error.code) || error.errcode === sqliteFull) return 'storage_full'
  if (awayForNow.has(error.code) || lostConnection.test(error.message)) return 'unavailable'
  if (error.errcode !== undefined && sqliteBusy.includes(error.errcode & 0xff)) return 'unavailable'
  return error.statusCode === 503 ? 'unavailable' : 'internal'
}
