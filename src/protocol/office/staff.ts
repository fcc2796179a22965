// Members of staff: their role, their communes, and whether they may sign in.
import { z } from 'zod'
import { CommuneCode, StaffId } from '../../domain/ids.ts'
import { Role } from '../../domain/role.ts'
import { StaffName, Username } from './session.ts'

export const StaffMember = z.object({
  id: StaffId,
  username: z.string(),
  name: z.string(),
  role: Role,
  /** Every commune, those to come included. */
  allCommunes: z.boolean(),
  communes: z.array(CommuneCode),
  disabled: z.boolean(),
  /** False for somebody who only works with a tablet. */
  hasPassword: z.boolean(),
  /** Tablets of this person that are not revoked. */
  tablets: z.number().int().nonnegative(),
})
export type StaffMember = z.infer<typeof StaffMember>

export const StaffList = z.object({ items: z.array(StaffMember) })

const communes = z.array(CommuneCode).max(200)
const password = z.string().min(1).max(500)

/** POST /office/staff. Without a password the person only works with a tablet. */
export const NewStaffMember = z.strictObject({
  username: Username,
  name: StaffName,
  role: Role,
  allCommunes: z.boolean(),
  communes,
  password: password.nullable(),
})
export type NewStaffMember = z.infer<typeof NewStaffMember>

/** PATCH /office/staff/:id; what is left out stays. A new password ends the person's sessions. */
export const StaffChange = z.strictObject({
  name: StaffName.optional(),
  role: Role.optional(),
  allCommunes: z.boolean().optional(),
  communes: communes.optional(),
  disabled: z.boolean().optional(),
  password: password.optional(),
})
export type StaffChange = z.infer<typeof StaffChange>
