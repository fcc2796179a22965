// The file `*.tannha`: what a tablet has not sent, carried by hand. gzip of NDJSON: a header, the rows as they are
// sealed in the tablet's database, and an end line that shows that nothing was cut off.
import { z } from 'zod'
import { PhotoHash, ProfileId } from '../domain/ids.ts'
import { Escrow } from './escrow-text.ts'

export const sealedFileVersion = 1

const sealed = z.string().regex(/^[A-Za-z0-9_-]+$/)

export const SealedFileHeader = z.object({
  type: z.literal('tannha'),
  v: z.literal(sealedFileVersion),
  profileId: ProfileId,
  escrow: Escrow,
  /** By the tablet's clock. */
  madeAt: z.string(),
})

/** An envelope, sealed at Place { table: 'records', id: String(seq), version }; the plain text is the envelope's JSON. */
export const SealedRecordLine = z.object({
  type: z.literal('record'),
  seq: z.number().int().positive(),
  version: z.number().int(),
  sealed,
})

/** A piece of a photo, sealed at Place { table: 'photoChunks', id: `${sha256}/${index}`, version }. */
export const SealedChunkLine = z.object({
  type: z.literal('chunk'),
  sha256: PhotoHash,
  index: z.number().int().nonnegative(),
  of: z.number().int().positive(),
  version: z.number().int(),
  sealed,
})

export const SealedFileEnd = z.object({
  type: z.literal('end'),
  /** Lines between the header and this one. */
  count: z.number().int().nonnegative(),
})

export const SealedFileLine = z.discriminatedUnion('type', [
  SealedFileHeader,
  SealedRecordLine,
  SealedChunkLine,
  SealedFileEnd,
])
export type SealedFileLine = z.infer<typeof SealedFileLine>
