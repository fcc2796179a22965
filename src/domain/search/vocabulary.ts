// The different words of a list, each once. Fifty thousand people share a few thousand of them, so whatever has to be asked of
// a word (does it begin like this, with these tones?) is asked once and not for every person.
import type { QueryWord } from './search-query.ts'
import { beginsExactly, beginsPlainly, isMarked, type Syllable, syllablesOf } from './syllable.ts'

/** A word as it stands in a list. */
export type ListedWord = {
  readonly syllable: Syllable
  /** From a text that was written without any mark, as old lists do: its tones are unknown, not level. */
  readonly tonesUnknown: boolean
}

/** The words of one text, as numbers in the vocabulary. */
export type TextWords = { readonly count: number; readonly isMarked: boolean; readonly ids: readonly number[] }

/** Numbers of the words that answer a typed word just as it was typed, and of those that answer in a lesser way. */
export type Answering = { readonly exact: readonly number[]; readonly lesser: readonly number[] }

export type Vocabulary = {
  /** How many words there are; their numbers count from 0. */
  size: () => number
  word: (id: number) => ListedWord
  /** Enters one word. */
  enter: (syllable: Syllable, tonesUnknown: boolean) => number
  /** Enters the words of a text; the same text is read once. */
  enterText: (text: string, tonesUnknown?: boolean) => TextWords
  /** Does what the first question would have to wait for. */
  prepare: () => void
  /** Which words begin like a typed one. */
  answering: (typed: Syllable, marked: boolean) => Answering
}

/** Whether a listed word answers a typed one: 0 as it was typed, 1 in a lesser way, null not at all. */
export function closenessOfWord(
  { syllable, tonesUnknown }: ListedWord,
  typed: Syllable,
  marked: boolean,
): 0 | 1 | null {
  if (!marked) return beginsPlainly(syllable, typed) ? 0 : null
  if (beginsExactly(syllable, typed)) return 0
  return tonesUnknown && beginsPlainly(syllable, typed) ? 1 : null
}

/** Starts an empty vocabulary. */
export function startVocabulary(): Vocabulary {
  const words: ListedWord[] = []
  const idOf = new Map<string, number>()
  const known = new Map<string, TextWords>()
  const knownWithoutTones = new Map<string, TextWords>()
  /** Numbers in the order of the plain letters; made again when words came since. */
  let sorted: number[] = []

  function enter(syllable: Syllable, tonesUnknown: boolean): number {
    const { letters, tone } = syllable
    const key = `${letters}${tone}${tonesUnknown ? '?' : ''}`
    const id = idOf.get(key)
    if (id !== undefined) return id
    idOf.set(key, words.length)
    return words.push({ syllable, tonesUnknown }) - 1
  }

  function enterText(text: string, tonesUnknown = false): TextWords {
    const texts = tonesUnknown ? knownWithoutTones : known
    const before = texts.get(text)
    if (before) return before
    const syllables = syllablesOf(text)
    const entered = {
      count: syllables.length,
      isMarked: syllables.some(isMarked),
      ids: [...new Set(syllables.map((syllable) => enter(syllable, tonesUnknown)))],
    }
    texts.set(text, entered)
    return entered
  }

  const plainAt = (at: number) => words[sorted[at] ?? 0]?.syllable.plain ?? ''

  function inOrder(): number[] {
    if (sorted.length !== words.length) {
      sorted = words.map((_, id) => id)
      const plain = words.map(({ syllable }) => syllable.plain)
      sorted.sort((a, b) => ((plain[a] ?? '') < (plain[b] ?? '') ? -1 : plain[a] === plain[b] ? a - b : 1))
    }
    return sorted
  }

  /** The first place in the order whose word is not before `text`. */
  function placeOf(text: string): number {
    let [low, high] = [0, inOrder().length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (plainAt(middle) < text) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    size: () => words.length,
    word: (id) => words[id] as ListedWord,
    enter,
    enterText,
    prepare: () => void inOrder(),
    answering(typed, marked) {
      const exact: number[] = []
      const lesser: number[] = []
      for (let at = placeOf(typed.plain); at < sorted.length && plainAt(at).startsWith(typed.plain); at += 1) {
        const id = sorted[at] as number
        const closeness = closenessOfWord(words[id] as ListedWord, typed, marked)
        if (closeness === 0) exact.push(id)
        else if (closeness === 1) lesser.push(id)
      }
      return { exact, lesser }
    },
  }
}

/** What of the words of a list a typed word asks for; nothing for a date. */
export function answeringWords(vocabulary: Vocabulary, word: QueryWord): Answering {
  switch (word.kind) {
    case 'text':
      return vocabulary.answering(word.typed, word.marked)
    case 'digits':
      return vocabulary.answering(word.typed, false)
    case 'birth':
    case 'signs':
      return { exact: [], lesser: [] }
  }
}
