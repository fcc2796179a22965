// The office's search on every database, held against the naive reading of the rules: whom it finds, in which order, page by
// page, and what it counts; before people are filed, after, and after changes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nameSortKey } from '../../src/domain/name-sort-key.ts'
import type { BeneficiaryId, CommuneCode } from '../../src/domain/ids.ts'
import { putOnList, takeOffList } from '../../src/server/store/list.ts'
import { migrate } from '../../src/server/store/migrate.ts'
import { communesToFile, fileRecent, indexBeneficiaries } from '../../src/server/store/search/file-people.ts'
import type { Narrowing } from '../../src/server/store/search/match-block.ts'
import { searchPeople } from '../../src/server/store/search/search-people.ts'
import { inSnapshot, inTransaction } from '../../src/server/store/transaction.ts'
import { chanceFrom } from '../support/chance.ts'
import { everyDatabase, type OpenedDatabase } from '../support/every-database.ts'
import { type ListedPerson, listedPeople } from '../support/listed-people.ts'
import { naiveSearch } from '../support/naive-search.ts'
import { homeCommune, otherCommune } from '../support/test-server.ts'
import { typedSearches } from '../support/typed-searches.ts'

const communes: CommuneCode[] = [homeCommune, otherCommune]
const notFound = 255

describe.each(everyDatabase)('the search of the office on $name', ({ open }) => {
  let opened: OpenedDatabase
  let people: ListedPerson[]
  beforeAll(async () => {
    opened = await open()
    await migrate(opened.db)
    people = [...listedPeople(900, homeCommune), ...listedPeople(600, otherCommune, { seed: 2, from: 900 })]
    await write(people)
  })
  afterAll(async () => {
    await opened.db.destroy()
    await opened.forget()
  })

  const write = (some: readonly ListedPerson[]) =>
    inTransaction(opened.db, async (trx) => {
      for (const commune of communes) {
        const theirs = some.filter(({ beneficiary }) => beneficiary.commune === commune)
        const part = {
          beneficiaries: theirs.map((one) => one.beneficiary),
          entitlements: theirs.flatMap((one) => one.entitlements),
        }
        if (theirs.length > 0) await putOnList(trx, commune, part, 1)
      }
    })
  const file = async () => {
    for (const { code } of await communesToFile(opened.db, communes)) {
      await inTransaction(opened.db, (trx) => fileRecent(trx, code))
    }
  }
  const page = (
    text: string,
    scope: readonly CommuneCode[],
    narrowing: Narrowing,
    cursor: string | undefined,
    limit: number,
  ) => inSnapshot(opened.db, (trx) => searchPeople(trx, scope, { text, narrowing, cursor, limit }))
  const everyPage = async (text: string, scope: readonly CommuneCode[], limit: number) => {
    const ids: string[] = []
    for (let cursor: string | undefined; ;) {
      const found = await page(text, scope, {}, cursor, limit)
      ids.push(...found.people.map(({ id }) => id))
      if (found.next === null) return { ids, total: found.total }
      cursor = found.next
    }
  }
  /** Whom the rules find, the nearest first, then in the order of the list. */
  const wanted = (text: string, list: readonly ListedPerson[]) => {
    const distances = naiveSearch(list.map(({ beneficiary }) => beneficiary)).distances(text)
    return list
      .map(({ beneficiary: { id, name } }, at) => ({ id, key: nameSortKey(name), distance: distances[at] ?? notFound }))
      .filter(({ distance }) => distance !== notFound)
      .sort((a, b) => a.distance - b.distance || (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id < b.id ? -1 : 1))
      .map(({ id }) => id)
  }
  const inScope = (scope: readonly CommuneCode[]) =>
    people.filter(({ beneficiary }) => scope.includes(beneficiary.commune))
  const agrees = async (seed: number, searches: number) => {
    const chance = chanceFrom(seed)
    const some = Array.from({ length: 12 }, () => chance.pick(people).beneficiary)
    for (const text of ['', '%', ...typedSearches(chance, some, searches)]) {
      for (const scope of [communes, [homeCommune]]) {
        const ids = wanted(text, inScope(scope))
        const found = await everyPage(text, scope, Math.max(40, Math.ceil(ids.length / 3)))
        expect([text, found.total]).toEqual([text, ids.length])
        expect([text, found.ids]).toEqual([text, ids])
      }
    }
  }

  it('finds whom the rules find while a few wait to be filed', async () => {
    await file()
    const changed = people.slice(0, 30).map(({ beneficiary, entitlements }, at) => ({
      beneficiary: { ...beneficiary, name: at % 2 === 0 ? 'Đường Thị Tuyết' : beneficiary.name, hamlet: 'Thới Hòa' },
      entitlements,
    }))
    people = [...changed, ...people.slice(30)]
    await write(changed)
    expect(await communesToFile(opened.db, communes)).toEqual([])
    await agrees(1, 14)
  })

  it('lets few wait in each commune, and not many in all of them', async () => {
    const many = Array.from({ length: 12 }, (_, at) => String(40_000 + at) as CommuneCode)
    const note = (commune: CommuneCode, count: number) =>
      inTransaction(opened.db, (trx) =>
        indexBeneficiaries(
          trx,
          Array.from({ length: count }, (_, at) => ({ commune, id: `nobody-${at}` as BeneficiaryId })),
        ),
      )
    try {
      for (const [at, commune] of many.entries()) await note(commune, 37 + at)
      // 48 may wait in one, 480 in all: they are 510, and 462 without the largest.
      expect(await communesToFile(opened.db, many.slice(0, 11))).toEqual([])
      expect(await communesToFile(opened.db, many)).toEqual([{ code: many[11], people: 48 }])
      await note(many[0] as CommuneCode, 49)
      expect((await communesToFile(opened.db, [many[0] as CommuneCode])).map(({ people }) => people)).toEqual([49])
    } finally {
      await opened.db.deleteFrom('search_recent').where('commune', 'in', many).execute()
    }
  })

  it('files very many in several goes, so that others may write in between', async () => {
    const commune = '40099' as CommuneCode
    const ids = Array.from({ length: 8200 }, (_, at) => `nobody-${at}` as BeneficiaryId)
    await inTransaction(opened.db, (trx) =>
      indexBeneficiaries(
        trx,
        ids.map((id) => ({ commune, id })),
      ),
    )
    const go = () => inTransaction(opened.db, (trx) => fileRecent(trx, commune))
    expect(await go()).toBe(true)
    expect(await communesToFile(opened.db, [commune])).toEqual([])
    const left = () => opened.db.selectFrom('search_recent').select('id').where('commune', '=', commune).execute()
    expect(await left()).toHaveLength(8)
    expect(await go()).toBe(false)
    expect(await left()).toEqual([])
  })

  it('finds them when they are filed anew, and lets go who left', async () => {
    const moved = people.slice(20, 120).map(({ beneficiary, entitlements }) => ({
      beneficiary: { ...beneficiary, name: beneficiary.name.toUpperCase(), phone: null },
      entitlements,
    }))
    const gone = new Set(people.slice(120, 200).map(({ beneficiary }) => beneficiary.id))
    people = [...people.slice(0, 20), ...moved, ...people.slice(200)]
    await write(moved)
    await inTransaction(opened.db, (trx) => takeOffList(trx, homeCommune, [...gone], 2))
    expect(await communesToFile(opened.db, communes)).toEqual([{ code: homeCommune, people: 200 }])
    await file()
    await agrees(2, 14)
  })

  it('narrows to what is chosen and counts what each choice would show', async () => {
    const own = inScope([homeCommune])
    const { counts, total } = await page('thi', [homeCommune], { programme: 'NCC', state: 'active' }, undefined, 10)
    const ids = new Set(wanted('thi', own))
    const has = (person: ListedPerson, narrowing: { programme?: string; state?: string; method?: string }) =>
      ids.has(person.beneficiary.id) &&
      (narrowing.programme === undefined || person.entitlements.some((one) => one.programme === narrowing.programme)) &&
      (narrowing.state === undefined || person.entitlements.some((one) => one.state === narrowing.state)) &&
      (narrowing.method === undefined || (person.beneficiary.method?.kind ?? 'unknown') === narrowing.method)
    const howMany = (narrowing: Parameters<typeof has>[1]) => own.filter((person) => has(person, narrowing)).length
    expect(total).toBe(howMany({ programme: 'NCC', state: 'active' }))
    expect(counts?.programme.get('BTXH')).toBe(howMany({ programme: 'BTXH', state: 'active' }))
    expect(counts?.state.get('suspended')).toBe(howMany({ programme: 'NCC', state: 'suspended' }))
    expect(counts?.method.get('unknown')).toBe(howMany({ programme: 'NCC', state: 'active', method: 'unknown' }))
    const both = await page('thi', communes, { programme: 'NCC' }, undefined, 10)
    expect(both.counts).toBeNull()
    expect(both.total).toBeGreaterThan(total)
  })
})
