import { z } from 'zod'

/** Why a file cannot be read as a list. */
export const ListFileProblem = z.enum([
  /** Locked with a password. */
  'encrypted',
  'corrupt',
  /** A PDF, a picture, a document. */
  'notAList',
  /** HTML that is named like a workbook. */
  'webPage',
  /** More bytes, rows or cells than the server takes, or a small file that inflates to that. */
  'tooLarge',
  'tookTooLong',
  /** Saved in an encoding that is Vietnamese in none of the readings that we know. */
  'oldEncoding',
  'empty',
])
export type ListFileProblem = z.infer<typeof ListFileProblem>
