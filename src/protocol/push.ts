// POST /records: a batch of envelopes, and an answer for each.
import { z } from 'zod'
import { PhotoHash } from '../domain/ids.ts'
import { Envelope } from './envelope.ts'
import { limits } from './limits.ts'

export const PushRequest = z.strictObject({ records: z.array(Envelope).max(limits.envelopesInPush) })
export type PushRequest = z.infer<typeof PushRequest>

export const RecordStatus = z.enum(['accepted', 'duplicate', 'quarantined'])
export type RecordStatus = z.infer<typeof RecordStatus>

/** Why a record is kept apart for the office to decide. */
export const QuarantineReason = z.enum([
  'not_json',
  'bad_record',
  'unknown_kind',
  'unknown_version',
  'bad_data',
  'commune_out_of_scope',
  'role_not_allowed',
  'id_taken',
  'unknown_reference',
  'text_not_storable',
  'list_not_locked',
  'unknown_item',
])
export type QuarantineReason = z.infer<typeof QuarantineReason>

export const PushResult = z.object({
  seq: z.number().int().positive(),
  /** Id of the record; null when the body does not even say one. */
  id: z.string().nullable(),
  status: RecordStatus,
  reasons: z.array(QuarantineReason).optional(),
  /** Photos of this record that the server does not have whole yet. */
  missingPhotos: z.array(PhotoHash).optional(),
})
export type PushResult = z.infer<typeof PushResult>

export const PushResponse = z.object({
  /** The seq that the server wants next. */
  next: z.number().int().positive(),
  results: z.array(PushResult),
})
export type PushResponse = z.infer<typeof PushResponse>

/** 409 `sequence_gap`. */
export const SequenceGap = z.looseObject({ code: z.literal('sequence_gap'), next: z.number().int().positive() })
/** 409 `fork`, 422 `bad_chain`, 422 `bad_signature`. */
export const RefusedAt = z.looseObject({
  code: z.enum(['fork', 'bad_chain', 'bad_signature']),
  seq: z.number().int().positive(),
})
