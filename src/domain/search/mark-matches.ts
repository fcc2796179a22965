// Which parts of a text on screen were asked for.
import type { QueryWord } from './search-query.ts'
import { beginsExactly, beginsPlainly, isMarked, type Syllable, syllablesOf } from './syllable.ts'

export type MarkedPart = { text: string; found: boolean }

type Range = { from: number; to: number }

function isAskedFor(word: QueryWord, syllable: Syllable, tonesUnknown: boolean): boolean {
  if (word.kind === 'birth') return false
  if (word.kind === 'digits') return syllable.plain.startsWith(word.typed.plain)
  return word.marked && !tonesUnknown ? beginsExactly(syllable, word.typed) : beginsPlainly(syllable, word.typed)
}

/** Where the first letters of a word end: a letter with its marks counts once, however it is composed. */
function endOfLetters(text: string, from: number, letters: number): number {
  const pattern = /\P{M}\p{M}*/uy
  pattern.lastIndex = from
  for (let count = 0; count < letters; count += 1) pattern.exec(text)
  return pattern.lastIndex
}

function rangesOfWords(text: string, words: readonly QueryWord[]): Range[] {
  const tonesUnknown = !syllablesOf(text).some(isMarked)
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(({ 0: written, index }) => {
    const syllable = syllablesOf(written)[0]
    if (syllable === undefined) return []
    const lengths = words.flatMap((word) =>
      word.kind !== 'birth' && isAskedFor(word, syllable, tonesUnknown) ? [word.typed.plain.length] : [],
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
