import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PartialDate } from '../../../src/domain/calendar-date.ts'
import { IdNumber } from '../../../src/domain/citizen-id.ts'
import { searchKey } from '../../../src/domain/person-name.ts'
import { PhoneNumber } from '../../../src/domain/phone.ts'
import { closenessOf, type Findable, searchKeysOf } from '../../../src/domain/search/find-matches.ts'
import { parseQuery, type QueryWord } from '../../../src/domain/search/search-query.ts'
import { askTokens, closenessOfToken, tokenReader } from '../../../src/domain/search/search-tokens.ts'

/** What the tokens alone say, asking closenessOf only where they say that it must be asked. */
function closenessByTokens(person: Findable, word: QueryWord): 0 | 1 | null {
  const tokens = new Set<string>()
  tokenReader()(person, (token) => void tokens.add(token))
  const { exact, together, lesser, words, maybe } = askTokens(word)
  const fromWords = [...tokens]
    .filter((token) => words !== null && token.startsWith(words))
    .map((token) => closenessOfToken(token, word))
  if (exact.some((token) => tokens.has(token)) || fromWords.includes(0)) return 0
  if (together.length > 0 && together.every((token) => tokens.has(token))) return 0
  if (lesser.some((token) => tokens.has(token)) || fromWords.includes(1)) return 1
  if (maybe.length > 0 && maybe.every((token) => tokens.has(token))) return closenessOf(searchKeysOf(person), word)
  return null
}

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-2]{${length}}$`))
const word = fc.constantFrom(
  'nguyễn',
  'Nguyên',
  'thị',
  'tuyết',
  'dương',
  'Đường',
  'đương',
  'hòa',
  'hoà',
  'an',
  'y',
  'ánh',
)
const code = fc.constantFrom('BT', 'BTXH', 'đt', 'Đ12', '0012', '1945', '2012', '12', 'hs')
const somebody: fc.Arbitrary<Findable> = fc
  .record({
    words: fc.array(word, { minLength: 1, maxLength: 4 }),
    hasMarks: fc.boolean(),
    birth: fc.option(fc.constantFrom('1945', '1945-02', '1945-02-01', '2012', '1950-12')),
    idNumber: fc.option(fc.oneof(digits(12), fc.constant('092145001945'))),
    oldIdNumber: fc.option(digits(9)),
    phone: fc.option(digits(8)),
    fileCode: fc.option(fc.array(code, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('-'))),
    hamlet: fc.option(fc.oneof(word, fc.constantFrom('5', '12', 'Thới Hòa', 'Thoi Hoa', 'KV 194'))),
  })
  .map(({ words, hasMarks, birth, idNumber, oldIdNumber, phone, ...more }) => ({
    ...more,
    name: hasMarks ? words.join(' ') : searchKey(words.join(' ')),
    birth: birth === null ? null : PartialDate.parse(birth),
    idNumber: idNumber === null ? null : IdNumber.parse(idNumber),
    oldIdNumber: oldIdNumber === null ? null : IdNumber.parse(oldIdNumber),
    phone: phone === null ? null : PhoneNumber.parse(`09${phone}`),
  }))
const typed = fc.oneof(
  word,
  word.map((whole) => whole.slice(0, 3)),
  word.map(searchKey),
  code,
  fc.constantFrom(
    '1945',
    '2012',
    '02/1945',
    '01/02/1945',
    '5',
    'bt',
    'bt0',
    'btxh12',
    'xh00',
    '0921',
    '09214',
    'đ',
    '%',
    't',
  ),
  fc.integer({ min: 1, max: 8 }).chain(digits),
)

describe('the tokens of a person', () => {
  it('answer every typed word as the person would', () => {
    fc.assert(
      fc.property(somebody, typed, (person, text) => {
        for (const asked of parseQuery(text)) {
          expect(closenessByTokens(person, asked)).toBe(closenessOf(searchKeysOf(person), asked))
        }
      }),
      { numRuns: 1500 },
    )
  })
})
