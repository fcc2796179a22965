// POST /office/sealed-files: the file `*.tannha` as its own bytes (application/octet-stream). What it held has the same
// outcome as if the tablet had pushed it.
import { z } from 'zod'
import { PhotoHash, ProfileId } from '../../domain/ids.ts'
import { PushResult } from '../push.ts'

export const SealedFileAnswer = z.object({
  profileId: ProfileId,
  staffName: z.string(),
  /** By the tablet's clock. */
  madeAt: z.string(),
  results: z.array(PushResult),
  /** Where the chain could not be followed further, and why; null when every record was taken. */
  refused: z
    .object({ code: z.enum(['sequence_gap', 'fork', 'bad_chain', 'bad_signature']), seq: z.number().int() })
    .nullable(),
  photos: z.object({
    kept: z.array(PhotoHash),
    /** Photos in the file that are damaged or no pictures. */
    refused: z.array(PhotoHash),
  }),
})
export type SealedFileAnswer = z.infer<typeof SealedFileAnswer>
