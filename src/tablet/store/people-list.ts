// The list in memory, once the vault is open.
import type { Beneficiary } from '../../domain/beneficiary.ts'
import type { Entitlement } from '../../domain/entitlement.ts'
import type { BeneficiaryId, CommuneCode, EntitlementId } from '../../domain/ids.ts'
import { startListeners } from './listeners.ts'

export type Person = { readonly beneficiary: Beneficiary; readonly entitlements: readonly Entitlement[] }

export type PeopleList = {
  /** Everybody on the list. The same array until something changes; a person that did not change stays the same object. */
  people: () => readonly Person[]
  person: (id: BeneficiaryId) => Person | undefined
  /** Called after each change. @returns how to stop being called. */
  subscribe: (listener: () => void) => () => void
}

/** What the feed does to the list. Nobody is told before `tell`. */
export type PeopleInMemory = PeopleList & {
  putBeneficiary: (beneficiary: Beneficiary) => void
  putEntitlement: (entitlement: Entitlement) => void
  dropBeneficiary: (id: BeneficiaryId) => void
  dropEntitlement: (id: EntitlementId) => void
  keepCommunes: (communes: ReadonlySet<CommuneCode>) => void
  clear: () => void
  tell: () => void
}

const nothing: readonly Entitlement[] = []

export function startPeople(): PeopleInMemory {
  const people = new Map<BeneficiaryId, Person>()
  const entitlements = new Map<EntitlementId, Entitlement>()
  /** An entitlement may come before its person, or outlive it for a page. */
  const waiting = new Map<BeneficiaryId, readonly Entitlement[]>()
  const listeners = startListeners()
  let all: readonly Person[] | null = null

  function entitlementsOf(id: BeneficiaryId): readonly Entitlement[] {
    return people.get(id)?.entitlements ?? waiting.get(id) ?? nothing
  }

  function give(id: BeneficiaryId, theirs: readonly Entitlement[]): void {
    const person = people.get(id)
    if (person) people.set(id, { beneficiary: person.beneficiary, entitlements: theirs })
    else if (theirs.length > 0) waiting.set(id, theirs)
    else waiting.delete(id)
    all = null
  }

  function dropEntitlement(id: EntitlementId): void {
    const known = entitlements.get(id)
    if (!known) return
    entitlements.delete(id)
    give(
      known.beneficiary,
      entitlementsOf(known.beneficiary).filter((one) => one.id !== id),
    )
  }

  function dropBeneficiary(id: BeneficiaryId): void {
    const theirs = entitlementsOf(id)
    people.delete(id)
    give(id, theirs)
  }

  return {
    people: () => (all ??= [...people.values()]),
    person: (id) => people.get(id),
    subscribe: listeners.add,
    putBeneficiary(beneficiary) {
      const { id } = beneficiary
      const theirs = entitlementsOf(id)
      waiting.delete(id)
      people.set(id, { beneficiary, entitlements: theirs })
      all = null
    },
    putEntitlement(entitlement) {
      const { id, beneficiary } = entitlement
      const known = entitlements.get(id)
      if (known && known.beneficiary !== beneficiary) dropEntitlement(id)
      entitlements.set(id, entitlement)
      const theirs = entitlementsOf(beneficiary)
      const changed = known?.beneficiary === beneficiary
      give(beneficiary, changed ? theirs.map((one) => (one.id === id ? entitlement : one)) : [...theirs, entitlement])
    },
    dropBeneficiary,
    dropEntitlement,
    keepCommunes(communes) {
      for (const { beneficiary } of people.values()) {
        if (!communes.has(beneficiary.commune)) dropBeneficiary(beneficiary.id)
      }
      for (const { id, commune } of entitlements.values()) if (!communes.has(commune)) dropEntitlement(id)
    },
    clear() {
      people.clear()
      entitlements.clear()
      waiting.clear()
      all = null
    },
    tell: () => listeners.tell(),
  }
}
