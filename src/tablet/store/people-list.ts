// The list in memory, once the vault is open.
import type { Beneficiary } from '../../domain/beneficiary.ts'
import type { Entitlement } from '../../domain/entitlement.ts'
import type { BeneficiaryId } from '../../domain/ids.ts'

export type Person = { readonly beneficiary: Beneficiary; readonly entitlements: readonly Entitlement[] }

export type PeopleList = {
  /** Everybody on the list. The same array until something changes; a person that did not change stays the same object. */
  people: () => readonly Person[]
  person: (id: BeneficiaryId) => Person | undefined
  /** Called after each change. @returns how to stop being called. */
  subscribe: (listener: () => void) => () => void
}
