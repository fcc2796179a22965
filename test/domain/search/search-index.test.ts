import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PartialDate } from '../../../src/domain/calendar-date.ts'
import { IdNumber } from '../../../src/domain/citizen-id.ts'
import { searchKey } from '../../../src/domain/person-name.ts'
import { PhoneNumber } from '../../../src/domain/phone.ts'
import type { Findable } from '../../../src/domain/search/find-matches.ts'
import { indexPeople, searchPeople } from '../../../src/domain/search/search-index.ts'

type Made = { beneficiary: Findable & { id: string } }

function person(name: string, more: Partial<Findable> = {}): Made {
  const silent = { birth: null, idNumber: null, oldIdNumber: null, phone: null, fileCode: null, hamlet: null }
  return { beneficiary: { id: name, name, ...silent, ...more } }
}

const tuyet = person('Nguyễn Thị Tuyết', {
  birth: PartialDate.parse('1945-02-01'),
  idNumber: IdNumber.parse('092145991234'),
  phone: PhoneNumber.parse('0912345678'),
  fileCode: 'BT-0042/2019',
  hamlet: 'Thới Hòa',
})
const ward = [
  tuyet,
  person('Trần Văn Đường', { birth: PartialDate.parse('1950') }),
  person('Lê Thị Dương', { hamlet: '5' }),
  person('LE THI DUONG', { hamlet: '10' }),
  person('Nguyễn Văn An'),
  person('Nguyễn Thị Ánh', { idNumber: IdNumber.parse('092319450077') }),
]
const index = indexPeople(ward)
const found = (text: string) => searchPeople(index, text).map(({ beneficiary }) => beneficiary.name)

describe('looking somebody up', () => {
  it.each([
    ['nguyen tuyet 1945'],
    ['1945 TUYET ngu'],
    ['tuyết nguyễn'],
    ['145991'],
    ['5991234'],
    ['0912 345 678'],
    ['+84912345678'],
    ['0912.345.678'],
    ['bt-0042'],
    ['bt0042'],
    ['tuyet thoi hoà'],
    ['tuyet ấp thới hòa'],
    ['tuyet 01/02/1945'],
    ['tuyet 2/1945'],
  ])('%j finds Nguyễn Thị Tuyết', (text) => {
    expect(found(text)).toEqual(['Nguyễn Thị Tuyết'])
  })

  it('finds every tone when none was typed', () => {
    expect(found('duong').toSorted()).toEqual(['LE THI DUONG', 'Lê Thị Dương', 'Trần Văn Đường'].toSorted())
  })

  it('never offers the word of another tone, and puts names written without any mark behind', () => {
    expect(found('dương')).toEqual(['Lê Thị Dương', 'LE THI DUONG'])
    expect(found('đường')).toEqual(['Trần Văn Đường', 'LE THI DUONG'])
    expect(found('đương')).toEqual(['LE THI DUONG'])
  })

  it('follows a word that is still being typed', () => {
    expect(found('đươ')).toEqual(['Trần Văn Đường', 'LE THI DUONG'])
    expect(found('tuyê')).toEqual(['Nguyễn Thị Tuyết'])
  })

  it('puts those born in the year before those whose number holds it', () => {
    expect(found('nguyen 1945')).toEqual(['Nguyễn Thị Tuyết', 'Nguyễn Thị Ánh'])
  })

  it('finds a hamlet by its number', () => {
    expect(found('khu vực 5')).toEqual(['Lê Thị Dương'])
  })

  it('shows everybody by given name when nothing is typed', () => {
    expect(found(' ')).toEqual([
      'Nguyễn Văn An',
      'Nguyễn Thị Ánh',
      'LE THI DUONG',
      'Lê Thị Dương',
      'Trần Văn Đường',
      'Nguyễn Thị Tuyết',
    ])
  })

  it('orders hamlets as people count, those without one last', () => {
    const hamlets = searchPeople(index, '', { order: 'hamlet' }).map(({ beneficiary }) => beneficiary.hamlet)
    expect(hamlets).toEqual(['5', '10', 'Thới Hòa', null, null, null])
  })

  it('keeps only those whom a filter keeps', () => {
    const kept = searchPeople(index, 'nguyen', { keep: ({ beneficiary }) => beneficiary.phone !== null })
    expect(kept).toEqual([tuyet])
  })

  it('makes new keys only for people that changed', () => {
    const newer = person('Phạm Văn Bé')
    const again = indexPeople([...ward, newer], index)
    expect(searchPeople(again, 'pham')).toEqual([newer])
    expect(again.byName.find((entry) => entry.person === tuyet)).toBe(index.byName.find((e) => e.person === tuyet))
  })
})

// An oracle so slow and plain that it can be checked by eye: every word, against every field, by the rules' own sentences.
function naively(people: Made[], text: string): Set<string> {
  const words = text.normalize('NFC').toLowerCase().split(' ').filter(Boolean)
  const answers = (one: Made, word: string) => {
    const { name, hamlet, birth, idNumber, phone, fileCode } = one.beneficiary
    if (/^\d+$/.test(word)) {
      const parts = [idNumber, phone, searchKey(fileCode ?? '').replace(/[^a-z0-9]/g, '')]
      const words = [...(hamlet ?? '').split(' '), ...(fileCode ?? '').split(/[^a-zA-Z0-9]/)]
      return (
        birth?.slice(0, 4) === word ||
        (word.length >= 3 && parts.some((part) => part?.includes(word))) ||
        words.some((other) => other.startsWith(word))
      )
    }
    return [name, hamlet ?? ''].some((field) => {
      const exact = field.split(' ').some((other) => naivelyBegins(other.toLowerCase(), word))
      const unmarkedField = field.includes(' ') && searchKey(field) === field.toLowerCase()
      const plain = field.split(' ').some((other) => searchKey(other).startsWith(searchKey(word)))
      return searchKey(word) === word || unmarkedField ? plain : exact
    })
  }
  return new Set(people.filter((one) => words.every((word) => answers(one, word))).map((one) => one.beneficiary.id))
}

const toneless = (word: string) =>
  word
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC')
const toneOf = (word: string) => /[\u0300\u0301\u0303\u0309\u0323]/.exec(word.normalize('NFD'))?.[0] ?? ''
function naivelyBegins(whole: string, typed: string): boolean {
  const [letters, begun] = [toneless(whole), toneless(typed)]
  const sameTone = toneOf(whole) === toneOf(typed)
  return letters.startsWith(begun) && (sameTone || (toneOf(typed) === '' && begun.length < letters.length))
}

const syllables = [
  'nguyễn',
  'nguyên',
  'thị',
  'thi',
  'tuyết',
  'tuyệt',
  'dương',
  'đường',
  'đương',
  'hòa',
  'hoà',
  'an',
  'ánh',
]
const word = fc.constantFrom(...syllables)
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-3]{${length}}$`))
const somebody = fc.record({
  name: fc.tuple(word, word, word).map((words) => words.join(' ')),
  marks: fc.boolean(),
  birth: fc.option(fc.constantFrom('1945', '1950', '2012').map((year) => PartialDate.parse(year))),
  idNumber: fc.option(digits(12).map((id) => IdNumber.parse(id))),
  phone: fc.option(digits(8).map((rest) => PhoneNumber.parse(`09${rest}`))),
  fileCode: fc.option(digits(3).map((code) => `BT-${code}`)),
  hamlet: fc.option(fc.oneof(word, fc.constantFrom('5', '12'))),
})
const typed = fc.oneof(
  word,
  word.map((whole) => whole.slice(0, 3)),
  word.map(searchKey),
  fc.constantFrom('1945', '2012', '5'),
  digits(4),
)

describe('the search', () => {
  it('finds exactly those whom a plain reading of the rules finds', () => {
    fc.assert(
      fc.property(fc.array(somebody, { maxLength: 25 }), fc.array(typed, { maxLength: 3 }), (made, words) => {
        const people = made.map(({ name, marks, ...more }, at) => {
          const one = person(marks ? name : searchKey(name), { ...more, oldIdNumber: null })
          return { beneficiary: { ...one.beneficiary, id: String(at) } }
        })
        const text = words.join(' ')
        const ids = searchPeople(indexPeople(people), text).map(({ beneficiary }) => beneficiary.id)
        expect(new Set(ids)).toEqual(naively(people, text))
        expect(ids).toHaveLength(new Set(ids).size)
      }),
      { numRuns: 500 },
    )
  })
})
