// The list in memory, once the vault is open: of everybody what they are found by; the rest is read from the lines when a
// person is opened.
import type { Beneficiary } from '../../domain/beneficiary.ts'
import type { Entitlement } from '../../domain/entitlement.ts'
import type { BeneficiaryId, CommuneCode, EntitlementId } from '../../domain/ids.ts'
import { startListeners } from './listeners.ts'
import { type ListedBeneficiary, type ListedEntitlement, type PageColumns, readBeneficiaries } from './page-columns.ts'

/** As somebody stands in a list of results. */
export type ListedPerson = {
  readonly beneficiary: ListedBeneficiary
  readonly entitlements: readonly ListedEntitlement[]
}

/** With all that is known. */
export type Person = { readonly beneficiary: Beneficiary; readonly entitlements: readonly Entitlement[] }

export type PeopleList = {
  /** Everybody on the list. The same array until something changes; a person that did not change stays the same object. */
  people: () => readonly ListedPerson[]
  /** The same object as among `people`. */
  listed: (id: BeneficiaryId) => ListedPerson | undefined
  /** All of a person; the same object until it changes. */
  person: (id: BeneficiaryId) => Person | undefined
  /** Called after each change. @returns how to stop being called. */
  subscribe: (listener: () => void) => () => void
}

/** Where the line of a thing stands: which line of which page. */
export type LinePlace = { readonly page: number; readonly line: number }

/** What the feed does to the list. Nobody is told before `tell`. */
export type PeopleInMemory = PeopleList & {
  /** Everything of a page. @param mayRepeat whether some of it may have come with an earlier page already. */
  enterPage: (page: number, commune: CommuneCode, columns: PageColumns, mayRepeat: boolean) => void
  /** A thing that came just now; `place` tells afterwards where its line stands. */
  putBeneficiary: (beneficiary: ListedBeneficiary) => void
  putEntitlement: (entitlement: ListedEntitlement) => void
  place: (type: 'beneficiary' | 'entitlement', id: string, place: LinePlace) => void
  /** Null: not on the list. */
  pageOf: (type: 'beneficiary' | 'entitlement', id: string) => number | null
  dropBeneficiary: (id: BeneficiaryId) => void
  dropEntitlement: (id: EntitlementId) => void
  /** Drops whatever still stands in these pages. */
  dropPages: (pages: ReadonlySet<number>) => void
  keepCommunes: (communes: ReadonlySet<CommuneCode>) => void
  clear: () => void
  tell: () => void
}

type Placed = { page: number; line: number }
type HeldPerson = Placed & {
  beneficiary: ListedBeneficiary
  entitlements: readonly HeldEntitlement[]
  full: Person | null
}
type HeldEntitlement = Placed & ListedEntitlement

const nothing: readonly HeldEntitlement[] = []
/** Until `place` has told. */
const nowhere: Placed = { page: -1, line: -1 }

/** @param readLine the exact line of a thing. */
export function startPeople(readLine: (place: LinePlace) => string): PeopleInMemory {
  const people = new Map<BeneficiaryId, HeldPerson>()
  /** An entitlement may come before its person, or outlive it for a page. */
  const waiting = new Map<BeneficiaryId, readonly HeldEntitlement[]>()
  /** Made when the feed first speaks of one. */
  let entitlements: Map<EntitlementId, HeldEntitlement> | null = null
  const listeners = startListeners()
  let all: readonly HeldPerson[] | null = null

  function entitlementsById(): Map<EntitlementId, HeldEntitlement> {
    if (entitlements === null) {
      entitlements = new Map()
      for (const person of people.values()) for (const one of person.entitlements) entitlements.set(one.id, one)
      for (const theirs of waiting.values()) for (const one of theirs) entitlements.set(one.id, one)
    }
    return entitlements
  }

  function entitlementsOf(id: BeneficiaryId): readonly HeldEntitlement[] {
    return people.get(id)?.entitlements ?? waiting.get(id) ?? nothing
  }

  function give(id: BeneficiaryId, theirs: readonly HeldEntitlement[]): void {
    const person = people.get(id)
    if (person) people.set(id, { ...person, entitlements: theirs, full: null })
    else if (theirs.length > 0) waiting.set(id, theirs)
    else waiting.delete(id)
    all = null
  }

  function enter(beneficiary: ListedBeneficiary, { page, line }: Placed): HeldPerson {
    const { id } = beneficiary
    const person = { beneficiary, entitlements: entitlementsOf(id), page, line, full: null }
    waiting.delete(id)
    people.set(id, person)
    all = null
    return person
  }

  function putEntitlement(entitlement: HeldEntitlement): void {
    const { id, beneficiary } = entitlement
    const byId = entitlementsById()
    const known = byId.get(id)
    if (known && known.beneficiary !== beneficiary) dropEntitlement(id)
    byId.set(id, entitlement)
    const theirs = entitlementsOf(beneficiary)
    const changed = known?.beneficiary === beneficiary
    give(beneficiary, changed ? theirs.map((one) => (one.id === id ? entitlement : one)) : [...theirs, entitlement])
  }

  function dropEntitlement(id: EntitlementId): void {
    const known = entitlementsById().get(id)
    if (!known) return
    entitlementsById().delete(id)
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

  /** A person of whom nothing was shown yet may still be added to. */
  function append(entitlement: HeldEntitlement, owner: HeldPerson | undefined): void {
    const theirs = [...entitlementsOf(entitlement.beneficiary), entitlement]
    if (owner) owner.entitlements = theirs
    else waiting.set(entitlement.beneficiary, theirs)
  }

  function fullOf(person: HeldPerson): Person {
    person.full ??= {
      beneficiary: JSON.parse(readLine(person)) as Beneficiary,
      entitlements: person.entitlements.map((one) => JSON.parse(readLine(one)) as Entitlement),
    }
    return person.full
  }

  return {
    people: () => (all ??= [...people.values()]),
    listed: (id) => people.get(id),
    person(id) {
      const person = people.get(id)
      return person && fullOf(person)
    },
    subscribe: listeners.add,
    enterPage(page, commune, columns, mayRepeat) {
      const own = readBeneficiaries(columns, commune).map((beneficiary, at) =>
        enter(beneficiary, { page, line: columns.beneficiary.line[at] ?? 0 }),
      )
      const { line, id: ids, beneficiary: owners, programme, state } = columns.entitlement
      for (const [at, id] of ids.entries()) {
        const told = owners[at] ?? 0
        const owner = typeof told === 'number' ? own[told] : people.get(told)
        const beneficiary = typeof told === 'number' ? own[told]?.beneficiary.id : told
        const [theProgramme, theState] = [programme[at], state[at]]
        if (beneficiary === undefined || theProgramme === undefined || theState === undefined) continue
        const what = { id, beneficiary, commune, programme: theProgramme, state: theState, page, line: line[at] ?? 0 }
        if (mayRepeat) putEntitlement(what)
        else append(what, owner)
      }
    },
    // What stays where it was is placed nowhere else.
    putBeneficiary(beneficiary) {
      const { page, line } = people.get(beneficiary.id) ?? nowhere
      enter(beneficiary, { page, line })
    },
    putEntitlement(entitlement) {
      const { page, line } = entitlementsById().get(entitlement.id) ?? nowhere
      putEntitlement({ ...entitlement, page, line })
    },
    place(type, id, { page, line }) {
      const held =
        type === 'beneficiary' ? people.get(id as BeneficiaryId) : entitlementsById().get(id as EntitlementId)
      if (held) Object.assign(held, { page, line })
    },
    pageOf(type, id) {
      const held =
        type === 'beneficiary' ? people.get(id as BeneficiaryId) : entitlementsById().get(id as EntitlementId)
      return held?.page ?? null
    },
    dropBeneficiary,
    dropEntitlement,
    dropPages(pages) {
      for (const { beneficiary, page } of people.values()) if (pages.has(page)) dropBeneficiary(beneficiary.id)
      for (const { id, page } of entitlementsById().values()) if (pages.has(page)) dropEntitlement(id)
    },
    keepCommunes(communes) {
      for (const { beneficiary } of people.values()) {
        if (!communes.has(beneficiary.commune)) dropBeneficiary(beneficiary.id)
      }
      for (const { id, commune } of entitlementsById().values()) if (!communes.has(commune)) dropEntitlement(id)
    },
    clear() {
      people.clear()
      waiting.clear()
      entitlements = null
      all = null
    },
    tell: () => listeners.tell(),
  }
}
