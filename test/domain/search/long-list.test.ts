// The search over fifty thousand people, held against a reading of the rules that asks everybody.
import { beforeAll, describe, expect, it } from 'vitest'
import { compareNames } from '../../../src/domain/person-name.ts'
import { type SearchIndex, startSearchIndex } from '../../../src/domain/search/search-index.ts'
import type { ListedPerson as Person } from '../../../src/tablet/store/held-people.ts'
import { listFacets, noRegistration } from '../../../src/tablet/store/list-facets.ts'
import { startBlock } from '../../../src/tablet/store/block-writer.ts'
import { openBlock, type PeopleBlock } from '../../../src/tablet/store/people-block.ts'
import { chanceFrom } from '../../support/chance.ts'
import { type ListedPerson, listedPeople } from '../../support/listed-people.ts'
import { naiveSearch, type NaiveSearch } from '../../support/naive-search.ts'
import { typedSearches } from '../../support/typed-searches.ts'
import { homeCommune } from '../../support/test-server.ts'

const notFound = 255

/** As it comes back from the disk. */
function keptBlock(people: readonly ListedPerson[]): PeopleBlock {
  const writer = startBlock()
  for (const { beneficiary, entitlements } of people) {
    writer.add({ page: 1, beneficiary, entitlements: entitlements.map((one) => ({ ...one, page: 1 })) })
  }
  const block = openBlock(writer.pack())
  if (block === null) throw new Error('a block can not be read back')
  return block
}

describe('the search over fifty thousand people', () => {
  let people: ListedPerson[]
  let placeOf: Map<string, number>
  let index: SearchIndex<Person, 'hamlet' | 'programme' | 'method' | 'state'>
  let naive: NaiveSearch
  beforeAll(() => {
    people = listedPeople(50_000, homeCommune)
    placeOf = new Map(people.map(({ beneficiary }, place) => [beneficiary.id, place]))
    index = startSearchIndex(listFacets(() => noRegistration))
    // Most of the list was kept in blocks, as a tablet keeps it; some of these people have changed since, and others came.
    const blocks = Array.from({ length: 6 }, (_, at) => keptBlock(people.slice(at * 4096, (at + 1) * 4096)))
    const kept = blocks.length * 4096
    const before = people.slice(kept, 40_000).map((person, place) => (place % 1000 === 0 ? { ...person } : person))
    for (const _ of index.follow(before, blocks)) continue
    const changed = people.slice(0, kept).filter((_, place) => place % 97 === 0)
    for (const { beneficiary } of changed) {
      for (const block of blocks) {
        const place = block.placeOf(beneficiary.id)
        if (place !== -1) block.leave(place)
      }
    }
    for (const _ of index.follow([...people.slice(kept), ...changed], blocks)) continue
    naive = naiveSearch(people.map(({ beneficiary }) => beneficiary))
  }, 60_000)

  it('finds exactly those whom the rules find, the nearest first, in 2,000 different searches', () => {
    const chance = chanceFrom(20_261_123)
    const some = Array.from({ length: 50 }, () => chance.pick(people).beneficiary)
    const wrong: string[] = []
    let hits = 0
    /** In which search somebody was found last, from 1. */
    const foundIn = new Uint16Array(people.length)
    for (const [number, text] of typedSearches(chance, some, 2000).entries()) {
      const wanted = naive.distances(text)
      const found = index.search({ text }).people
      let [count, last, isRight] = [0, 0, true]
      for (const distance of wanted) if (distance !== notFound) count += 1
      for (const person of found) {
        const place = placeOf.get(person.beneficiary.id) ?? -1
        const distance = wanted[place] ?? notFound
        isRight &&= distance >= last && distance !== notFound && foundIn[place] !== number + 1
        last = distance
        foundIn[place] = number + 1
      }
      if (!isRight || found.length !== count) wrong.push(text)
      hits += Number(count > 0)
    }
    expect(wrong).toEqual([])
    // The searches are about people who are there, so most of them find somebody.
    expect(hits).toBeGreaterThan(1600)
  }, 300_000)

  it('stands in the order of Vietnamese lists', () => {
    const names = Array.from(index.search({ text: '' }).people, ({ beneficiary }) =>
      beneficiary.name
        .toLowerCase()
        .replaceAll(/oà(?=\s|$)/g, 'òa')
        .replaceAll(/uỷ(?=\s|$)/g, 'ủy'),
    )
    expect(names).toHaveLength(50_000)
    const inDisorder = names.filter((name, at) => at > 0 && compareNames(names[at - 1] ?? '', name) > 0)
    expect(inDisorder).toEqual([])
  })

  it('counts beside each choice of a filter what choosing it shows', () => {
    const chance = chanceFrom(7)
    const some = Array.from({ length: 20 }, () => chance.pick(people).beneficiary)
    for (const text of typedSearches(chance, some, 20).map((whole) => whole.slice(0, 2 + chance.whole(4)))) {
      const method = chance.pick(['unknown', 'cashAtHome', ''])
      const { counts } = index.search({ text, narrowing: { method } })
      for (const [hamlet, count] of counts.hamlet) {
        if (!chance.happens(0.2)) continue
        expect([text, hamlet, index.search({ text, narrowing: { method, hamlet } }).people.length]).toEqual([
          text,
          hamlet,
          count,
        ])
      }
    }
  })
})
