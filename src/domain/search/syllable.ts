// Vietnamese text taken apart into syllables, so that a typed word can be compared with or without its marks.

/** One word of a text. `hòa` and `hoà` are the same syllable: letters `hoa`, tone grave. */
export type Syllable = {
  /** Lower case, with đ, circumflex, breve and horn, without the tone. */
  letters: string
  /** The letters without any mark: what a searcher types in a hurry. */
  plain: string
  /** The combining mark of the tone; empty for the level tone. */
  tone: string
}

const betweenWords = /[^\p{L}\p{N}\p{M}]+/u
const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g

function readSyllable(word: string): Syllable {
  const decomposed = word.toLowerCase().normalize('NFD')
  return {
    letters: decomposed.replace(toneMarks, '').normalize('NFC'),
    plain: decomposed.replace(/\p{M}+/gu, '').replaceAll('đ', 'd'),
    tone: decomposed.match(toneMarks)?.[0] ?? '',
  }
}

/** Every word of a text: runs of letters and digits. */
export function syllablesOf(text: string): Syllable[] {
  return wordsOf(text).map(readSyllable)
}

/** Takes many texts apart that are made of few words: each word is read once. */
export function syllableReader(): (text: string) => Syllable[] {
  const known = new Map<string, Syllable>()
  return (text) =>
    wordsOf(text).map((word) => {
      const before = known.get(word)
      if (before) return before
      const syllable = readSyllable(word)
      known.set(word, syllable)
      return syllable
    })
}

function wordsOf(text: string): string[] {
  return text.split(betweenWords).filter((word) => word !== '')
}

/** Whether it was written with any mark at all. */
export function isMarked({ letters, plain, tone }: Syllable): boolean {
  return tone !== '' || letters !== plain
}

/** Whether a syllable begins with what was typed, marks aside. */
export function beginsPlainly(whole: Syllable, typed: Syllable): boolean {
  return whole.plain.startsWith(typed.plain)
}

/**
 * Whether a syllable begins with what was typed, marks included: `đường` is not what `dương` asked for. The tone is
 * typed last, so that a word that is still shorter may lack it: `đươ` is on its way to `đường`, `đương` is another word.
 */
export function beginsExactly(whole: Syllable, typed: Syllable): boolean {
  if (!whole.letters.startsWith(typed.letters)) return false
  return typed.tone === whole.tone || (typed.tone === '' && typed.letters.length < whole.letters.length)
}
