// Errors on the wire: RFC 9457 problem documents with a stable word that programs switch on.
import { z } from 'zod'

export const ProblemCode = z.enum([
  'invalid_request',
  'unsupported_media',
  'too_large',
  'too_many_requests',
  'not_found',
  'unknown_code',
  'bad_token',
  'revoked',
  'upgrade_required',
  'sequence_gap',
  'fork',
  'bad_chain',
  'bad_signature',
  'bad_cursor',
  'wrong_offset',
  'wrong_hash',
  'bad_escrow',
  'bad_file',
  'not_approved',
  'already_fetched',
  'signed_out',
  'bad_credentials',
  'forbidden',
  'cross_origin',
  'conflict',
  'already_decided',
  'weak_password',
  'username_taken',
  'wrong_check',
  'storage_full',
  'unavailable',
  'internal',
])
export type ProblemCode = z.infer<typeof ProblemCode>

export const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  code: ProblemCode,
})
export type Problem = z.infer<typeof Problem>

export const problemMediaType = 'application/problem+json'
