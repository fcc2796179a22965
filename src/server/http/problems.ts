// The one place that turns a problem into a status number (RFC 9457).
import type { FastifyReply } from 'fastify'
import { ProblemCode, problemMediaType } from '../../protocol/problem.ts'

const catalogue: Record<ProblemCode, { status: number; title: string }> = {
  invalid_request: { status: 400, title: 'The request is not what this address understands' },
  unsupported_media: { status: 415, title: 'This kind of content is not taken here' },
  too_large: { status: 413, title: 'The request is larger than the limit' },
  too_many_requests: { status: 429, title: 'Too many requests; wait as Retry-After says' },
  not_found: { status: 404, title: 'There is nothing here' },
  unknown_code: { status: 404, title: 'This enrolment code is wrong, used or expired' },
  bad_token: { status: 401, title: 'The token is missing or unknown' },
  revoked: { status: 403, title: 'This profile was revoked and must be wiped' },
  upgrade_required: { status: 426, title: 'This app is too old for what it sends' },
  sequence_gap: { status: 409, title: 'Envelopes are missing before the first one' },
  fork: { status: 409, title: 'Another envelope is stored under this seq; the profile is frozen' },
  bad_chain: { status: 422, title: 'The envelope does not follow the one before it' },
  bad_signature: { status: 422, title: 'The envelope is not signed by this profile' },
  bad_cursor: { status: 400, title: 'The cursor is not one of ours' },
  wrong_offset: { status: 409, title: 'The upload stands at another offset' },
  wrong_hash: { status: 422, title: 'The bytes do not have this hash; they were discarded' },
  bad_escrow: { status: 422, title: 'The escrow was not made for this server and profile' },
  bad_file: { status: 422, title: 'The file is damaged, cut off, or not one of ours' },
  not_approved: { status: 403, title: 'The office has not approved this yet' },
  already_fetched: { status: 410, title: 'The key was fetched already' },
  signed_out: { status: 401, title: 'Nobody is signed in' },
  bad_credentials: { status: 401, title: 'User name or password is wrong' },
  forbidden: { status: 403, title: 'Not allowed' },
  cross_origin: { status: 403, title: 'The request came from another site' },
  conflict: { status: 409, title: 'It changed in the meantime' },
  already_decided: { status: 409, title: 'It was decided already' },
  weak_password: { status: 422, title: 'This password is too easy to guess' },
  username_taken: { status: 409, title: 'Somebody has this user name' },
  wrong_check: { status: 422, title: 'The digits are not those on the tablet' },
  storage_full: { status: 507, title: 'The server has no room; nothing was stored' },
  unavailable: { status: 503, title: 'The server cannot answer now' },
  internal: { status: 500, title: 'Something went wrong on the server' },
}

/** Members beside the standard ones; `detail` must not carry a personal value back, and is the title when left out. */
export type ProblemExtras = { detail?: string; [member: string]: unknown }

/** Answers with a problem document. */
export function sendProblem(reply: FastifyReply, code: ProblemCode, extras: ProblemExtras = {}): FastifyReply {
  const { status, title } = catalogue[code]
  // Sent as text: what a success looks like is the route's schema, and it must not be applied to a problem.
  return reply
    .code(status)
    .header('content-type', problemMediaType)
    .serializer((text: string) => text)
    .send(JSON.stringify({ type: `/api/docs#${code}`, title, status, detail: title, code, ...extras }))
}

/** Every problem that there is, in the order of the codes. */
export const allProblems: readonly { code: ProblemCode; status: number; title: string }[] = ProblemCode.options.map(
  (code) => ({ code, ...catalogue[code] }),
)

/** The status number of a problem. */
export function statusOf(code: ProblemCode): number {
  return catalogue[code].status
}
