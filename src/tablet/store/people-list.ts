// The list in memory, once the vault is open: of everybody what they are found by. The rest is read when a person is opened
// (read-person.ts).
import type { BeneficiaryId, CommuneCode, EntitlementId } from '../../domain/ids.ts'
import { startListeners } from './listeners.ts'
import { type ListedBeneficiary, type ListedEntitlement, type PageColumns, readBeneficiaries } from './page-columns.ts'
import type { ThingKey } from './page-text.ts'

/** As somebody stands in a list of results. */
export type ListedPerson = {
  readonly beneficiary: ListedBeneficiary
  readonly entitlements: readonly ListedEntitlement[]
}

export type PeopleList = {
  /** Everybody on the list. The same array until something changes; a person that did not change stays the same object. */
  people: () => readonly ListedPerson[]
  /** The same object as among `people`. */
  listed: (id: BeneficiaryId) => ListedPerson | undefined
  /** Called after each change. @returns how to stop being called. */
  subscribe: (listener: () => void) => () => void
}

/** What the feed does to the list. Nobody is told before `tell`. */
export type PeopleInMemory = PeopleList & {
  /** Everything of a page. @param mayRepeat whether some of it may have come with an earlier page already. */
  enterPage: (page: number, commune: CommuneCode, columns: PageColumns, mayRepeat: boolean) => void
  /** A thing that came just now; `place` tells afterwards which page its line went to. */
  putBeneficiary: (beneficiary: ListedBeneficiary) => void
  putEntitlement: (entitlement: ListedEntitlement) => void
  place: (key: ThingKey, page: number) => void
  /** The pages that all of a person's lines are in. */
  pagesOf: (id: BeneficiaryId) => ReadonlySet<number>
  /** Null: not on the list. */
  pageOf: (key: ThingKey) => number | null
  dropBeneficiary: (id: BeneficiaryId) => void
  dropEntitlement: (id: EntitlementId) => void
  /** Drops whatever still stands in these pages. */
  dropPages: (pages: ReadonlySet<number>) => void
  keepCommunes: (communes: ReadonlySet<CommuneCode>) => void
  clear: () => void
  tell: () => void
}

type HeldPerson = { page: number; beneficiary: ListedBeneficiary; entitlements: readonly HeldEntitlement[] }
type HeldEntitlement = ListedEntitlement & { page: number }

const nothing: readonly HeldEntitlement[] = []
/** Until `place` has told. */
const nowhere = -1

/** An empty list. */
export function startPeople(): PeopleInMemory {
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
    if (person) people.set(id, { ...person, entitlements: theirs })
    else if (theirs.length > 0) waiting.set(id, theirs)
    else waiting.delete(id)
    all = null
  }

  function enter(beneficiary: ListedBeneficiary, page: number): HeldPerson {
    const { id } = beneficiary
    const person = { page, beneficiary, entitlements: entitlementsOf(id) }
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

  function held(key: ThingKey): { page: number } | undefined {
    const [type, id = ''] = key.split('/')
    return type === 'beneficiary' ? people.get(id as BeneficiaryId) : entitlementsById().get(id as EntitlementId)
  }

  return {
    people: () => (all ??= [...people.values()]),
    listed: (id) => people.get(id),
    subscribe: listeners.add,
    enterPage(page, commune, columns, mayRepeat) {
      const own = readBeneficiaries(columns, commune).map((beneficiary) => enter(beneficiary, page))
      const { id: ids, beneficiary: owners, programme, state } = columns.entitlement
      for (const [at, id] of ids.entries()) {
        const told = owners[at] ?? 0
        const owner = typeof told === 'number' ? own[told] : people.get(told)
        const beneficiary = typeof told === 'number' ? own[told]?.beneficiary.id : told
        const [theProgramme, theState] = [programme[at], state[at]]
        if (beneficiary === undefined || theProgramme === undefined || theState === undefined) continue
        const what = { id, beneficiary, commune, programme: theProgramme, state: theState, page }
        if (mayRepeat) putEntitlement(what)
        else append(what, owner)
      }
    },
    // What stays where it was is placed nowhere else.
    putBeneficiary: (beneficiary) => void enter(beneficiary, people.get(beneficiary.id)?.page ?? nowhere),
    putEntitlement(entitlement) {
      putEntitlement({ ...entitlement, page: entitlementsById().get(entitlement.id)?.page ?? nowhere })
    },
    place(key, page) {
      const thing = held(key)
      if (thing) thing.page = page
    },
    pagesOf(id) {
      const person = people.get(id)
      return new Set(person && [person.page, ...person.entitlements.map(({ page }) => page)])
    },
    pageOf: (key) => held(key)?.page ?? null,
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
