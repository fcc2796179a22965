import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PartialDate } from '../../../src/domain/calendar-date.ts'
import { IdNumber } from '../../../src/domain/citizen-id.ts'
import { searchKey } from '../../../src/domain/person-name.ts'
import { PhoneNumber } from '../../../src/domain/phone.ts'
import { distanceOf, type Findable, searchKeysOf } from '../../../src/domain/search/find-matches.ts'
import { type SearchIndex, startSearchIndex } from '../../../src/domain/search/search-index.ts'
import { parseQuery } from '../../../src/domain/search/search-query.ts'

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
const facets = { hamlet: ({ beneficiary }: Made) => beneficiary.hamlet ?? '' }
const indexOf = (people: readonly Made[]) => {
  const index = startSearchIndex(facets)
  follow(index, people)
  return index
}
function follow(index: SearchIndex<Made, 'hamlet'>, people: readonly Made[]): number {
  return [...index.follow(people)].length
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

function madeFrom(
  { name, marks, ...more }: typeof somebody extends fc.Arbitrary<infer Some> ? Some : never,
  id: string,
): Made {
  const one = person(marks ? name : searchKey(name), { ...more, oldIdNumber: null })
  return { beneficiary: { ...one.beneficiary, id } }
}

const index = indexOf(ward)
const namesIn = (people: Iterable<Made>) => Array.from(people, ({ beneficiary }) => beneficiary.name)
const found = (text: string) => namesIn(index.search({ text }).people)

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

  it('finds nobody by signs alone', () => {
    expect(found('%')).toEqual([])
    expect(found('- tuyet -')).toEqual(['Nguyễn Thị Tuyết'])
  })

  it('orders hamlets as people count, those without one last, and tells where each begins', () => {
    const { people, hamlets } = index.search({ text: '', order: 'hamlet' })
    expect(Array.from(people, ({ beneficiary }) => beneficiary.hamlet)).toEqual([
      '5',
      '10',
      'Thới Hòa',
      null,
      null,
      null,
    ])
    expect(hamlets).toEqual([
      { name: '5', from: 0 },
      { name: '10', from: 1 },
      { name: 'Thới Hòa', from: 2 },
      { name: '', from: 3 },
    ])
  })

  it('puts namesakes by age, those of unknown age last', () => {
    const births = ['1950', null, '1945-03-01', '1945', '1945-02-11']
    const namesakes = births.map((birth, at) =>
      person('Lê Văn An', { birth: birth === null ? null : PartialDate.parse(birth), fileCode: `${at}` }),
    )
    const { people } = indexOf(namesakes).search({ text: '' })
    expect(Array.from(people, ({ beneficiary }) => beneficiary.birth)).toEqual([
      '1945',
      '1945-02-11',
      '1945-03-01',
      '1950',
      null,
    ])
  })

  it('narrows to a value and counts what each value would show', () => {
    const { people, counts } = index.search({ text: 'nguyen', narrowing: { hamlet: 'Thới Hòa' } })
    expect([...people]).toEqual([tuyet])
    expect(Object.fromEntries(counts.hamlet)).toEqual({ 'Thới Hòa': 1, '': 2 })
  })
})

describe('an index that follows a list', () => {
  it('takes in who came, lets go who left and gives new answers for who changed', () => {
    const list = indexOf(ward)
    const newer = person('Phạm Văn Bé')
    const renamed = person('Nguyễn Thị Bạch')
    follow(list, [...ward.filter((one) => one !== tuyet), newer, renamed])
    expect(list.size()).toBe(ward.length + 1)
    expect(namesIn(list.search({ text: 'pham' }).people)).toEqual(['Phạm Văn Bé'])
    expect(namesIn(list.search({ text: 'tuyet' }).people)).toEqual([])
    expect(namesIn(list.search({ text: 'nguyen thi' }).people)).toEqual(['Nguyễn Thị Ánh', 'Nguyễn Thị Bạch'])
  })

  it('answers as an index made afresh, after any number of changes', () => {
    const change = fc.record({ drop: fc.nat(), add: fc.array(somebody, { maxLength: 3 }) })
    fc.assert(
      fc.property(fc.array(change, { minLength: 12, maxLength: 30 }), (changes) => {
        const list = startSearchIndex(facets)
        let people: Made[] = []
        for (const [round, { drop, add }] of changes.entries()) {
          if (people.length > 0) people = people.toSpliced(drop % people.length, 1)
          people = [...people, ...add.map((one, at) => madeFrom(one, `${round}-${at}`))]
          // What was asked before the next change is remembered.
          list.search({ text: 'nguyen đường' })
          follow(list, people)
        }
        for (const text of ['', 'n', 'nguyen', 'đường', '1945']) {
          expect([...list.search({ text }).people]).toEqual([...indexOf(people).search({ text }).people])
        }
        expect(list.search({ text: '' }).counts).toEqual(indexOf(people).search({ text: '' }).counts)
      }),
      { numRuns: 25 },
    )
  })

  it('can be left in the middle of a long list, answering for those it has, and goes on later', () => {
    const many = Array.from({ length: 9000 }, (_, at) => person(`Lê Văn An`, { fileCode: `HS-${at}` }))
    const list = startSearchIndex(facets)
    const steps = list.follow(many)
    let breaths = 0
    while (list.size() === 0 && steps.next().done !== true) breaths += 1
    expect(breaths).toBeGreaterThan(10)
    expect(list.size()).toBeLessThan(many.length)
    expect(list.search({ text: 'an' }).people).toHaveLength(list.size())
    follow(list, many)
    expect([...list.rehearse()].length).toBeGreaterThan(10)
    expect(list.search({ text: 'an' }).people).toHaveLength(many.length)
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
        const people = made.map((one, at) => madeFrom(one, String(at)))
        const text = words.join(' ')
        const ids = Array.from(indexOf(people).search({ text }).people, ({ beneficiary }) => beneficiary.id)
        expect(new Set(ids)).toEqual(naively(people, text))
        expect(ids).toHaveLength(new Set(ids).size)
      }),
      { numRuns: 300 },
    )
  })

  it('asks people one by one to the same effect', () => {
    fc.assert(
      fc.property(fc.array(somebody, { maxLength: 25 }), fc.array(typed, { maxLength: 3 }), (made, words) => {
        const people = made.map((one, at) => madeFrom(one, String(at)))
        const query = parseQuery(words.join(' '))
        const near = people.filter(({ beneficiary }) => distanceOf(searchKeysOf(beneficiary), query) !== null)
        expect(new Set(indexOf(people).search({ text: words.join(' ') }).people)).toEqual(new Set(near))
      }),
      { numRuns: 200 },
    )
  })
})
