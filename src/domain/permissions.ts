// Who may do what, in one list: the server refuses by it and the screens hide by it.
import type { Role } from './role.ts'

export const permissions = {
  /** Work at the door with a tablet. */
  useTablet: ['wardOfficer', 'paymentOfficer'],
  /** See progress without personal data. */
  seeOverview: ['wardOfficer', 'paymentOfficer', 'reviewer', 'observer', 'administrator'],
  /** See beneficiaries, registrations and their photos in scope; every view is logged. */
  seePeople: ['wardOfficer', 'paymentOfficer', 'reviewer', 'administrator'],
  /** Draft, check, lock, assign and close the months' paying lists; settle what came back from the doors. */
  managePayments: ['reviewer', 'administrator'],
  importList: ['reviewer', 'administrator'],
  /** Take a commune's whole list away as a file. */
  exportList: ['reviewer', 'administrator'],
  /** Change people and benefits on the list by hand. */
  editList: ['reviewer', 'administrator'],
  reviewRegistrations: ['reviewer', 'administrator'],
  decideQuarantine: ['reviewer', 'administrator'],
  takeSealedFiles: ['wardOfficer', 'paymentOfficer', 'reviewer', 'administrator'],
  manageStaff: ['administrator'],
  /** Enrolment codes, revoking, approving a forgotten PIN. */
  manageTablets: ['reviewer', 'administrator'],
  seeAudit: ['administrator'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

/** Whether a role holds a permission. Scope by commune is a question of its own. */
export function may(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role)
}
