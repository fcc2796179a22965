// Files that leave the office.
import { z } from 'zod'

/** GET …/list-export and …/imports/:id/problems. */
export const ExportQuery = z.strictObject({ format: z.enum(['xlsx', 'csv']).default('xlsx') })
export type ExportQuery = z.output<typeof ExportQuery>
