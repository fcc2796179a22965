// People as they are held in memory.
import type { ListedBeneficiary, ListedEntitlement } from './page-columns.ts'

/** As somebody stands in a list of results. */
export type ListedPerson = {
  readonly beneficiary: ListedBeneficiary
  readonly entitlements: readonly ListedEntitlement[]
}

/** `page`: where the line is. */
export type HeldPerson = { page: number; beneficiary: ListedBeneficiary; entitlements: readonly HeldEntitlement[] }
export type HeldEntitlement = ListedEntitlement & { page: number }
