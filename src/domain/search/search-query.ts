// What a searcher typed, as words that must all be found, in any order.
import { parseTypedDate, type PartialDate } from '../calendar-date.ts'
import { isMarked, type Syllable, syllablesOf } from './syllable.ts'

export type QueryWord =
  /** The beginning of a name, a hamlet or a part of a file code. */
  | { kind: 'text'; typed: Syllable; marked: boolean }
  /** Digits: part of a number, a year of birth, or a word such as the 5 of `khu vực 5`. */
  | { kind: 'digits'; typed: Syllable; digits: string }
  /** A birth as it is written: `01/02/1945` or `02/1945`. */
  | { kind: 'birth'; birth: PartialDate }
  /** Nothing but signs: nobody answers to `%`. */
  | { kind: 'signs' }

/** Words for "hamlet" that lists leave out in front of its name. */
const hamletWords = /(^|\s)(?:(?:ap|ấp|kv|khu vuc|khu vực)\s+(?=\S)|kv\.?(?=\d))/giu

function digitsWord(typed: Syllable): QueryWord {
  const digits = typed.plain.replace(/^84(?=\d{9}$)/, '0')
  return { kind: 'digits', typed: { ...typed, letters: digits, plain: digits }, digits }
}

function wordsOf(written: string): QueryWord[] {
  const birth = /^\d{1,2}[/.-]/.test(written) ? parseTypedDate(written) : null
  if (birth !== null) return [{ kind: 'birth', birth }]
  return syllablesOf(written.replace(/^\+84/, '0')).map((typed) =>
    /^\d+$/.test(typed.plain) ? digitsWord(typed) : { kind: 'text', typed, marked: isMarked(typed) },
  )
}

/**
 * Takes a search box apart. Nothing typed: no words, and everybody is found. Signs between words are nothing typed, but signs
 * alone find nobody.
 */
export function parseQuery(text: string): QueryWord[] {
  const written = text.normalize('NFC').trim()
  const words = written.replace(hamletWords, '$1').split(/\s+/).filter(Boolean).flatMap(wordsOf)
  return words.length === 0 && written !== '' ? [{ kind: 'signs' }] : words
}
