import { describe, expect, it } from 'vitest'
import { PartialDate } from '../../../src/domain/calendar-date.ts'
import { compareCard, fieldsOfListed } from '../../../src/domain/card-code/compare-card.ts'
import { readCardText } from '../../../src/domain/card-code/read-card-code.ts'
import { readTypedCard } from '../../../src/domain/card-code/read-typed-card.ts'
import {
  draftFromCard,
  fieldsOfPersonDraft,
  personWithCard,
  substituteWithCard,
} from '../../../src/domain/registration/draft-from-card.ts'
import { emptyDraft } from '../../../src/domain/registration/draft.ts'
import { readPerson } from '../../../src/domain/registration/read-person.ts'
import { CalendarDate } from '../../../src/domain/calendar-date.ts'

const code = '092145990124|361990124|HUỲNH PHƯỚC THUỶ|03021945|Nữ|Ấp Vĩnh Quới,, Thạnh Qưới|10052021'
const reading = readCardText(code)
if (reading.kind === 'refused') throw new Error(reading.why)
const { card } = reading

const same = {
  name: 'Huỳnh Phước Thủy',
  birth: PartialDate.parse('1945-02-03'),
  sex: 'F' as const,
  idNumber: '092145990124',
  oldIdNumber: '361990124',
  permanentAddress: 'ấp Vĩnh Quới – Thạnh Qưới',
}

describe('a card and the list', () => {
  it('agree when only capitals, tone placement and signs differ', () => {
    expect(compareCard(card, fieldsOfListed(same))).toEqual([])
  })

  it('differ field by field, in the order of the card', () => {
    const other = {
      name: 'Huỳnh Phước Thúy Hằng',
      birth: PartialDate.parse('1945'),
      sex: 'M' as const,
      idNumber: null,
      oldIdNumber: '361990125',
      permanentAddress: null,
    }
    expect(compareCard(card, fieldsOfListed(other))).toEqual([
      { field: 'name', onCard: 'HUỲNH PHƯỚC THUỶ', onList: 'Huỳnh Phước Thúy Hằng' },
      { field: 'birth', onCard: '03/02/1945', onList: '1945' },
      { field: 'sex', onCard: 'F', onList: 'M' },
      { field: 'idNumber', onCard: '092145990124', onList: null },
      { field: 'oldIdNumber', onCard: '361990124', onList: '361990125' },
      { field: 'permanentAddress', onCard: 'Ấp Vĩnh Quới, Thạnh Qưới', onList: null },
    ])
  })

  it('what the card does not say is no difference', () => {
    const silent = { ...card, oldIdNumber: null, address: '' }
    expect(compareCard(silent, fieldsOfListed(same))).toEqual([])
  })
})

describe('a card in a registration', () => {
  it('fills a stranger’s first step so that nothing of the card is missing there', () => {
    const { person } = draftFromCard(card)
    expect(readPerson(person, CalendarDate.parse('2026-11-23'))).toMatchObject({
      kind: 'whole',
      value: {
        name: 'HUỲNH PHƯỚC THUỶ',
        birth: '1945-02-03',
        sex: 'F',
        idKind: 'cccd',
        idNumber: '092145990124',
        idIssued: '2021-05-10',
        oldIdNumber: '361990124',
        permanentAddress: 'Ấp Vĩnh Quới, Thạnh Qưới',
      },
    })
    expect(compareCard(card, fieldsOfPersonDraft(person))).toEqual([])
  })

  it('takes only what was settled for the card; the day of issue comes with the number', () => {
    const typed = { ...emptyDraft().person, name: 'Bà Thủy', idKind: 'cmnd' as const, idNumber: '361990124' }
    const withName = personWithCard(typed, card, ['name'])
    expect(withName).toEqual({ ...typed, name: 'HUỲNH PHƯỚC THUỶ' })
    const withNumber = personWithCard(typed, card, ['idNumber'])
    expect(withNumber).toEqual({ ...typed, idKind: 'cccd', idNumber: '092145990124', idIssued: '10/05/2021' })
  })

  it('fills who receives in somebody’s place, and nothing else of that step', () => {
    const typed = { ...emptyDraft().substitute, kind: 'guardian' as const, relation: 'con' }
    expect(substituteWithCard(typed, card, ['name', 'idNumber', 'permanentAddress'])).toEqual({
      ...typed,
      name: 'HUỲNH PHƯỚC THUỶ',
      idNumber: '092145990124',
      address: 'Ấp Vĩnh Quới, Thạnh Qưới',
    })
  })
})

describe('what is typed instead of scanned', () => {
  it('is a number as people write it, or a whole line of a hand scanner', () => {
    expect(readTypedCard(' 092 145.990-124 ')).toEqual({ kind: 'number', idNumber: '092145990124' })
    expect(readTypedCard('361990124')).toEqual({ kind: 'number', idNumber: '361990124' })
    expect(readTypedCard(`${code}\r\n`)).toEqual(reading)
  })

  it.each(['09214599012', '1', '12345678901234'])('%s is no number of a card', (typed) => {
    expect(readTypedCard(typed)).toEqual({ kind: 'refused', why: 'idNumber' })
  })

  it('anything else is no card', () => {
    expect(readTypedCard('Bà Thủy')).toEqual({ kind: 'refused', why: 'notACard' })
    expect(readTypedCard('')).toEqual({ kind: 'refused', why: 'notACard' })
  })
})
