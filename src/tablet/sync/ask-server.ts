// One request and its answer. Only an answer that our own server signed with its header, in the right content type and
// shape, is an answer; a captive portal's page, a cut body, silence are all "no connection".
import type { z } from 'zod'
import { answerHeader, apiBase, appHeader, protocolVersion } from '../../protocol/version.ts'
import { Problem, problemMediaType } from '../../protocol/problem.ts'
import { type Bytes, concatBytes, fromUtf8 } from '../../protocol/bytes.ts'
import type { Pace } from './pace.ts'
import { startPatience, type Timers } from './patience.ts'

/** Everything a request needs; one for a whole run. */
export type Line = {
  readonly send: (url: string, init: RequestInit) => Promise<Response>
  /** Null before there is one: enrolment, a forgotten PIN. */
  readonly token: string | null
  readonly app: string
  readonly timers: Timers
  /** Monotonic, in ms. */
  readonly uptime: () => number
  readonly pace: Pace
  /** Aborted when the run is to stop. */
  readonly signal: AbortSignal
}

export type Request = {
  method: 'GET' | 'POST' | 'HEAD' | 'PATCH'
  /** Below the API's base, with a leading slash. */
  path: string
  headers?: Record<string, string>
  body?: Bytes
}

export type NoConnection = {
  kind: 'noConnection'
  why: 'unreachable' | 'timedOut' | 'notOurs'
  retryAfterMs: number | null
}
export type ProblemAnswer = {
  kind: 'problem'
  status: number
  /** The stable word of the problem document; of a newer server it may be one that this build does not know. */
  code: string
  /** The whole document, not yet read further. */
  problem: unknown
  headers: Headers
  retryAfterMs: number | null
}
export type RawAnswer = { kind: 'answer'; status: number; headers: Headers; bytes: Bytes; serverDate: number | null }

const mostAnswerBytes = 64 * 1024 * 1024

/** Takes the body of a good answer piece by piece, while it comes; the answer itself has none then. */
export type TakePiece = (headers: Headers, piece: Uint8Array) => void

/** Asks once. Never throws for anything that a network or a server can do. */
export async function ask(
  line: Line,
  request: Request,
  take?: TakePiece,
): Promise<RawAnswer | ProblemAnswer | NoConnection> {
  const controller = new AbortController()
  const stop = () => controller.abort()
  if (line.signal.aborted) stop()
  line.signal.addEventListener('abort', stop, { once: true })
  const bodyBytes = request.body?.length ?? 0
  const started = line.uptime()
  const patience = startPatience(line.timers, line.uptime, line.pace.patienceFor(bodyBytes), stop)
  try {
    const response = await orAbort(
      line.send(`${apiBase}${request.path}`, initOf(line, request, controller.signal)),
      controller,
    )
    const notOurs = foreign(response)
    if (notOurs) {
      void response.body?.cancel().catch(() => {})
      return notOurs
    }
    const taken = take && response.ok ? (piece: Uint8Array) => take(response.headers, piece) : undefined
    const bytes = await readBody(response, controller, (count) => patience.progress(count), taken)
    line.pace.answered(bodyBytes, line.uptime() - started)
    return response.ok ? answerOf(response, bytes) : problemOf(response, bytes)
  } catch (error) {
    if (!isConnectionError(error)) throw error
    if (bodyBytes > 0) line.pace.failed()
    return { kind: 'noConnection', why: controller.signal.aborted ? 'timedOut' : 'unreachable', retryAfterMs: null }
  } finally {
    patience.end()
    line.signal.removeEventListener('abort', stop)
  }
}

/** Asks for JSON of a known shape. An answer of another type or shape is not ours. */
export async function askFor<Shape extends z.ZodType>(
  line: Line,
  request: Request,
  shape: Shape,
): Promise<{ kind: 'answer'; value: z.output<Shape>; serverDate: number | null } | ProblemAnswer | NoConnection> {
  const answer = await ask(line, request)
  if (answer.kind !== 'answer') return answer
  const value = mediaTypeOf(answer.headers) === 'application/json' ? shape.safeParse(parseJson(answer.bytes)) : null
  if (!value?.success) return { kind: 'noConnection', why: 'notOurs', retryAfterMs: null }
  return { kind: 'answer', value: value.data, serverDate: answer.serverDate }
}

/** The media type without its parameters, in lower case. */
export function mediaTypeOf(headers: Headers): string {
  return (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}

/** UTF-8 JSON, or undefined for anything else. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(bytes))
  } catch {
    return undefined
  }
}

function initOf(line: Line, request: Request, signal: AbortSignal): RequestInit {
  const authorization: Record<string, string> = line.token === null ? {} : { authorization: `Bearer ${line.token}` }
  return {
    method: request.method,
    headers: { ...authorization, [appHeader]: line.app, ...request.headers },
    ...(request.body === undefined ? {} : { body: request.body }),
    signal,
    cache: 'no-store',
    credentials: 'omit',
    // A portal likes to redirect; our server never does.
    redirect: 'error',
  }
}

/**
 * What is to be made of an answer without our header. A limit in a proxy (413) is told apart because only smaller
 * batches get past it; believing it marks nothing as sent.
 */
function foreign(response: Response): ProblemAnswer | NoConnection | null {
  if (response.headers.get(answerHeader) === String(protocolVersion)) return null
  const retryAfterMs = retryAfterOf(response.headers)
  if (response.status !== 413) return { kind: 'noConnection', why: 'notOurs', retryAfterMs }
  return { kind: 'problem', status: 413, code: 'too_large', problem: null, headers: response.headers, retryAfterMs }
}

function answerOf(response: Response, bytes: Bytes): RawAnswer {
  const date = Date.parse(response.headers.get('date') ?? '')
  const serverDate = Number.isNaN(date) ? null : date
  return { kind: 'answer', status: response.status, headers: response.headers, bytes, serverDate }
}

function problemOf(response: Response, bytes: Bytes): ProblemAnswer {
  const document = mediaTypeOf(response.headers) === problemMediaType ? parseJson(bytes) : undefined
  // The code is read by itself: a newer server may know words that our list lacks, and they must not look like silence.
  const known = Problem.pick({ type: true, title: true, status: true }).loose().safeParse(document)
  const word = known.success && typeof known.data['code'] === 'string' ? known.data['code'] : 'internal'
  return {
    kind: 'problem',
    status: response.status,
    code: word,
    problem: known.success ? known.data : null,
    headers: response.headers,
    retryAfterMs: retryAfterOf(response.headers),
  }
}

/** Retry-After in ms: seconds or a date by the answer's own clock. Null when there is none. */
export function retryAfterOf(headers: Headers): number | null {
  const text = headers.get('retry-after')?.trim()
  if (text === undefined || text === '') return null
  if (/^\d{1,6}$/.test(text)) return Number(text) * 1000
  const wait = Date.parse(text) - Date.parse(headers.get('date') ?? '')
  return Number.isNaN(wait) ? null : Math.max(0, wait)
}

class Aborted extends Error {}
class TooMuch extends Error {}

function orAbort<T>(work: Promise<T>, { signal }: AbortController): Promise<T> {
  return new Promise((resolve, reject) => {
    const give = () => reject(new Aborted())
    if (signal.aborted) give()
    signal.addEventListener('abort', give, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', give))
  })
}

async function readBody(
  response: Response,
  controller: AbortController,
  onBytes: (count: number) => void,
  take?: (piece: Uint8Array) => void,
): Promise<Bytes> {
  if (response.body === null) return new Uint8Array()
  const reader = response.body.getReader()
  const pieces: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await orAbort(reader.read(), controller)
      if (done) return concatBytes(...pieces)
      length += value.length
      if (length > mostAnswerBytes) throw new TooMuch()
      onBytes(value.length)
      if (take) take(value)
      else pieces.push(value)
    }
  } catch (error) {
    void reader.cancel().catch(() => {})
    throw error
  }
}

/** `fetch` reports every failure of the network as a TypeError and every abort as an AbortError. */
function isConnectionError(error: unknown): boolean {
  if (error instanceof Aborted || error instanceof TooMuch || error instanceof TypeError) return true
  return error instanceof DOMException && (error.name === 'AbortError' || error.name === 'NetworkError')
}
