// The door of the office: set up, sign in, sign out, change one's password.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { PasswordChange, Session, SetupRequest, SignInRequest } from '../../../protocol/office/session.ts'
import { apiBase } from '../../../protocol/version.ts'
import { changePassword } from '../../actions/change-password.ts'
import { createFirstAdministrator } from '../../actions/create-first-administrator.ts'
import { describeSession, signIn, signOut } from '../../actions/sign-in.ts'
import type { ServerTools } from '../../tools.ts'
import { anyone, office } from '../access.ts'
import type { App } from '../app-type.ts'
import { officeOf, sessionCookie } from '../guard.ts'
import { sendProblem } from '../problems.ts'
import { limitAttempts } from './attempts.ts'

const hour = 3_600_000
const base = `${apiBase}/office`
const nothing = z.null()

/** Adds the addresses at which people sign in and out. */
export function sessionRoutes(app: App, tools: ServerTools): void {
  const limit = { most: tools.settings.limits.signInFailuresPerHour, windowMs: hour }
  const perAccount = limitAttempts(limit)
  const perAddress = limitAttempts(limit)

  /** Counts an attempt; answers 429 and returns null when there were too many failures. */
  const begin = (request: FastifyRequest, reply: FastifyReply, account: string) => {
    const now = tools.now()
    const keys = [account.trim().toLowerCase()]
    const address = [request.ip]
    const wait = perAddress.begin(address, now)
    if (wait !== null) return tooMany(reply, wait)
    const waitForAccount = perAccount.begin(keys, now)
    if (waitForAccount !== null) {
      perAddress.succeeded(address)
      return tooMany(reply, waitForAccount)
    }
    return {
      succeeded: () => {
        perAddress.succeeded(address)
        perAccount.succeeded(keys)
      },
    }
  }

  app.post(
    `${base}/setup`,
    {
      config: { access: anyone },
      schema: {
        tags: ['office'],
        summary: 'Create the first administrator with the one-time secret',
        body: SetupRequest,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const attempt = begin(request, reply, '#setup')
      if (attempt === null) return reply
      const result = await createFirstAdministrator(tools, request.body)
      if (result.kind !== 'wrongSecret') attempt.succeeded()
      switch (result.kind) {
        case 'created':
          return giveCookie(reply, result.cookie).code(204).send(null)
        case 'weakPassword':
          return sendProblem(reply, 'weak_password', { weakness: result.weakness })
        case 'usernameTaken':
          return sendProblem(reply, 'username_taken')
        case 'wrongSecret':
          return sendProblem(reply, 'not_found')
      }
    },
  )

  app.post(
    `${base}/session`,
    {
      config: { access: anyone },
      schema: { tags: ['office'], summary: 'Sign in', body: SignInRequest, response: { 204: nothing } },
    },
    async (request, reply) => {
      const { username, password } = request.body
      const attempt = begin(request, reply, username)
      if (attempt === null) return reply
      const result = await signIn(tools, { username, password, oldSession: request.cookies[sessionCookie] })
      if (result.kind === 'refused') return sendProblem(reply, 'bad_credentials')
      attempt.succeeded()
      return giveCookie(reply, result.cookie).code(204).send(null)
    },
  )

  app.get(
    `${base}/session`,
    {
      config: { access: office(null) },
      schema: { tags: ['office'], summary: 'Who is signed in', response: { 200: Session } },
    },
    (request) => describeSession(tools.db, officeOf(request)),
  )

  app.delete(
    `${base}/session`,
    { config: { access: office(null) }, schema: { tags: ['office'], summary: 'Sign out', response: { 204: nothing } } },
    async (request, reply) => {
      await signOut(tools, officeOf(request))
      return reply.clearCookie(sessionCookie, { path: '/', secure: true }).code(204).send(null)
    },
  )

  app.put(
    `${base}/session/password`,
    {
      config: { access: office(null) },
      schema: { tags: ['office'], summary: "Change one's password", body: PasswordChange, response: { 204: nothing } },
    },
    async (request, reply) => {
      const actor = officeOf(request)
      const attempt = begin(request, reply, actor.username)
      if (attempt === null) return reply
      const result = await changePassword(tools, actor, request.body)
      if (result.kind !== 'wrongPassword') attempt.succeeded()
      switch (result.kind) {
        case 'changed':
          return giveCookie(reply, result.cookie).code(204).send(null)
        case 'weakPassword':
          return sendProblem(reply, 'weak_password', { weakness: result.weakness })
        case 'wrongPassword':
          return sendProblem(reply, 'bad_credentials')
      }
    },
  )

  function giveCookie(reply: FastifyReply, value: string): FastifyReply {
    return reply.setCookie(sessionCookie, value, {
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'strict',
      maxAge: Math.floor(tools.settings.limits.sessionMs / 1000),
    })
  }
}

function tooMany(reply: FastifyReply, seconds: number): null {
  sendProblem(reply.header('retry-after', String(seconds)), 'too_many_requests')
  return null
}
