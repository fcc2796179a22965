// A month drafted from the list and from what stayed unpaid, and what is checked before it is locked.
import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../../src/domain/calendar-date.ts'
import type { BeneficiaryId, EntitlementId } from '../../../src/domain/ids.ts'
import type { Dong } from '../../../src/domain/money.ts'
import { checkPeriod, type CheckPerson } from '../../../src/domain/payment/check-period.ts'
import { type DraftInput, draftPeriod } from '../../../src/domain/payment/draft-period.ts'
import type { ItemId, PaymentItem } from '../../../src/domain/payment/item.ts'
import type { Period } from '../../../src/domain/payment/period.ts'

const november = '2026-11' as Period
const person = (id: string) => id as BeneficiaryId
const right = (id: string, of: object = {}): CheckPerson['entitlements'][number] => ({
  id: id as EntitlementId,
  programme: 'BTXH',
  category: 'HT.75',
  monthly: 540_000 as Dong,
  arrears: 0 as Dong,
  state: 'active',
  from: null,
  until: null,
  ...of,
})

function input(of: Partial<DraftInput> = {}): DraftInput {
  let made = 0
  const newId = () => `new-${++made}` as ItemId
  const nothing = { before: new Map(), unpaid: [], listedArrears: new Map(), drafted: [] }
  return { period: november, people: [], ...nothing, newId, ...of }
}

const someone = (entitlements: ReturnType<typeof right>[], of: object = {}) => ({
  id: person('an'),
  diedIn: null,
  entitlements,
  ...of,
})
const before = (amount: number) => new Map([['e1' as EntitlementId, { beneficiary: person('an'), amount }]])
const item = (of: Partial<PaymentItem> = {}): PaymentItem => ({
  id: 'i1' as ItemId,
  beneficiary: person('an'),
  entitlement: 'e1' as EntitlementId,
  programme: 'BTXH',
  kind: 'monthly',
  amount: 540_000 as Dong,
  from: null,
  note: null,
  withdrawn: false,
  ...of,
})

describe('drafting a month', () => {
  it('takes the list’s amounts, and says how they differ from the month before', () => {
    const kindOf = (of: object, was: Map<never, never> | ReturnType<typeof before>) =>
      draftPeriod(input({ people: [someone([right('e1', of)])], before: was })).changes.map(({ kind, now }) => [
        kind,
        now,
      ])
    expect(kindOf({}, new Map())).toEqual([['added', 540_000]])
    expect(kindOf({}, before(540_000))).toEqual([])
    expect(kindOf({ monthly: 600_000 }, before(540_000))).toEqual([['increased', 600_000]])
    expect(kindOf({ monthly: 500_000 }, before(540_000))).toEqual([['decreased', 500_000]])
    expect(kindOf({ state: 'suspended' }, before(540_000))).toEqual([['ended', 0]])
  })

  it('names who left the list, and the dead after their month', () => {
    expect(draftPeriod(input({ before: before(540_000) })).changes).toMatchObject([{ kind: 'ended', because: 'left' }])
    const died = (month: string) =>
      draftPeriod(input({ people: [someone([right('e1')], { diedIn: month })], before: before(540_000) }))
    expect(died('2026-11').items).toHaveLength(1)
    expect(died('2026-10')).toMatchObject({ items: [], changes: [{ kind: 'ended', because: 'death' }] })
  })

  it('takes arrears once, although the list goes on saying them', () => {
    const people = [someone([right('e1', { arrears: 1_080_000 })])]
    expect(draftPeriod(input({ people })).items.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['monthly', 540_000],
      ['arrears', 1_080_000],
    ])
    const listedArrears = new Map([['e1' as EntitlementId, [1_080_000]]])
    expect(draftPeriod(input({ people, listedArrears })).items).toHaveLength(1)
  })

  it('carries the unpaid over as the same money: same id, and the month in which it was owed first', () => {
    const unpaid = [
      { ...item(), period: '2026-10' as Period },
      {
        ...item({ id: 'i0' as ItemId, kind: 'carriedOver', from: { period: '2026-09' as Period, kind: 'arrears' } }),
        period: '2026-10' as Period,
      },
    ]
    expect(draftPeriod(input({ unpaid })).items).toMatchObject([
      { id: 'i1', kind: 'carriedOver', from: { period: '2026-10', kind: 'monthly' } },
      { id: 'i0', kind: 'carriedOver', from: { period: '2026-09', kind: 'arrears' } },
    ])
  })

  it('drafted anew it keeps ids, what was taken off, and what somebody added', () => {
    const people = [someone([right('e1', { monthly: 600_000 })])]
    const drafted = [
      item({ withdrawn: true }),
      item({ id: 'f' as ItemId, kind: 'funeral', entitlement: null, note: 'QĐ 1' }),
      item({ id: 'gone' as ItemId, entitlement: 'e9' as EntitlementId }),
    ]
    expect(draftPeriod(input({ people, drafted })).items).toMatchObject([
      { id: 'i1', amount: 600_000, withdrawn: true },
      { id: 'f', kind: 'funeral' },
    ])
  })
})

describe('checking before a list is locked', () => {
  const known = (of: Partial<CheckPerson> = {}): CheckPerson => ({
    id: person('an'),
    idNumber: null,
    verification: 'match',
    substitute: null,
    diedIn: null,
    entitlements: [right('e1')],
    ...of,
  })
  const check = (items: PaymentItem[], people: CheckPerson[] = [known()], corrected = false) =>
    checkPeriod({
      period: november,
      items: items.map((each) => ({ ...each, corrected })),
      people: new Map(people.map((each) => [each.id, each])),
    }).map(({ kind, months }) => (months === null ? kind : `${kind} ${months}`))

  it('finds nothing where nothing is wrong', () => {
    expect(check([item()])).toEqual([])
    expect(check([item({ withdrawn: true, amount: 1 as Dong })])).toEqual([])
  })

  it('finds amounts that are not the list’s, unless somebody set them and wrote why', () => {
    expect(check([item({ amount: 500_000 as Dong })])).toEqual(['amountDiffers'])
    expect(check([item({ amount: 500_000 as Dong })], [known()], true)).toEqual([])
  })

  it('finds the dead, those who left, and benefits that are not owed', () => {
    expect(check([item()], [known({ diedIn: '2026-10' as Period })])).toEqual(['deadAfterMonth'])
    expect(check([item()], [known({ verification: 'deceased' })])).toEqual(['deathMonthUnknown'])
    expect(check([item()], [])).toEqual(['leftList'])
    expect(check([item()], [known({ entitlements: [right('e1', { state: 'suspended' })] })])).toEqual(['notOwed'])
    expect(check([item()], [known({ entitlements: [] })])).toEqual(['notOwed'])
  })

  it('lets the dead keep what they were owed before', () => {
    const carried = item({ kind: 'carriedOver', from: { period: '2026-09' as Period, kind: 'monthly' } })
    expect(check([carried], [known({ diedIn: '2026-09' as Period })])).toEqual([])
    expect(check([carried], [known({ diedIn: '2026-08' as Period })])).toEqual(['deadAfterMonth'])
  })

  it('finds a benefit twice, and one ID number with one category for two people', () => {
    expect(check([item(), item({ id: 'i2' as ItemId })])).toEqual(['duplicate'])
    const twins = [
      known({ idNumber: '092145990001' as never }),
      known({ id: person('binh'), idNumber: '092145990001' as never }),
    ]
    const other = { ...item({ id: 'i2' as ItemId }), beneficiary: person('binh') }
    expect(check([item(), other], twins)).toEqual(['duplicate'])
    const months = ['2026-09', '2026-10'] as Period[]
    const carried = months.flatMap((period) =>
      (['monthly', 'arrears'] as const).map((kind) =>
        item({ id: `${period}${kind}` as ItemId, kind: 'carriedOver', from: { period, kind } }),
      ),
    )
    expect(check([item(), ...carried])).toEqual(['unpaidTwoMonths 2'])
  })

  it('reports three unpaid months in a row of social assistance, warns at two, counts no gap, stops nobody', () => {
    const unpaid = (...months: string[]) =>
      months.map((period) =>
        item({ id: period as ItemId, kind: 'carriedOver', from: { period: period as Period, kind: 'monthly' } }),
      )
    expect(check(unpaid('2026-10'))).toEqual([])
    expect(check(unpaid('2026-09', '2026-10'))).toEqual(['unpaidTwoMonths 2'])
    expect(check(unpaid('2026-08', '2026-09', '2026-10'))).toEqual(['unpaidThreeMonths 3'])
    expect(check(unpaid('2026-07', '2026-08', '2026-10'))).toEqual([])
    expect(
      check(unpaid('2026-08', '2026-09', '2026-10').map((each) => ({ ...each, programme: 'NCC' as const }))),
    ).toEqual([])
  })

  it('finds an authorisation that has run out by the first of the month', () => {
    const substitute = (validUntil: string) => ({
      kind: 'authorisedPerson' as const,
      name: 'Lê Văn Mẫu',
      relation: 'con',
      idNumber: null,
      phone: null,
      address: null,
      authorisation: {
        number: null,
        date: '2026-01-01' as CalendarDate,
        certifiedBy: 'Phường',
        validUntil: validUntil as CalendarDate,
      },
    })
    expect(check([item()], [known({ substitute: substitute('2026-10-31') })])).toEqual(['expiredAuthorisation'])
    expect(check([item()], [known({ substitute: substitute('2026-11-01') })])).toEqual([])
  })
})
