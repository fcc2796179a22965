// Which parts of a text on screen were asked for.
import type { QueryWord } from './search-query.ts'
import { isMarked, type Syllable, syllablesOf } from './syllable.ts'
import { closenessOfWord } from './vocabulary.ts'

export type MarkedPart = { text: string; found: boolean }

type Range = { from: number; to: number }

function isAskedFor(word: QueryWord, syllable: Syllable, tonesUnknown: boolean): boolean {
  if (word.kind !== 'text' && word.kind !== 'digits') return false
  const marked = word.kind === 'text' && word.marked
  return closenessOfWord({ syllable, tonesUnknown }, word.typed, marked) !== null
}

/** Where the first letters of a word end: a letter with its marks counts once, however it is composed. */
function endOfLetters(text: string, from: number, letters: number): number {
  const pattern = /\P{M}\p{M}*/uy
  pattern.lastIndex = from
  for (let count = 0; count < letters; count += 1) pattern.exec(text)
  return pattern.lastIndex
}

function rangesOfWords(text: string, words: readonly QueryWord[]): Range[] {
  const syllables = syllablesOf(text)
  const tonesUnknown = syllables.length > 1 && !syllables.some(isMarked)
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(({ 0: written, index }) => {
    const syllable = syllablesOf(written)[0]
    if (syllable === undefined) return []
    const lengths = words.flatMap((word) =>
      'typed' in word && isAskedFor(word, syllable, tonesUnknown) ? [word.typed.plain.length] : [],
    )
    return lengths.length === 0 ? [] : [{ from: index, to: endOfLetters(text, index, Math.max(...lengths)) }]
  })
}

function rangesOfDigits(text: string, words: readonly QueryWord[]): Range[] {
  return words.flatMap((word) => {
    const from = word.kind === 'digits' ? text.indexOf(word.digits) : -1
    return word.kind === 'digits' && from >= 0 ? [{ from, to: from + word.digits.length }] : []
  })
}

function cut(text: string, ranges: Range[]): MarkedPart[] {
  const parts: MarkedPart[] = []
  let end = 0
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (to <= end) continue
    const start = Math.max(from, end)
    if (start > end) parts.push({ text: text.slice(end, start), found: false })
    parts.push({ text: text.slice(start, to), found: true })
    end = to
  }
  if (end < text.length) parts.push({ text: text.slice(end), found: false })
  return parts
}

/** Cuts a name or another text of words into the parts that were asked for and the rest. */
export function markWords(text: string, words: readonly QueryWord[]): MarkedPart[] {
  return cut(text, rangesOfWords(text, words))
}

/** The same for a number or a year. */
export function markDigits(text: string, words: readonly QueryWord[]): MarkedPart[] {
  return cut(text, rangesOfDigits(text, words))
}
