// What the body of an envelope parses to: one immutable fact.
import { z } from 'zod'
import { Moment } from '../domain/calendar-date.ts'
import { BeneficiaryId, CommuneCode, PhotoHash, RecordId } from '../domain/ids.ts'
import { PhotoRole } from '../domain/paper.ts'
import { limits } from './limits.ts'

export const RecordKind = z.enum(['registration', 'payment', 'visit', 'settlement', 'correction'])
export type RecordKind = z.infer<typeof RecordKind>

export const RecordPhoto = z.object({
  sha256: PhotoHash,
  role: PhotoRole,
  type: z.enum(['image/jpeg', 'image/png', 'image/webp']),
  bytes: z.number().int().positive().max(limits.photoBytes),
})
export type RecordPhoto = z.infer<typeof RecordPhoto>

export const RecordBody = z.object({
  id: RecordId,
  kind: RecordKind,
  /** Format version of `data` for this kind. */
  v: z.number().int().positive(),
  /** When the officer did it, by the tablet's clock. */
  at: Moment,
  commune: CommuneCode,
  /** The beneficiary; null for a person who is not on the list. */
  subject: BeneficiaryId.nullable(),
  /** An earlier record of which this one is the newer word. */
  amends: RecordId.optional(),
  /** An earlier record that this one declares not to have happened. */
  voids: RecordId.optional(),
  /** Server time minus tablet time in milliseconds, when the tablet knew it. */
  clockSkewMs: z.number().int().optional(),
  place: z
    .object({
      lat: z.number().min(-90).max(90),
      lon: z.number().min(-180).max(180),
      accuracyM: z.number().nonnegative(),
    })
    .optional(),
  photos: z.array(RecordPhoto).max(30),
  /** In the format that `kind` and `v` name; see `records/`. */
  data: z.unknown(),
})
export type RecordBody = z.infer<typeof RecordBody>
