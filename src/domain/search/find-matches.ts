// How well a person answers a word that was typed. Everything to compare with is made once per person, not per keystroke.
import type { Beneficiary } from '../beneficiary.ts'
import { type PartialDate, yearOf } from '../calendar-date.ts'
import type { QueryWord } from './search-query.ts'
import { beginsExactly, beginsPlainly, isMarked, type Syllable, syllablesOf } from './syllable.ts'

/** What of a person can be searched for. */
export type Findable = Pick<
  Beneficiary,
  'name' | 'birth' | 'idNumber' | 'oldIdNumber' | 'phone' | 'fileCode' | 'hamlet'
>

export type SearchKeys = {
  /** Words of name, hamlet and file code. */
  syllables: readonly Syllable[]
  /** The same words without marks, each with a space in front: a quick first look. */
  plainText: string
  /** Words of texts that were written without any mark, as old lists do: their tones are unknown, not level. */
  unmarked: readonly Syllable[]
  /** ID numbers, phone and file code, apart from each other. */
  numbers: string
  birth: PartialDate | null
  birthYear: string
}

/** Digits shorter than this are in every number. */
const shortestPartOfNumber = 3

/**
 * Makes what a person is compared by.
 * @param readWords reads a text's words; a list of people brings one that remembers, for names are made of few words.
 */
export function searchKeysOf(person: Findable, readWords: (text: string) => Syllable[] = syllablesOf): SearchKeys {
  const texts = [person.name, person.hamlet ?? ''].map((text) => readWords(text))
  const fileCode = readWords(person.fileCode ?? '')
  const syllables = [...texts.flat(), ...fileCode]
  const compactFileCode = fileCode.map(({ plain }) => plain).join('')
  return {
    syllables,
    plainText: syllables.map(({ plain }) => ` ${plain}`).join(''),
    unmarked: texts.filter((words) => words.length > 1 && !words.some(isMarked)).flat(),
    numbers: [person.idNumber, person.oldIdNumber, person.phone, compactFileCode].join('|'),
    birth: person.birth,
    birthYear: person.birth === null ? '' : String(yearOf(person.birth)),
  }
}

/** How a word was found: 0 as it was typed, 1 in a lesser way; null not at all. */
export type Closeness = 0 | 1 | null

type WordOf<Kind extends QueryWord['kind']> = Extract<QueryWord, { kind: Kind }>

function closenessOfText(keys: SearchKeys, { typed, marked, needle }: WordOf<'text'>): Closeness {
  if (!keys.plainText.includes(needle)) {
    const mayBeFileCode = !marked && typed.plain.length >= shortestPartOfNumber
    return mayBeFileCode && keys.numbers.includes(typed.plain) ? 0 : null
  }
  if (!marked || keys.syllables.some((word) => beginsExactly(word, typed))) return 0
  return keys.unmarked.some((word) => beginsPlainly(word, typed)) ? 1 : null
}

function closenessOfDigits(keys: SearchKeys, { digits, needle }: WordOf<'digits'>): Closeness {
  if (digits === keys.birthYear || keys.plainText.includes(needle)) return 0
  if (digits.length < shortestPartOfNumber || !keys.numbers.includes(digits)) return null
  // Four digits that read as a year ask for the year first, and may yet be part of a number.
  return /^(19|20)\d\d$/.test(digits) ? 1 : 0
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
  }
}
