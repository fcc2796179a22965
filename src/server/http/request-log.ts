// One line for each answer: which route, which status, how long; never an address with its ids, a name or a body.
import type { App } from './app-type.ts'

/** Writes a line for each request once it was answered. */
export function writeRequestLog(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      ...(request.actor?.kind === 'tablet' && { profileId: request.actor.profileId }),
      ...(request.actor?.kind === 'office' && { staffId: request.actor.staffId }),
    }
    if (reply.statusCode >= 500) request.log.warn(line, 'answered')
    else request.log.info(line, 'answered')
  })
}
