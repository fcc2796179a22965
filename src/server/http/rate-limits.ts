// How often one address and one profile may call. Counted in memory: each process counts for itself.
import rateLimit from '@fastify/rate-limit'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ServerTools } from '../tools.ts'
import type { App } from './app-type.ts'
import { isApi } from './headers.ts'
import { sendProblem } from './problems.ts'

const minute = 60_000

export type FailureLimit = {
  /** Answers 429 and returns true when this key has failed too often; counts nothing. */
  refuses: (request: FastifyRequest, reply: FastifyReply) => Promise<boolean>
  /** Counts a failure. */
  countFailure: (request: FastifyRequest) => Promise<void>
}

/** Sets the general limits. Must come before the guard, so that guessing tokens is counted too. */
export async function limitRates(app: App, { settings: { limits } }: ServerTools): Promise<void> {
  await app.register(rateLimit, { global: false })
  const perAddress = app.createRateLimit({
    max: limits.requestsPerMinutePerAddress,
    timeWindow: minute,
    keyGenerator: (request) => `address ${request.ip}`,
  })
  app.addHook('onRequest', async (request, reply) => {
    if (!isApi(request)) return
    const limit = await perAddress(request)
    if (!limit.isAllowed && limit.isExceeded) return tooMany(reply, limit.ttlInSeconds)
  })
}

/** The limit of one profile; must come after the guard, which knows whose request it is. */
export function limitProfiles(app: App, { settings: { limits } }: ServerTools): void {
  const perProfile = app.createRateLimit({
    max: limits.requestsPerMinutePerProfile,
    timeWindow: minute,
    keyGenerator: (request) => `profile ${request.actor?.kind === 'tablet' ? request.actor.profileId : ''}`,
  })
  app.addHook('onRequest', async (request, reply) => {
    if (request.actor?.kind !== 'tablet') return
    const limit = await perProfile(request)
    if (!limit.isAllowed && limit.isExceeded) return tooMany(reply, limit.ttlInSeconds)
  })
}

/**
 * A limit on failures only: whoever succeeds is never held up.
 * @param key whom to count by; the caller's address when left out.
 */
export function limitFailures(
  app: App,
  { max, windowMs, name }: { max: number; windowMs: number; name: string },
  key: (request: FastifyRequest) => string = (request) => request.ip,
): FailureLimit {
  const counter = app.createRateLimit({
    max,
    timeWindow: windowMs,
    keyGenerator: (request) => `${name} ${key(request)}`,
  })
  return {
    refuses: async (request, reply) => {
      const limit = await counter(request, { increment: false })
      // `max` failures have been counted: the next attempt is not looked at.
      if (limit.isAllowed || limit.remaining > 0) return false
      await tooMany(reply, limit.ttlInSeconds)
      return true
    },
    countFailure: async (request) => {
      await counter(request)
    },
  }
}

function tooMany(reply: FastifyReply, seconds: number): FastifyReply {
  return sendProblem(reply.header('retry-after', String(Math.max(1, seconds))), 'too_many_requests')
}
