// The list in memory, once the vault is open: of everybody what they are found by. The rest is read when a person is opened
// (read-person.ts).
import type { BeneficiaryId, CommuneCode, EntitlementId } from '../../domain/ids.ts'
import type { Block } from '../../domain/search/search-index.ts'
import type { HeldEntitlement, HeldPerson, ListedPerson } from './held-people.ts'
import { startListeners } from './listeners.ts'
import type { PeopleBlock } from './people-block.ts'
import { type ListedBeneficiary, type PageColumns, readBeneficiaries } from './page-columns.ts'
import type { Thing } from './page-text.ts'

/** Everybody: those who are still as they were kept, in blocks that can be searched as they are; and the others. */
export type PeopleParts = { readonly blocks: readonly Block<ListedPerson>[]; readonly others: readonly ListedPerson[] }

export type PeopleList = {
  /**
   * Everybody on the list. The same array until something changes; a person that did not change stays the same object. Makes an
   * object of everybody: whoever only counts or searches has `count` and the search.
   */
  people: () => readonly ListedPerson[]
  count: () => number
  /** The same object until something changes. */
  parts: () => PeopleParts
  /** The same object as among `people`. */
  listed: (id: BeneficiaryId) => ListedPerson | undefined
  /** Called after each change. @returns how to stop being called. */
  subscribe: (listener: () => void) => () => void
  /** Whether the last change said that more is on its way, as all of a download but its last do. */
  isComing: () => boolean
}

/** What the feed does to the list. Nobody is told before `tell`. */
export type PeopleInMemory = PeopleList & {
  /** Everything of a page. @param mayRepeat whether some of it may have come with an earlier page already. */
  enterPage: (page: number, commune: CommuneCode, columns: PageColumns, mayRepeat: boolean) => void
  /** A block as it was kept; before any page. */
  enterBlock: (block: PeopleBlock) => void
  /** Entitlements whose person has not come yet. */
  orphans: () => HeldEntitlement[]
  enterOrphan: (entitlement: HeldEntitlement) => void
  /** Everybody, one after the other, without keeping them all in memory. */
  everybody: () => Generator<HeldPerson, void>
  /** A thing that came just now, and the page that its line went to. */
  putBeneficiary: (beneficiary: ListedBeneficiary, page: number) => void
  putEntitlement: (entitlement: HeldEntitlement) => void
  /** The pages that all of a person's lines are in. */
  pagesOf: (id: BeneficiaryId) => ReadonlySet<number>
  /** Null: not on the list. */
  pageOf: (thing: Thing) => number | null
  dropBeneficiary: (id: BeneficiaryId) => void
  dropEntitlement: (id: EntitlementId) => void
  /** Drops whatever still stands in these pages. */
  dropPages: (pages: ReadonlySet<number>) => void
  keepCommunes: (communes: ReadonlySet<CommuneCode>) => void
  clear: () => void
  /** @param isComing whether more is on its way. */
  tell: (isComing?: boolean) => void
}

const nothing: readonly HeldEntitlement[] = []

/** An empty list. */
export function startPeople(): PeopleInMemory {
  const people = new Map<BeneficiaryId, HeldPerson>()
  /** An entitlement may come before its person, or outlive it for a page. */
  const waiting = new Map<BeneficiaryId, readonly HeldEntitlement[]>()
  /** Made when the feed first speaks of one. */
  let entitlements: Map<EntitlementId, HeldEntitlement> | null = null
  const listeners = startListeners()
  let isComing = false
  let blocks: PeopleBlock[] = []
  let all: readonly HeldPerson[] | null = null
  let parts: PeopleParts | null = null

  function changed(): void {
    all = null
    parts = null
  }

  function inBlock(id: BeneficiaryId): { block: PeopleBlock; place: number } | undefined {
    for (const block of blocks) {
      const place = block.placeOf(id)
      if (place !== -1 && block.isHere(place)) return { block, place }
    }
    return undefined
  }

  function find(id: BeneficiaryId): HeldPerson | undefined {
    const known = people.get(id)
    if (known !== undefined || blocks.length === 0) return known
    const kept = inBlock(id)
    return kept?.block.personAt(kept.place)
  }

  /** Takes somebody out of a block, for whatever is to change. */
  function lift(block: PeopleBlock, place: number): HeldPerson {
    const person = block.personAt(place)
    block.leave(place)
    people.set(person.beneficiary.id, person)
    if (entitlements !== null) for (const one of person.entitlements) entitlements.set(one.id, one)
    changed()
    return person
  }

  function findToChange(id: BeneficiaryId): HeldPerson | undefined {
    const known = people.get(id)
    const kept = known === undefined ? inBlock(id) : undefined
    return kept === undefined ? known : lift(kept.block, kept.place)
  }

  function entitlementInBlock(id: EntitlementId) {
    for (const block of blocks) {
      const found = block.entitlement(id)
      if (found !== null) return { block, ...found }
    }
    return undefined
  }

  function findEntitlementToChange(id: EntitlementId): HeldEntitlement | undefined {
    const kept = entitlementsById().has(id) ? undefined : entitlementInBlock(id)
    if (kept !== undefined) lift(kept.block, kept.place)
    return entitlementsById().get(id)
  }

  function entitlementsById(): Map<EntitlementId, HeldEntitlement> {
    if (entitlements === null) {
      entitlements = new Map()
      for (const person of people.values()) for (const one of person.entitlements) entitlements.set(one.id, one)
      for (const theirs of waiting.values()) for (const one of theirs) entitlements.set(one.id, one)
    }
    return entitlements
  }

  function entitlementsOf(id: BeneficiaryId): readonly HeldEntitlement[] {
    return find(id)?.entitlements ?? waiting.get(id) ?? nothing
  }

  function give(id: BeneficiaryId, theirs: readonly HeldEntitlement[]): void {
    const person = findToChange(id)
    if (person) people.set(id, { ...person, entitlements: theirs })
    else if (theirs.length > 0) waiting.set(id, theirs)
    else waiting.delete(id)
    changed()
  }

  function enter(beneficiary: ListedBeneficiary, page: number): HeldPerson {
    const { id } = beneficiary
    const entitlements = findToChange(id)?.entitlements ?? waiting.get(id) ?? nothing
    const person = { page, beneficiary, entitlements }
    waiting.delete(id)
    people.set(id, person)
    changed()
    return person
  }

  function putEntitlement(entitlement: HeldEntitlement): void {
    const { id, beneficiary } = entitlement
    const known = findEntitlementToChange(id)
    if (known && known.beneficiary !== beneficiary) dropEntitlement(id)
    entitlementsById().set(id, entitlement)
    const theirs = entitlementsOf(beneficiary)
    const isNew = known?.beneficiary !== beneficiary
    give(beneficiary, isNew ? [...theirs, entitlement] : theirs.map((one) => (one.id === id ? entitlement : one)))
  }

  function dropEntitlement(id: EntitlementId): void {
    const known = findEntitlementToChange(id)
    if (!known) return
    entitlementsById().delete(id)
    give(
      known.beneficiary,
      entitlementsOf(known.beneficiary).filter((one) => one.id !== id),
    )
  }

  function dropBeneficiary(id: BeneficiaryId): void {
    const theirs = findToChange(id)?.entitlements ?? waiting.get(id) ?? nothing
    people.delete(id)
    give(id, theirs)
  }

  /** A person of whom nothing was shown yet may still be added to. */
  function append(entitlement: HeldEntitlement, owner: HeldPerson | undefined): void {
    const theirs = [...entitlementsOf(entitlement.beneficiary), entitlement]
    if (owner) owner.entitlements = theirs
    else waiting.set(entitlement.beneficiary, theirs)
  }

  function pageOf({ type, id }: Thing): number | undefined {
    if (type === 'beneficiary') return find(id as BeneficiaryId)?.page
    return (entitlementsById().get(id as EntitlementId) ?? entitlementInBlock(id as EntitlementId))?.page
  }

  /** Somebody of a block who does not stay as they were kept. */
  function takeOut(block: PeopleBlock, place: number, wholly: boolean): void {
    if (wholly) block.leave(place)
    else lift(block, place)
    changed()
  }

  function* everybody(): Generator<HeldPerson, void> {
    for (const block of blocks) {
      for (let place = 0; place < block.size; place += 1) if (block.isHere(place)) yield block.passBy(place)
    }
    yield* people.values()
  }

  return {
    people: () => (all ??= [...blocks.flatMap(peopleOf), ...people.values()]),
    count: () => blocks.reduce((sum, block) => sum + block.count(), people.size),
    parts: () => (parts ??= { blocks: [...blocks], others: [...people.values()] }),
    listed: find,
    subscribe: listeners.add,
    isComing: () => isComing,
    enterBlock(block) {
      blocks.push(block)
      changed()
    },
    orphans: () => [...waiting.values()].flat(),
    enterOrphan: putEntitlement,
    everybody,
    enterPage(page, commune, columns, mayRepeat) {
      const own = readBeneficiaries(columns, commune).map((beneficiary) => enter(beneficiary, page))
      const { id: ids, beneficiary: owners, programme, state } = columns.entitlement
      for (const [at, id] of ids.entries()) {
        const told = owners[at] ?? 0
        const owner = typeof told === 'number' ? own[told] : findToChange(told)
        const beneficiary = typeof told === 'number' ? own[told]?.beneficiary.id : told
        const [theProgramme, theState] = [programme[at], state[at]]
        if (beneficiary === undefined || theProgramme === undefined || theState === undefined) continue
        const what = { id, beneficiary, commune, programme: theProgramme, state: theState, page }
        if (mayRepeat) putEntitlement(what)
        else append(what, owner)
      }
    },
    putBeneficiary: (beneficiary, page) => void enter(beneficiary, page),
    putEntitlement,
    pagesOf(id) {
      const person = find(id)
      return new Set(person && [person.page, ...person.entitlements.map(({ page }) => page)])
    },
    pageOf: (thing) => pageOf(thing) ?? null,
    dropBeneficiary,
    dropEntitlement,
    dropPages(pages) {
      for (const block of blocks) {
        for (let place = 0; place < block.size; place += 1) {
          if (!block.isHere(place)) continue
          const stands = block.standsIn(place, pages)
          if (stands !== 'nowhere') takeOut(block, place, stands === 'wholly')
        }
      }
      for (const { beneficiary, page } of people.values()) if (pages.has(page)) dropBeneficiary(beneficiary.id)
      for (const { id, page } of entitlementsById().values()) if (pages.has(page)) dropEntitlement(id)
    },
    keepCommunes(communes) {
      for (const block of blocks) {
        if (block.communes.every((commune) => communes.has(commune))) continue
        for (let place = 0; place < block.size; place += 1) if (block.isHere(place)) takeOut(block, place, false)
      }
      for (const { beneficiary } of people.values()) {
        if (!communes.has(beneficiary.commune)) dropBeneficiary(beneficiary.id)
      }
      for (const { id, commune } of entitlementsById().values()) if (!communes.has(commune)) dropEntitlement(id)
    },
    clear() {
      people.clear()
      waiting.clear()
      blocks = []
      entitlements = null
      changed()
    },
    tell(isNotAll = false) {
      isComing = isNotAll
      listeners.tell()
    },
  }
}

function peopleOf(block: PeopleBlock): HeldPerson[] {
  return Array.from({ length: block.size }, (_, place) => place).flatMap((place) =>
    block.isHere(place) ? [block.personAt(place)] : [],
  )
}
