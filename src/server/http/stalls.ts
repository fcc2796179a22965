// A request that stalls is closed: nobody can hold connections open by sending nothing.
import { Socket } from 'node:net'
import type { FastifyRequest } from 'fastify'
import type { App } from './app-type.ts'

/**
 * @param stallMs how long nothing may move on a connection while a request comes in or an answer goes out. While the
 * server itself works on an answer, it may take its time.
 */
export function closeStalled(app: App, stallMs: number): void {
  app.addHook('onRequest', async (request) => allow(request, stallMs))
  app.addHook('preHandler', async (request) => {
    if (request.raw.complete) allow(request, 0)
    else request.raw.once('end', () => allow(request, 0))
  })
  app.addHook('onSend', async (request) => allow(request, stallMs))
  app.addHook('onResponse', async (request) => allow(request, 0))
  app.server.on('timeout', (socket) => socket.destroy())
}

function allow(request: FastifyRequest, ms: number): void {
  const { socket } = request.raw
  if (socket instanceof Socket) socket.setTimeout(ms)
}
