import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contradictionsOf } from '../../../src/domain/citizen-id.ts'
import type { CardReading, CitizenCard } from '../../../src/domain/card-code/citizen-card.ts'
import { readCardBytes, readCardText } from '../../../src/domain/card-code/read-card-code.ts'
import { vietnameseLetters } from '../../../src/domain/vietnamese-letters.ts'
import examples from '../../fixtures/card-codes.json' with { type: 'json' }

const utf8 = (text: string) => new TextEncoder().encode(text)

function cardOf(reading: CardReading): CitizenCard {
  if (reading.kind === 'refused') throw new Error(`refused: ${reading.why}`)
  return reading.card
}

const plain = '092185990123|361990123|Nguyễn Thị Thử Nghiệm|02091985|Nữ|Khu vực 3, An Khánh, Cần Thơ|10052021'
const fields = ['id', 'oldId', 'name', 'birth', 'sex', 'address', 'issued']
/** The plain card with some fields written differently. */
function written(changed: Record<string, string>): string {
  return plain
    .split('|')
    .map((value, at) => changed[fields[at] ?? ''] ?? value)
    .join('|')
}

describe('codes that were collected', () => {
  it.each(examples)('$raw is $expect_valid: $note', ({ raw, expect_valid: expected }) => {
    const reading = readCardBytes(utf8(raw))
    expect(reading).toEqual(readCardText(raw))
    expect(reading.kind).toBe(expected === 'invalid' ? 'refused' : 'card')
    if (reading.kind === 'refused') return
    const [id, , name] = raw.split('|')
    expect(reading.card).toMatchObject({ idNumber: id, name })
    if (expected === 'valid') expect(contradictionsOf(reading.card.idNumber, reading.card)).toEqual([])
  })

  it('the card of 2024 is read to its seventh field, and nothing is kept of the rest', () => {
    const card = cardOf(readCardText(`${plain}|secret|||more`))
    expect(card).toEqual(cardOf(readCardText(plain)))
    expect(JSON.stringify(card)).not.toMatch(/secret|more/)
  })

  it('Chinese letters of a wrong guess are refused as wrong letters', () => {
    const guessed = examples.find(({ note }) => note.includes('mojibake'))?.raw ?? ''
    expect(readCardText(guessed)).toEqual({ kind: 'refused', why: 'letters' })
  })
})

describe('what a card may say', () => {
  it('everything that the plain card says', () => {
    expect(cardOf(readCardText(plain))).toEqual({
      idNumber: '092185990123',
      oldIdNumber: '361990123',
      name: 'Nguyễn Thị Thử Nghiệm',
      birth: '1985-09-02',
      sex: 'F',
      address: 'Khu vực 3, An Khánh, Cần Thơ',
      rawAddress: 'Khu vực 3, An Khánh, Cần Thơ',
      issued: '2021-05-10',
    })
  })

  it.each([
    ['only a year of birth', { birth: '00001945' }, { birth: '1945' }],
    ['no old number', { oldId: '' }, { oldIdNumber: null }],
    ['an old number of twelve digits', { oldId: '001095990123' }, { oldIdNumber: '001095990123' }],
    ['no day of issue', { issued: '' }, { issued: null }],
    ['no address', { address: '' }, { address: '' }],
    ['a sex without its mark', { sex: 'Nu' }, { sex: 'F' }],
    ['a man', { sex: 'Nam' }, { sex: 'M' }],
    ['a leap day', { birth: '29022000' }, { birth: '2000-02-29' }],
    [
      'doubled commas',
      { address: 'Tổ 5,, Ấp Vĩnh Quới, ,Cần Thơ' },
      { address: 'Tổ 5, Ấp Vĩnh Quới, Cần Thơ', rawAddress: 'Tổ 5,, Ấp Vĩnh Quới, ,Cần Thơ' },
    ],
  ])('%s', (_, changed, expected) => {
    expect(cardOf(readCardText(written(changed)))).toMatchObject(expected)
  })

  it.each(['\r', '\n', '\r\n', '\r\r\n'])('a hand scanner ends its line with %j', (end) => {
    expect(readCardText(plain + end)).toEqual(readCardText(plain))
    expect(readCardText(`${plain}||||${end}`)).toEqual(readCardText(plain))
    expect(readCardBytes(utf8(`${plain}||||${end}`))).toEqual(readCardText(plain))
  })

  it('an empty day of issue at the end is not taken off with the line end', () => {
    expect(cardOf(readCardText(`${written({ issued: '' })}\r\n`)).issued).toBeNull()
  })

  it('letters and their marks apart are the same card', () => {
    expect(readCardText(plain.normalize('NFD'))).toEqual(readCardText(plain))
  })
})

describe('what is refused, and why', () => {
  it.each([
    ['notACard', 'https://example.org/menu'],
    ['notACard', ''],
    ['notACard', '092185990123|361990123|Nguyễn Thị Thử Nghiệm|02091985|Nữ|Cần Thơ'],
    ['notACard', '微信支付'],
    ['letters', written({ name: 'Nguyá»…n Thá»‹ Thá»­' })],
    ['letters', written({ name: 'Hu廙軟h Hi廕簑' })],
    ['letters', written({ address: 'C\ufffdn Thơ' })],
    ['letters', written({ name: 'Nguyễn\tThị' })],
    ['idNumber', written({ id: '09218599012' })],
    ['idNumber', written({ id: '0921859901236' })],
    ['idNumber', written({ id: '09218599012O' })],
    ['idNumber', written({ id: '361990123' })],
    ['idNumber', written({ id: '' })],
    ['oldIdNumber', written({ oldId: 'B23456789' })],
    ['oldIdNumber', written({ oldId: '12345' })],
    ['name', written({ name: '' })],
    ['name', written({ name: '  ' })],
    ['birth', written({ birth: '31021985' })],
    ['birth', written({ birth: '29021900' })],
    ['birth', written({ birth: '02131985' })],
    ['birth', written({ birth: '00051985' })],
    ['birth', written({ birth: '00000000' })],
    ['birth', written({ birth: '02090085' })],
    ['birth', written({ birth: '02/09/1985' })],
    ['birth', written({ birth: '' })],
    ['sex', written({ sex: 'Nũ' })],
    ['sex', written({ sex: 'Male' })],
    ['sex', written({ sex: '' })],
    ['issued', written({ issued: '31042021' })],
    ['issued', written({ issued: '00002021' })],
  ])('%s: %s', (why, text) => {
    expect(readCardText(text)).toEqual({ kind: 'refused', why })
  })

  it('bytes that are neither UTF-8 nor windows-1258', () => {
    expect(readCardBytes(Uint8Array.of(...utf8(plain), 0xff))).toEqual({ kind: 'refused', why: 'letters' })
    expect(readCardBytes(Uint8Array.of(0xff, 0xfe, 0x7c))).toEqual({ kind: 'refused', why: 'notACard' })
  })
})

const letter = fc.constantFrom(...vietnameseLetters, ...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')
const word = fc.string({ unit: letter, minLength: 1, maxLength: 7 })
const words = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map((all) => all.join(' '))
const digits = (count: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: count, maxLength: count })
const day = fc
  .date({ min: new Date(Date.UTC(1890, 0, 1)), max: new Date(Date.UTC(2099, 0, 1)), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const card = fc.record({
  idNumber: digits(12),
  oldIdNumber: fc.option(digits(9)),
  name: words(5),
  birth: fc.oneof(
    day,
    day.map((date) => date.slice(0, 4)),
  ),
  sex: fc.constantFrom('M', 'F'),
  address: fc.array(words(3), { maxLength: 4 }).map((parts) => parts.join(', ')),
  issued: fc.option(day),
})
type MadeUp = typeof card extends fc.Arbitrary<infer T> ? T : never

const asDay = (date: string | null) => date?.split('-').toReversed().join('').padStart(8, '0') ?? ''
function codeOf({ idNumber, oldIdNumber, name, birth, sex, address, issued }: MadeUp): string {
  const sexWord = sex === 'M' ? 'Nam' : 'Nữ'
  return [idNumber, oldIdNumber ?? '', name, asDay(birth), sexWord, address, asDay(issued)].join('|')
}

/** windows-1258 by its table of the standard, marks after their letters. */
function windows1258(text: string): Uint8Array {
  const byteOf = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1258').decode(Uint8Array.of(byte)), byte]),
  )
  const one = (char: string): number[] => {
    const byte = byteOf.get(char)
    if (byte !== undefined) return [byte]
    const [base = '', ...marks] = char.normalize('NFD')
    // â, ê, ô, ă, ơ and ư are letters of their own there; only the tone stands apart.
    const shape = marks.filter((mark) => '\u0302\u0306\u031b'.includes(mark)).join('')
    const tone = marks.filter((mark) => !'\u0302\u0306\u031b'.includes(mark))
    return [(base + shape).normalize('NFC'), ...tone].map((part) => byteOf.get(part) ?? Number.NaN)
  }
  return Uint8Array.from([...text].flatMap(one))
}

/** Halves of surrogate pairs included. */
const anyText = fc.array(fc.nat(0xffff), { maxLength: 200 }).map((units) => String.fromCharCode(...units))

describe('any card', () => {
  it('that is written comes back, in either encoding, composed or not, old card or new', () => {
    fc.assert(
      fc.property(card, fc.constantFrom('', '||||', '\r\n', '||||\r'), (madeUp, end) => {
        const code = codeOf(madeUp) + end
        const expected = { ...madeUp, rawAddress: madeUp.address }
        expect(cardOf(readCardText(code))).toEqual(expected)
        expect(cardOf(readCardBytes(utf8(code)))).toEqual(expected)
        expect(cardOf(readCardBytes(utf8(code.normalize('NFD'))))).toEqual({
          ...expected,
          rawAddress: expected.rawAddress,
        })
        expect(cardOf(readCardBytes(windows1258(code)))).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('whose bytes were damaged is read as itself or refused, and garbage never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), anyText, (bytes, text) => {
        expect(readCardBytes(bytes).kind).toMatch(/^(card|refused)$/)
        expect(readCardText(text).kind).toMatch(/^(card|refused)$/)
        expect(readCardText(written({ name: text })).kind).toMatch(/^(card|refused)$/)
      }),
      { numRuns: 120 },
    )
  })

  it('never has a letter that no card has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (name) => {
        const reading = readCardText(written({ name }))
        if (reading.kind === 'refused') return
        const foreign = [...reading.card.name].filter((char) => char > '~' && !vietnameseLetters.has(char))
        expect(foreign).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})
