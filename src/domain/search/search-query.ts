// What a searcher typed, as words that must all be found, in any order.
import { parseTypedDate, type PartialDate } from '../calendar-date.ts'
import { isMarked, type Syllable, syllablesOf } from './syllable.ts'

/** `needle`: the word as it would begin in SearchKeys.plainText. */
export type QueryWord =
  /** The beginning of a name, a hamlet or a part of a file code. */
  | { kind: 'text'; typed: Syllable; marked: boolean; needle: string }
  /** Digits: part of a number, a year of birth, or a word such as the 5 of `khu vực 5`. */
  | { kind: 'digits'; typed: Syllable; digits: string; needle: string }
  /** A birth as it is written: `01/02/1945` or `02/1945`. */
  | { kind: 'birth'; birth: PartialDate }

/** Words for "hamlet" that lists leave out in front of its name. */
const hamletWords = /(^|\s)(?:ap|ấp|kv|khu vuc|khu vực)\s+(?=\S)/giu

function digitsWord(typed: Syllable): QueryWord {
  const digits = typed.plain.replace(/^84(?=\d{9}$)/, '0')
  return { kind: 'digits', typed, digits, needle: ` ${digits}` }
}

function wordsOf(written: string): QueryWord[] {
  const birth = /^\d{1,2}[/-]/.test(written) ? parseTypedDate(written) : null
  if (birth !== null) return [{ kind: 'birth', birth }]
  return syllablesOf(written.replace(/^\+84/, '0')).map((typed) =>
    /^\d+$/.test(typed.plain)
      ? digitsWord(typed)
      : { kind: 'text', typed, marked: isMarked(typed), needle: ` ${typed.plain}` },
  )
}

/** Takes a search box apart. Nothing typed: no words, and everybody is found. */
export function parseQuery(text: string): QueryWord[] {
  return text.normalize('NFC').replace(hamletWords, '$1').split(/\s+/).filter(Boolean).flatMap(wordsOf)
}
