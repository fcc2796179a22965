// Puts people together into a block as people-block.ts reads it.
import { startStoredSegment } from '../../domain/search/stored-segment.ts'
import type { CommuneCode } from '../../domain/ids.ts'
import { type Bytes, utf8 } from '../../protocol/bytes.ts'
import type { HeldEntitlement, HeldPerson } from './held-people.ts'
import { listFacets, noRegistration } from './list-facets.ts'
import { packArrays } from './packed-arrays.ts'
import type { Facts, Head, What } from './people-block.ts'
import { sortIds } from './sorted-ids.ts'

export type BlockWriter = { readonly size: () => number; add: (person: HeldPerson) => void; pack: () => Bytes }

/** Starts a block; it takes at most segmentSize people. */
export function startBlock(): BlockWriter {
  const segment = startStoredSegment(listFacets(() => noRegistration))
  const ids: string[] = []
  const pages: number[] = []
  const facts: Bytes[] = []
  const factBegins = [0]
  const theirs = { ids: [] as string[], pages: [] as number[], owners: [] as number[], whats: [] as number[] }
  const theirBegins = [0]
  const whats = new Map<string, number>()
  const communes = new Set<CommuneCode>()

  function addEntitlement({ id, page, programme, state, commune }: HeldEntitlement): void {
    const what = JSON.stringify([programme, state, commune] satisfies What)
    const number = whats.get(what) ?? whats.size
    whats.set(what, number)
    communes.add(commune)
    theirs.ids.push(id)
    theirs.pages.push(page)
    theirs.owners.push(ids.length)
    theirs.whats.push(number)
  }

  return {
    size: () => ids.length,
    add(person) {
      const { id, name, birth, hamlet, idNumber, oldIdNumber, phone, fileCode, method, commune } = person.beneficiary
      segment.add(person)
      const said: Facts = [name, birth, hamlet, idNumber, oldIdNumber, phone, fileCode, method?.kind ?? null, commune]
      const bytes = utf8(JSON.stringify(said))
      facts.push(bytes)
      factBegins.push((factBegins.at(-1) ?? 0) + bytes.length)
      for (const entitlement of person.entitlements) addEntitlement(entitlement)
      theirBegins.push(theirs.ids.length)
      communes.add(commune)
      pages.push(person.page)
      ids.push(id)
    },
    pack() {
      const { words, nameKeys, hamlets, values, facets, ...columns } = segment.seal()
      const allFacts = new Uint8Array(factBegins.at(-1) ?? 0)
      for (const [place, bytes] of facts.entries()) allFacts.set(bytes, factBegins[place] ?? 0)
      const [people, entitlements] = [sortIds(ids), sortIds(theirs.ids)]
      const head: Head = {
        words,
        nameKeys,
        hamlets,
        values,
        communes: [...communes],
        whats: [...whats.keys()].map((what) => JSON.parse(what) as What),
      }
      return packArrays(head, [
        people.ids,
        people.order,
        Uint32Array.from(pages),
        allFacts,
        Uint32Array.from(factBegins),
        entitlements.ids,
        entitlements.order,
        Uint32Array.from(theirs.pages),
        Uint16Array.from(theirs.owners),
        Uint16Array.from(theirs.whats),
        Uint32Array.from(theirBegins),
        columns.birth,
        columns.hamlet,
        columns.given,
        columns.middle,
        columns.family,
        columns.wordBegins,
        columns.wordPlaces,
        columns.text,
        columns.textBegins,
        ...facets,
      ])
    },
  }
}
