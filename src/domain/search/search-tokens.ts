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

/** `g000` to `g999`: made once, for there are thirty of them in every person. */
const tokenOfRun = Array.from({ length: 1000 }, (_, run) => `g${String(run).padStart(3, '0')}`)

function tellRuns(text: string, tell: (token: string) => void): void {
  let run = 0
  let digits = 0
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 0x30
    if (digit >= 0 && digit <= 9) {
      run = (run * 10 + digit) % 1000
      digits += 1
    } else digits = 0
    if (at + 1 < shortestPartOfNumber) continue
    tell(
      digits >= shortestPartOfNumber
        ? (tokenOfRun[run] ?? '')
        : `g${text.slice(at + 1 - shortestPartOfNumber, at + 1)}`,
    )
  }
}

function runsOf(text: string): string[] {
  const runs: string[] = []
  tellRuns(text, (run) => void runs.push(run))
  return runs
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

function tellCode(code: string, tell: (token: string) => void): void {
  tellRuns(compactFileCode(code), tell)
  for (const syllable of syllablesOf(code)) {
    const { plain } = syllable
    for (const pair of pairsOf(plain)) tell(pair)
    for (const text of beginningsOf(plain, beginningLength)) tell(`c${text}`)
    // Words of letters are few and the same in every code; running numbers are found by their signs.
    if (isMarked(syllable) || !/\d/.test(plain)) tell(wordToken({ syllable, tonesUnknown: false }))
  }
}

/**
 * Makes what reads the tokens of people. What stands between two spaces is taken apart once: names are made of few words.
 * @returns reads one person; a token may be told several times.
 */
export function tokenReader(): (person: Findable, tell: (token: string) => void) => void {
  const known = new Map<string, Chunk>()
  const chunkOf = (text: string) => {
    const before = known.get(text)
    if (before) return before
    const chunk = readChunk(text)
    known.set(text, chunk)
    return chunk
  }
  const tellText = (text: string, tell: (token: string) => void) => {
    const chunks = text.split(/\s+/).map(chunkOf)
    const tonesUnknown =
      !chunks.some((chunk) => chunk.isMarked) && chunks.reduce((sum, { count }) => sum + count, 0) > 1
    for (const chunk of chunks) {
      for (const token of tonesUnknown ? chunk.tonesUnknown : chunk.written) tell(token)
    }
  }
  return ({ name, hamlet, birth, idNumber, oldIdNumber, phone, fileCode }, tell) => {
    tellText(name, tell)
    if (hamlet !== null) tellText(hamlet, tell)
    for (const number of [idNumber, oldIdNumber]) {
      if (number === null) continue
      tellRuns(number, tell)
      for (const text of beginningsOf(number, longestBeginning)) tell(`p${text}`)
    }
    if (phone !== null) {
      tellRuns(phone, tell)
      tell(`p${phone.slice(0, beginningLength)}`)
    }
    if (fileCode !== null) tellCode(fileCode, tell)
    if (birth !== null) for (const token of birthTokens(birth)) tell(token)
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
  return { ...nothing, words: `w${plain}`, exact, maybe: runsOf(plain) }
}

function askDigits(digits: string): AskedTokens {
  if (digits.length <= pairLength) return { ...nothing, exact: [`a${digits}`] }
  const words = `w${digits}`
  if (digits.length === shortestPartOfNumber) return { ...nothing, words, exact: [`g${digits}`] }
  const maybe = runsOf(digits)
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
