// POST /contact: what a tablet tells of its own state, so that the office sees queues and storage that need help.
import { z } from 'zod'

export const ContactReport = z.strictObject({
  app: z.string().max(60),
  /** Records that have not been taken by the server. */
  recordsWaiting: z.number().int().nonnegative(),
  photosWaiting: z.number().int().nonnegative(),
  /** Whether the browser promised to keep the data; null when it cannot say. */
  persisted: z.boolean().nullable(),
  storageUsed: z.number().int().nonnegative().nullable(),
  storageQuota: z.number().int().nonnegative().nullable(),
  /** The store was found empty, shortened or damaged: which, in a stable word. */
  storeTrouble: z.enum(['empty', 'shortened', 'damaged']).nullable(),
})
export type ContactReport = z.infer<typeof ContactReport>
