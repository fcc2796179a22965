// How well a person answers what was typed, person by person. The indexes give the same answers without asking everybody.
import type { Beneficiary } from '../beneficiary.ts'
import { type PartialDate, yearOf } from '../calendar-date.ts'
import type { QueryWord } from './search-query.ts'
import { isMarked, syllablesOf } from './syllable.ts'
import { closenessOfWord, type ListedWord } from './vocabulary.ts'

/** What of a person can be searched for. */
export type Findable = Pick<
  Beneficiary,
  'name' | 'birth' | 'idNumber' | 'oldIdNumber' | 'phone' | 'fileCode' | 'hamlet'
>

export type SearchKeys = {
  /** Of name, hamlet and file code. */
  words: readonly ListedWord[]
  /** ID numbers, phone and file code, apart from each other. */
  numbers: string
  birth: PartialDate | null
}

/** Digits shorter than this are in every number. */
export const shortestPartOfNumber = 3

/** A file code as one run of letters and digits: `BTXH-0042` is found by `bt` and by `xh00`, too. */
export function compactFileCode(fileCode: string | null, read = syllablesOf): string {
  return read(fileCode ?? '')
    .map(({ plain }) => plain)
    .join('')
}

/** Makes what a person is compared by. @param read takes texts apart; a syllableReader where there are many people. */
export function searchKeysOf(person: Findable, read = syllablesOf): SearchKeys {
  const texts = [person.name, person.hamlet ?? ''].map((text) => read(text))
  const words = [
    ...texts.flatMap((syllables) => {
      const tonesUnknown = syllables.length > 1 && !syllables.some(isMarked)
      return syllables.map((syllable) => ({ syllable, tonesUnknown }))
    }),
    ...read(person.fileCode ?? '').map((syllable) => ({ syllable, tonesUnknown: false })),
  ]
  const numbers = [person.idNumber, person.oldIdNumber, person.phone, compactFileCode(person.fileCode, read)].join('|')
  return { words, numbers, birth: person.birth }
}

/** How a word was found: 0 as it was typed, 1 in a lesser way; null not at all. */
export type Closeness = 0 | 1 | null

/** Four digits that read as a year ask for the year first, and may yet be part of a number. */
export function readsAsYear(digits: string): boolean {
  return /^(19|20)\d\d$/.test(digits)
}

type WordOf<Kind extends QueryWord['kind']> = Extract<QueryWord, { kind: Kind }>

function closenessOfText({ words, numbers }: SearchKeys, { typed, marked }: WordOf<'text'>): Closeness {
  const found = words.map((word) => closenessOfWord(word, typed, marked))
  if (found.includes(0)) return 0
  if (found.includes(1)) return 1
  const mayBeFileCode = !marked && typed.plain.length >= shortestPartOfNumber
  return mayBeFileCode && numbers.includes(typed.plain) ? 0 : null
}

function closenessOfDigits({ words, numbers, birth }: SearchKeys, { typed, digits }: WordOf<'digits'>): Closeness {
  if (birth !== null && digits === String(yearOf(birth))) return 0
  if (words.some((word) => closenessOfWord(word, typed, false) === 0)) return 0
  if (digits.length < shortestPartOfNumber || !numbers.includes(digits)) return null
  return readsAsYear(digits) ? 1 : 0
}

/** How a person answers one word. */
export function closenessOf(keys: SearchKeys, word: QueryWord): Closeness {
  switch (word.kind) {
    case 'text':
      return closenessOfText(keys, word)
    case 'digits':
      return closenessOfDigits(keys, word)
    case 'birth':
      return keys.birth?.startsWith(word.birth) === true ? 0 : null
    case 'signs':
      return null
  }
}

/** How far a person is from what was typed: the lesser answers counted. Null when a word has no answer. */
export function distanceOf(keys: SearchKeys, words: readonly QueryWord[]): number | null {
  let distance = 0
  for (const word of words) {
    const closeness = closenessOf(keys, word)
    if (closeness === null) return null
    distance += closeness
  }
  return distance
}
