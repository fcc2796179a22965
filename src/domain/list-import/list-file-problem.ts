import { z } from 'zod'

/** Why a file cannot be read as a list. */
export const ListFileProblem = z.enum([
  /** Locked with a password. */
  'encrypted',
  'corrupt',
  /** A PDF, a picture, a web page, a document. */
  'notAList',
  /** More bytes, rows or cells than the server takes, or a small file that inflates to that. */
  'tooLarge',
  'tookTooLong',
  /** Typed with an old font (TCVN3, VNI …) or saved in an old encoding. */
  'oldEncoding',
  'empty',
])
export type ListFileProblem = z.infer<typeof ListFileProblem>
