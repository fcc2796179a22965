// Some thousands of people of the list as they are kept beside the pages: columns that can be searched as they are. A person is made
// of them when somebody looks at one.
import { countBits, dropBit, fullBits, hasBit } from '../../domain/search/bits.ts'
import type { Block } from '../../domain/search/search-index.ts'
import type { StoredSegment } from '../../domain/search/stored-segment.ts'
import type { CommuneCode, EntitlementId } from '../../domain/ids.ts'
import { type Bytes, fromUtf8 } from '../../protocol/bytes.ts'
import type { HeldEntitlement, HeldPerson } from './held-people.ts'
import { type Numbers, unpackArrays } from './packed-arrays.ts'
import type { ListedBeneficiary, ListedEntitlement } from './page-columns.ts'
import { idAt, placeOfId } from './sorted-ids.ts'

export type PeopleBlock = Block<HeldPerson> & {
  readonly communes: readonly CommuneCode[]
  /** How many have not left. */
  readonly count: () => number
  readonly isHere: (place: number) => boolean
  /** Somebody leaves: is dropped, or held elsewhere from now on. */
  readonly leave: (place: number) => void
  /** An entitlement of somebody who is here: whose, and the page of its line. */
  readonly entitlement: (id: EntitlementId) => { place: number; page: number } | null
  /** Of a person and their entitlements whether some are in these pages, or all. */
  readonly standsIn: (place: number, pages: ReadonlySet<number>) => 'wholly' | 'partly' | 'nowhere'
  /** Like personAt, of somebody at whom nobody will look again soon. */
  readonly passBy: (place: number) => HeldPerson
}

/** What an entitlement is, of those that are alike. */
export type What = readonly [ListedEntitlement['programme'], ListedEntitlement['state'], CommuneCode]
/** What is told of a person, one after the other. */
export type Facts = readonly [
  ListedBeneficiary['name'],
  ListedBeneficiary['birth'],
  ListedBeneficiary['hamlet'],
  ListedBeneficiary['idNumber'],
  ListedBeneficiary['oldIdNumber'],
  ListedBeneficiary['phone'],
  ListedBeneficiary['fileCode'],
  NonNullable<ListedBeneficiary['method']>['kind'] | null,
  CommuneCode,
]
/** What is not numbers. */
export type Head = Pick<StoredSegment, 'words' | 'nameKeys' | 'hamlets' | 'values'> & {
  communes: CommuneCode[]
  whats: What[]
}

/** @param packed from a BlockWriter; the seal vouches for its shape. Null when something is missing. */
export function openBlock(packed: Bytes): PeopleBlock | null {
  const unpacked = unpackArrays(packed)
  if (unpacked === null) return null
  const { words, nameKeys, hamlets, values, communes, whats } = unpacked.head as Head
  const take = takerOf(unpacked.arrays)
  const people = { ids: take.bytes(), order: take.longs() }
  const [pages, facts, factBegins] = [take.longs(), take.bytes(), take.longs()]
  const entitlements = { ids: take.bytes(), order: take.longs() }
  const [theirPages, owners, theirWhats, theirBegins] = [take.longs(), take.shorts(), take.shorts(), take.longs()]
  const segment: StoredSegment = {
    words,
    nameKeys,
    hamlets,
    values,
    birth: take.longs(),
    hamlet: take.shorts(),
    given: take.shorts(),
    middle: take.shorts(),
    family: take.shorts(),
    wordBegins: take.longs(),
    wordPlaces: take.shorts(),
    text: take.bytes(),
    textBegins: take.longs(),
    facets: values.map(() => take.shorts()),
  }
  const live = fullBits(pages.length)
  const made = new Map<number, HeldPerson>()

  function entitlementAt(at: number, beneficiary: ListedBeneficiary['id']): HeldEntitlement {
    const [programme, state, commune] = whats[theirWhats[at] ?? 0] as What
    const id = idAt(entitlements, at) as EntitlementId
    return { id, beneficiary, commune, programme, state, page: theirPages[at] ?? 0 }
  }

  function makePerson(place: number): HeldPerson {
    const said = JSON.parse(fromUtf8(facts.subarray(factBegins[place], factBegins[place + 1]))) as Facts
    const [name, birth, hamlet, idNumber, oldIdNumber, phone, fileCode, kind, commune] = said
    const id = idAt(people, place) as ListedBeneficiary['id']
    const method = kind === null ? null : { kind }
    const [begin = 0, end = 0] = theirBegins.subarray(place, place + 2)
    return {
      page: pages[place] ?? 0,
      beneficiary: { id, commune, name, birth, hamlet, idNumber, oldIdNumber, phone, fileCode, method },
      entitlements: Array.from({ length: end - begin }, (_, at) => entitlementAt(begin + at, id)),
    }
  }

  return {
    segment,
    live,
    communes,
    size: pages.length,
    count: () => countBits(live),
    isHere: (place) => hasBit(live, place),
    leave: (place) => dropBit(live, place),
    idAt: (place) => idAt(people, place),
    placeOf: (id) => placeOfId(people, id),
    personAt(place) {
      const known = made.get(place)
      if (known) return known
      const person = makePerson(place)
      made.set(place, person)
      return person
    },
    passBy: (place) => made.get(place) ?? makePerson(place),
    entitlement(id) {
      const at = placeOfId(entitlements, id)
      const place = owners[at] ?? 0
      return at === -1 || !hasBit(live, place) ? null : { place, page: theirPages[at] ?? 0 }
    },
    standsIn(place, some) {
      const [begin = 0, end = 0] = [theirBegins[place], theirBegins[place + 1]]
      let inside = Number(some.has(pages[place] ?? 0))
      for (let at = begin; at < end; at += 1) inside += Number(some.has(theirPages[at] ?? 0))
      if (inside === 0) return 'nowhere'
      return inside === 1 + end - begin ? 'wholly' : 'partly'
    },
  }
}

/** Hands out the arrays in the order in which they were packed. */
function takerOf(arrays: readonly Numbers[]) {
  let at = 0
  const next = () => arrays[at++]
  return {
    bytes: () => next() as Uint8Array,
    shorts: () => next() as Uint16Array,
    longs: () => next() as Uint32Array,
  }
}
