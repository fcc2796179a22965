// A request that stalls is closed: nobody can hold connections open by sending nothing.
import type { App } from './app-type.ts'

/**
 * @param stallMs how long nothing may move on a connection while a request comes in or an answer goes out. While the
 * server itself works on an answer, it may take its time.
 */
export function closeStalled(app: App, stallMs: number): void {
  app.addHook('onRequest', async (request) => {
    request.raw.socket.setTimeout(stallMs)
  })
  app.addHook('preHandler', async (request) => {
    if (request.raw.complete) request.raw.socket.setTimeout(0)
    else request.raw.once('end', () => request.raw.socket.setTimeout(0))
  })
  app.addHook('onSend', async (request) => {
    request.raw.socket.setTimeout(stallMs)
  })
  app.addHook('onResponse', async (request) => {
    request.raw.socket.setTimeout(0)
  })
  app.server.on('timeout', (socket) => socket.destroy())
}
