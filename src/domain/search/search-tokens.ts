// What a person is filed under where nobody can walk over everybody: short texts that a database finds at once. The first letter
// tells the kind:
//   w  a word as it is written (`wduong·dương·\u0300`: plain letters, letters, tone, and ? when its tones are unknown)
//   a  the first letter, or the first two, of a word
//   g  three signs in a row of a number or a file code
//   p  the first four, five or six digits of an ID number; the first four of a phone
//   c  the first four signs of a word of a file code
//   y m d  year, month and day of birth, as far as they are known
import { compactFileCode, type Findable, readsAsYear, shortestPartOfNumber } from './find-matches.ts'
import type { QueryWord } from './search-query.ts'
import { isMarked, type Syllable, syllablesOf } from './syllable.ts'
import { closenessOfWord, type ListedWord } from './vocabulary.ts'

const between = '\u0000'
const unknown = '?'
const pairLength = 2
const beginningLength = 4
const longestBeginning = 6

function wordToken({ syllable, tonesUnknown }: ListedWord): string {
  const { plain, letters, tone } = syllable
  return ['w' + plain, letters, tone + (tonesUnknown ? unknown : '')].join(between)
}

function readWordToken(token: string): ListedWord {
  const [plain = '', letters = '', rest = ''] = token.slice(1).split(between)
  const tonesUnknown = rest.endsWith(unknown)
  return { syllable: { plain, letters, tone: tonesUnknown ? rest.slice(0, -1) : rest }, tonesUnknown }
}

function runsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - shortestPartOfNumber + 1) }, (_, at) =>
    text.slice(at, at + shortestPartOfNumber),
  )
}

function beginningsOf(text: string, longest: number): string[] {
  return Array.from({ length: Math.max(0, Math.min(longest, text.length) - beginningLength + 1) }, (_, more) =>
    text.slice(0, beginningLength + more),
  )
}

type Chunk = { count: number; isMarked: boolean; written: readonly string[]; tonesUnknown: readonly string[] }

function readChunk(chunk: string): Chunk {
  const syllables = syllablesOf(chunk)
  const pairs = syllables.flatMap(({ plain }) => pairsOf(plain))
  const tokens = (tonesUnknown: boolean) => [
    ...syllables.map((syllable) => wordToken({ syllable, tonesUnknown })),
    ...pairs,
  ]
  return {
    count: syllables.length,
    isMarked: syllables.some(isMarked),
    written: tokens(false),
    tonesUnknown: tokens(true),
  }
}

function pairsOf(plain: string): string[] {
  return plain.length < pairLength ? [`a${plain}`] : [`a${plain.slice(0, 1)}`, `a${plain.slice(0, pairLength)}`]
}

function tokensOfCode(code: string): string[] {
  const syllables = syllablesOf(code)
  return [
    ...runsOf(compactFileCode(code)).map((run) => `g${run}`),
    ...syllables.flatMap(({ plain }) => [
      ...pairsOf(plain),
      ...beginningsOf(plain, beginningLength).map((text) => `c${text}`),
    ]),
    // Words of letters are few and the same in every code; running numbers are found by their signs.
    ...syllables
      .filter((syllable) => isMarked(syllable) || !/\d/.test(syllable.plain))
      .map((syllable) => wordToken({ syllable, tonesUnknown: false })),
  ]
}

/**
 * Makes what reads the tokens of people. What stands between two spaces is taken apart once: names are made of few words.
 * @returns reads one person: every token once.
 */
export function tokenReader(): (person: Findable) => Set<string> {
  const known = new Map<string, Chunk>()
  const chunkOf = (text: string) => {
    const before = known.get(text)
    if (before) return before
    const chunk = readChunk(text)
    known.set(text, chunk)
    return chunk
  }
  return ({ name, hamlet, birth, idNumber, oldIdNumber, phone, fileCode }) => {
    const tokens = new Set<string>()
    const addText = (text: string) => {
      const chunks = text.split(/\s+/).map(chunkOf)
      const tonesUnknown =
        !chunks.some((chunk) => chunk.isMarked) && chunks.reduce((sum, { count }) => sum + count, 0) > 1
      for (const chunk of chunks) {
        for (const token of tonesUnknown ? chunk.tonesUnknown : chunk.written) tokens.add(token)
      }
    }
    const add = (kind: string, texts: readonly string[]) => {
      for (const text of texts) tokens.add(kind + text)
    }
    addText(name)
    if (hamlet !== null) addText(hamlet)
    for (const number of [idNumber, oldIdNumber]) {
      if (number !== null) add('p', beginningsOf(number, longestBeginning))
    }
    if (phone !== null) add('p', beginningsOf(phone, beginningLength))
    for (const number of [idNumber, oldIdNumber, phone]) if (number !== null) add('g', runsOf(number))
    if (fileCode !== null) add('', tokensOfCode(fileCode))
    if (birth !== null) add('', birthTokens(birth))
    return tokens
  }
}

function birthTokens(birth: string): string[] {
  return birth.split('-').map((part, at) => 'ymd'.charAt(at) + part)
}

/** Which tokens answer a typed word. */
export type AskedTokens = {
  /** Whoever has one of these answers just as it was typed. */
  readonly exact: readonly string[]
  /** Whoever has all of these does. */
  readonly together: readonly string[]
  /** Whoever has one of these answers at least in a lesser way. */
  readonly lesser: readonly string[]
  /** Tokens that begin like this are words; `closenessOfToken` says which of them answer. */
  readonly words: string | null
  /** Only who has all of these can answer otherwise; closenessOf must be asked. None: nobody answers otherwise. */
  readonly maybe: readonly string[]
}

const nothing: AskedTokens = { exact: [], together: [], lesser: [], words: null, maybe: [] }

function askText(typed: Syllable, marked: boolean): AskedTokens {
  const { plain } = typed
  if (marked) return { ...nothing, words: `w${plain}` }
  if (plain.length <= pairLength) return { ...nothing, exact: [`a${plain}`] }
  if (plain.length === shortestPartOfNumber) return { ...nothing, words: `w${plain}`, exact: [`g${plain}`] }
  const exact = plain.length === beginningLength ? [`c${plain}`] : []
  return { ...nothing, words: `w${plain}`, exact, maybe: runsOf(plain).map((run) => `g${run}`) }
}

function askDigits(digits: string): AskedTokens {
  if (digits.length <= pairLength) return { ...nothing, exact: [`a${digits}`] }
  const words = `w${digits}`
  if (digits.length === shortestPartOfNumber) return { ...nothing, words, exact: [`g${digits}`] }
  const maybe = runsOf(digits).map((run) => `g${run}`)
  const inCode = digits.length === beginningLength ? [`c${digits}`] : []
  const inNumber = digits.length <= longestBeginning ? [`p${digits}`] : []
  const year = digits.length === 4 && !digits.startsWith('0') ? [`y${digits}`] : []
  return readsAsYear(digits)
    ? { ...nothing, words, exact: [...inCode, ...year], lesser: inNumber, maybe }
    : { ...nothing, words, exact: [...inCode, ...inNumber, ...year], maybe }
}

/** Takes a typed word to the tokens that answer it. */
export function askTokens(word: QueryWord): AskedTokens {
  switch (word.kind) {
    case 'text':
      return askText(word.typed, word.marked)
    case 'digits':
      return askDigits(word.digits)
    case 'birth':
      return { ...nothing, together: birthTokens(word.birth) }
    case 'signs':
      return nothing
  }
}

/** How a word's token answers a typed word. */
export function closenessOfToken(token: string, word: QueryWord): 0 | 1 | null {
  if (word.kind !== 'text' && word.kind !== 'digits') return null
  return closenessOfWord(readWordToken(token), word.typed, word.kind === 'text' && word.marked)
}
