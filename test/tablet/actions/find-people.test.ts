import { describe, expect, it } from 'vitest'
import { Beneficiary } from '../../../src/domain/beneficiary.ts'
import { Entitlement } from '../../../src/domain/entitlement.ts'
import { indexPeople } from '../../../src/domain/search/search-index.ts'
import {
  findPeople,
  latestRegistrations,
  noFilter,
  type PeopleFilter,
} from '../../../src/tablet/actions/find-people.ts'
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
const latest = latestRegistrations([
  record({ subject: first.id, state: 'waiting' }),
  record({ outcome: returned }),
  record({ subject: first.id, outcome: returned }),
  record({ subject: second.id, kind: 'visit' }),
])

function namesFor(filter: Partial<PeopleFilter>, text = '') {
  const question = { text, filter: { ...noFilter, ...filter }, order: 'name' as const, latest }
  return findPeople(indexPeople(people), question).map(({ beneficiary }) => beneficiary.name)
}

describe('narrowing the list', () => {
  it.each([
    [{}, ['An', 'Bình', 'Chi']],
    [{ hamlet: 'B' }, ['Bình']],
    [{ programme: 'NCC' }, ['An']],
    [{ method: 'cashAtPoint' }, ['An']],
    [{ method: 'unknown' }, ['Bình', 'Chi']],
    [{ state: 'suspended' }, ['An']],
    [{ state: 'waiting' }, ['An']],
    [{ state: 'none' }, ['Bình']],
    [{ state: 'needsPapers' }, ['Chi']],
    [{ state: 'accepted' }, []],
  ] as const)('to %j leaves %j', (filter, names) => {
    expect(namesFor(filter)).toEqual(names)
  })

  it('goes together with what is typed', () => {
    expect(namesFor({ method: 'unknown' }, 'ch')).toEqual(['Chi'])
  })
})
