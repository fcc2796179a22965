// The one way in which the office speaks to the server. An answer counts only when it carries our header and keeps the
// form that was agreed; anything else is "no connection", whatever its status.
import type { z } from 'zod'
import { Problem, type ProblemCode } from '../../protocol/problem.ts'
import { answerHeader, apiBase } from '../../protocol/version.ts'

export type Refusal =
  | { kind: 'noConnection' }
  | {
      kind: 'problem'
      code: ProblemCode
      /** The whole document, for members of its own such as `weakness`. */
      problem: Problem
      /** Seconds to wait, when the server says so. */
      retryAfter: number | null
    }

export type Answer<T> = { kind: 'ok'; value: T } | Refusal

export type Question = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON. */
  body?: unknown
  /** Sent as it is, in place of `body`. */
  bytes?: Blob
  signal?: AbortSignal | undefined
}

/**
 * Asks below `/api/v1/office`.
 * @param form what the answer must be; `z.null()` for answers without a body.
 */
export async function askServer<Form extends z.ZodType>(
  form: Form,
  path: string,
  { method = 'GET', body, bytes, signal }: Question = {},
): Promise<Answer<z.output<Form>>> {
  const type = bytes ? 'application/octet-stream' : 'application/json'
  const content = bytes ?? (body === undefined ? undefined : JSON.stringify(body))
  let response: Response
  let text: string
  try {
    response = await fetch(`${apiBase}/office${path}`, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      ...(content !== undefined && { body: content, headers: { 'content-type': type } }),
      ...(signal && { signal }),
    })
    text = await response.text()
  } catch {
    return { kind: 'noConnection' }
  }
  if (response.headers.get(answerHeader) === null) return { kind: 'noConnection' }
  const json = parse(text)
  if (!response.ok) {
    const problem = Problem.safeParse(json)
    if (!problem.success) return { kind: 'noConnection' }
    const wait = Number(response.headers.get('retry-after') ?? Number.NaN)
    const retryAfter = Number.isFinite(wait) ? wait : null
    return { kind: 'problem', code: problem.data.code, problem: problem.data, retryAfter }
  }
  const value = form.safeParse(json)
  return value.success ? { kind: 'ok', value: value.data } : { kind: 'noConnection' }
}

/** `?a=1&b=2` of what is set, or an empty text. */
export function queryOf(values: Record<string, string | number | undefined>): string {
  const set = Object.entries(values).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? '' : `?${text}`
}

function parse(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
