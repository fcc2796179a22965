import type { z } from 'zod'
import { utf8 } from '../../protocol/bytes.ts'
import { askFor } from '../sync/ask-server.ts'
import { startPace } from '../sync/pace.ts'
import { theBrowser } from '../sync/the-browser.ts'
import type { Tools } from './session.ts'

const patienceMs = 20_000

/** One question of a tablet that has no token to show: enrolment and a forgotten PIN. */
export function callServer<Shape extends z.ZodType>(tools: Tools, path: string, body: unknown, shape: Shape) {
  const line = {
    send: tools.send,
    token: null,
    app: tools.app,
    timers: theBrowser,
    uptime: tools.uptime,
    pace: startPace(patienceMs),
    signal: new AbortController().signal,
  }
  const headers = { 'content-type': 'application/json' }
  return askFor(line, { method: 'POST', path, headers, body: utf8(JSON.stringify(body)) }, shape)
}
