import { z } from 'zod'

export const Sex = z.enum(['F', 'M'])
export type Sex = z.infer<typeof Sex>
