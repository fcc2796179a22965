// What the office types about a person or a benefit, and what it comes to.
import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import type { CommuneCode } from '../../src/domain/ids.ts'
import { readTypedBenefit, typedBenefitOf } from '../../src/domain/list-edit/typed-benefit.ts'
import { proposedUntil, readTypedChange, typedChangeOf } from '../../src/domain/list-edit/typed-change.ts'
import { readTypedPerson, typedPersonOf } from '../../src/domain/list-edit/typed-person.ts'
import { periodsOf } from '../../src/domain/list-history/periods.ts'
import { feedLines } from '../support/made-up-people.ts'
import { entitlementOf, madeUpPerson } from '../support/made-up-person.ts'

const today = '2026-11-23' as CalendarDate
const commune = '31147' as CommuneCode
const benefit = entitlementOf(madeUpPerson(commune))

describe('a typed person', () => {
  it('comes back as it is on the list when nothing is typed', () => {
    for (const { change } of feedLines(60, commune)) {
      if (change.type !== 'beneficiary') continue
      const { type: _, id: _id, commune: _commune, ...person } = change
      expect(readTypedPerson(typedPersonOf(change), today)).toEqual({ kind: 'whole', value: person })
    }
  })

  it('needs a name and nothing else, and names every field that cannot be read', () => {
    const typed = typedPersonOf(null)
    expect(readTypedPerson(typed, today)).toEqual({
      kind: 'lacking',
      problems: [{ field: 'person.name', problem: 'name' }],
    })
    const person = { ...typed.person, name: ' Võ  Thị Bé ', birth: '2027', idNumber: '123', phone: '113' }
    const substitute = { ...typed.substitute, kind: 'guardian' as const }
    expect(readTypedPerson({ ...typed, person, substitute }, today)).toEqual({
      kind: 'lacking',
      problems: [
        { field: 'person.birth', problem: 'birthInFuture' },
        { field: 'person.idNumber', problem: 'idUnreadable' },
        { field: 'person.phone', problem: 'phoneUnreadable' },
        { field: 'substitute.name', problem: 'substituteName' },
        { field: 'substitute.relation', problem: 'substituteRelation' },
      ],
    })
    const named = { ...typed, person: { ...typed.person, name: ' Võ  Thị Bé ' } }
    expect(readTypedPerson(named, today)).toMatchObject({ kind: 'whole', value: { name: 'Võ Thị Bé', birth: null } })
  })
})

describe('a typed benefit', () => {
  it.each([
    ['540.000', 540_000],
    ['540000 đ', 540_000],
    ['1,234,000', 1_234_000],
  ])('%j đồng are %d', (monthly, amount) => {
    expect(readTypedBenefit({ ...typedBenefitOf(benefit), monthly })).toMatchObject({ value: { monthly: amount } })
  })

  it('says field by field what is missing or cannot be read', () => {
    const typed = { ...typedBenefitOf(null), monthly: 'nhiều', from: '31/02/2026', until: '2026' }
    const read = readTypedBenefit(typed)
    expect(read.kind === 'lacking' && read.problems.map(({ field }) => field)).toEqual([
      'programme',
      'category',
      'monthly',
      'from',
      'until',
    ])
    const backwards = { ...typedBenefitOf(benefit), from: '02/01/2026', until: '01/01/2026' }
    expect(readTypedBenefit(backwards)).toEqual({
      kind: 'lacking',
      problems: [{ field: 'until', problem: 'untilBeforeFrom' }],
    })
  })

  it('a change says only what differs: terms with their days, and the grant apart', () => {
    const typed = { ...typedChangeOf(benefit, today), reason: 'Nâng mức', monthly: '600.000', decision: '5/QĐ' }
    expect(readTypedChange(benefit, typed)).toEqual({
      kind: 'whole',
      value: {
        terms: { from: today, until: null, set: { monthly: 600_000 } },
        grant: { decision: '5/QĐ' },
        decision: null,
        reason: 'Nâng mức',
      },
    })
    expect(readTypedChange(benefit, { ...typedChangeOf(benefit, today), reason: 'x' })).toMatchObject({
      value: { terms: null, grant: {} },
    })
    expect(readTypedChange(benefit, { ...typed, termsFrom: 'mai', reason: '' })).toEqual({
      kind: 'lacking',
      problems: [
        { field: 'termsFrom', problem: 'dayUnreadable' },
        { field: 'reason', problem: 'reason' },
      ],
    })
  })

  it('terms of the past are proposed to end where the next ones begin', () => {
    const raise = { field: 'monthly', before: 500_000, after: 540_000 }
    const periods = periodsOf(benefit, [{ from: '2025-07-01' as CalendarDate, until: null, fields: [raise] }])
    expect(proposedUntil('2024-07-01' as CalendarDate, periods)).toBe('2025-06-30')
    expect(proposedUntil('2025-07-01' as CalendarDate, periods)).toBe(null)
  })
})
