// What a member of staff is; who may do what stands in permissions.ts.
import { z } from 'zod'

export const Role = z.enum(['wardOfficer', 'paymentOfficer', 'reviewer', 'observer', 'administrator'])
export type Role = z.infer<typeof Role>
