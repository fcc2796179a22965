// Members of staff.
import { z } from 'zod'
import { StaffId } from '../../domain/ids.ts'
import { type NewStaffMember, type StaffChange, StaffList } from '../../protocol/office/staff.ts'
import { type Answer, askServer } from './ask-server.ts'

const Done = z.object({ id: StaffId })

/** Staff of the communes in scope. */
export function listStaff(signal?: AbortSignal): Promise<Answer<z.output<typeof StaffList>>> {
  return askServer(StaffList, '/staff', { signal })
}

/** Adds somebody. */
export function createStaff(member: NewStaffMember): Promise<Answer<{ id: StaffId }>> {
  return askServer(Done, '/staff', { method: 'POST', body: member })
}

/** Changes somebody; what is left out stays. */
export function changeStaff(id: StaffId, change: StaffChange): Promise<Answer<{ id: StaffId }>> {
  return askServer(Done, `/staff/${id}`, { method: 'PATCH', body: change })
}
