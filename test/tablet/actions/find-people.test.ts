import { describe, expect, it } from 'vitest'
import { Beneficiary } from '../../../src/domain/beneficiary.ts'
import { Entitlement } from '../../../src/domain/entitlement.ts'
import { noFilter, noHamlet, type PeopleFilter } from '../../../src/tablet/actions/find-people.ts'
import { startPeopleSearch } from '../../../src/tablet/actions/people-search.ts'
import type { PeopleParts } from '../../../src/tablet/store/people-list.ts'
import type { ListedRecord, Person } from '../../../src/tablet/actions/session.ts'
import { feedLines } from '../../support/made-up-people.ts'
import { homeCommune } from '../../support/test-server.ts'

const lines = feedLines(30, homeCommune).map(({ change }) => change)
const [first, second, third] = lines.flatMap((line) => (line.type === 'beneficiary' ? [Beneficiary.parse(line)] : []))
const someEntitlement = lines.flatMap((line) => (line.type === 'entitlement' ? [Entitlement.parse(line)] : []))[0]
if (!first || !second || !third || !someEntitlement) throw new Error('the made-up list is too short')

const suspended: Entitlement = { ...someEntitlement, programme: 'NCC', state: 'suspended' }
const people: Person[] = [
  {
    beneficiary: { ...first, name: 'An', hamlet: 'A', method: { kind: 'cashAtPoint', point: 'x' } },
    entitlements: [suspended],
  },
  { beneficiary: { ...second, name: 'Bình', hamlet: 'B', method: null }, entitlements: [] },
  {
    beneficiary: { ...third, name: 'Chi', hamlet: null, method: null },
    entitlements: [{ ...someEntitlement, programme: 'BTXH' }],
  },
]
const record = (changed: Partial<ListedRecord>) =>
  ({ kind: 'registration', subject: null, state: 'sent', outcome: null, ...changed }) as ListedRecord
const returned = { review: 'needsPapers', beneficiary: third.id } as ListedRecord['outcome']
const records = [
  record({ subject: first.id, state: 'waiting' }),
  record({ outcome: returned }),
  record({ subject: first.id, outcome: returned }),
  record({ subject: second.id, kind: 'visit' }),
]

/** The search over a list that stands still. */
async function searchOver(list: readonly Person[], records: readonly ListedRecord[]) {
  const parts = { blocks: [], others: list }
  const search = startPeopleSearch(
    {
      parts: () => parts,
      listed: (id) => list.find(({ beneficiary }) => beneficiary.id === id),
      subscribe: () => () => undefined,
      isComing: () => false,
    },
    () => 0,
  )
  await search.whenComplete()
  search.noteRecords(records)
  return search
}

async function namesFor(filter: Partial<PeopleFilter>, text = '') {
  const search = await searchOver(people, records)
  const found = search.find({ text, filter: { ...noFilter, ...filter }, order: 'name' })
  return Array.from(found.people, ({ beneficiary }) => beneficiary.name)
}

describe('narrowing the list', () => {
  it.each([
    [{}, ['An', 'Bình', 'Chi']],
    [{ hamlet: 'B' }, ['Bình']],
    [{ hamlet: noHamlet }, ['Chi']],
    [{ programme: 'NCC' }, ['An']],
    [{ method: 'cashAtPoint' }, ['An']],
    [{ method: 'unknown' }, ['Bình', 'Chi']],
    [{ method: 'unknown', hamlet: 'A' }, []],
    [{ state: 'suspended' }, ['An']],
    [{ state: 'waiting' }, ['An']],
    [{ state: 'none' }, ['Bình']],
    [{ state: 'needsPapers' }, ['Chi']],
    [{ state: 'accepted' }, []],
  ] as const)('to %j leaves %j', async (filter, names) => {
    expect(await namesFor(filter)).toEqual(names)
  })

  it('goes together with what is typed', async () => {
    expect(await namesFor({ method: 'unknown' }, 'ch')).toEqual(['Chi'])
  })

  it('counts beside each choice whom it would show, the other filters and the text obeyed', async () => {
    const search = await searchOver(people, records)
    const { counts } = search.find({ text: '', filter: { ...noFilter, method: 'unknown' }, order: 'name' })
    expect(Object.fromEntries(counts.method)).toEqual({ unknown: 2, cashAtPoint: 1 })
    expect(Object.fromEntries(counts.hamlet)).toEqual({ B: 1, [noHamlet]: 1 })
    expect(Object.fromEntries(counts.programme)).toEqual({ BTXH: 1 })
    expect(Object.fromEntries(counts.state)).toEqual({ none: 1, needsPapers: 1, active: 1 })
    const typed = search.find({ text: 'an', filter: noFilter, order: 'name' }).counts
    expect(Object.fromEntries(typed.programme)).toEqual({ NCC: 1 })
  })

  it('follows what becomes of a registration', async () => {
    const search = await searchOver(people, records)
    const waiting = () => search.find({ text: '', filter: { ...noFilter, state: 'waiting' }, order: 'name' }).people
    expect(waiting()).toHaveLength(1)
    const before = search.version()
    search.noteRecords([record({ subject: first.id, state: 'sent' })])
    expect(waiting()).toHaveLength(0)
    expect(search.version()).toBeGreaterThan(before)
  })
})

describe('the search of a list', () => {
  it('follows the list, letting the page breathe between', async () => {
    const listeners: (() => void)[] = []
    let parts: PeopleParts = { blocks: [], others: [] }
    let breaths = 0
    const search = startPeopleSearch(
      {
        parts: () => parts,
        listed: () => undefined,
        subscribe: (listener) => () => void listeners.push(listener),
        isComing: () => false,
      },
      () => breaths * 100,
      async () => void (breaths += 1),
    )
    expect(search.isComplete()).toBe(true)
    const others = Array.from({ length: 600 }, (_, at) => ({
      beneficiary: { ...first, id: `${first.id}${at}` as typeof first.id },
      entitlements: [],
    }))
    parts = { blocks: [], others }
    expect(search.isComplete()).toBe(false)
    await search.whenComplete()
    expect(search.isComplete()).toBe(true)
    expect(search.find({ text: '', filter: noFilter, order: 'name' }).people).toHaveLength(600)
  })
})
