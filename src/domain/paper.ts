// Papers: photos that a dossier consists of, and which of them a registration still lacks.
import { z } from 'zod'

export const PhotoRole = z.enum([
  'cardFront',
  'cardBack',
  'person',
  'authorisation',
  'signature',
  'thumbprint',
  'witnessSignature',
  'other',
])
export type PhotoRole = z.infer<typeof PhotoRole>

/** What the office may ask for when it answers `needs papers`. */
export const Paper = z.enum([
  'cardFront',
  'cardBack',
  'person',
  'authorisation',
  'signature',
  'citizenId',
  'phone',
  'accountNumber',
  'consent',
  'other',
])
export type Paper = z.infer<typeof Paper>
