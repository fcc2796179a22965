// Who of a segment answers every word that was typed.
import { addBit, eachBit, emptyBits, keepCommon } from './bits.ts'
import { readsAsYear, searchKeysOf, shortestPartOfNumber } from './find-matches.ts'
import { findPart, personOf, placesOfRun } from './number-text.ts'
import type { QueryWord } from './search-query.ts'
import { birthNumber, type Indexable, type Segment } from './segment.ts'
import { type Answering, answeringWords, type Vocabulary } from './vocabulary.ts'

/** Who of a segment answers a word in any way, and who only in a lesser one: null where there are no lesser ones. Never changed. */
type Answers = { readonly any: Uint32Array; readonly lesser: Uint32Array | null }

/** A typed word with the words of the list that answer it, and who was found to answer it so far. */
export type AskedWord = {
  readonly word: QueryWord
  readonly answering: Answering
  readonly known: WeakMap<object, Answers>
}

/** People of a segment: who answers every word, and for each word that has lesser answers whose are. */
export type Matches = { readonly found: Uint32Array; readonly lesser: readonly Uint32Array[] }

/** So many words are remembered: more than anybody types at once. */
const rememberedWords = 16

function keyOf(word: QueryWord): string {
  switch (word.kind) {
    case 'text':
      return [word.kind, word.marked, word.typed.plain, word.typed.letters, word.typed.tone].join(' ')
    case 'digits':
      return [word.kind, word.digits].join(' ')
    case 'birth':
      return [word.kind, word.birth].join(' ')
    case 'signs':
      return word.kind
  }
}

/**
 * Looks typed words up in the vocabulary; those that few people answer come first. Who types a second word asks for the first one
 * again with every key, so the latest are remembered.
 */
export function startAsking(vocabulary: Vocabulary): (words: readonly QueryWord[]) => AskedWord[] {
  const remembered = new Map<string, AskedWord>()
  let size = 0
  const lengthOf = (word: QueryWord) => ('typed' in word ? word.typed.plain.length : 10)
  const ask = (word: QueryWord) => {
    const key = keyOf(word)
    const asked = remembered.get(key) ?? { word, answering: answeringWords(vocabulary, word), known: new WeakMap() }
    remembered.delete(key)
    remembered.set(key, asked)
    for (const [oldest] of remembered) if (remembered.size > rememberedWords) remembered.delete(oldest)
    return asked
  }
  return (words) => {
    if (size !== vocabulary.size()) remembered.clear()
    size = vocabulary.size()
    return words.toSorted((a, b) => lengthOf(b) - lengthOf(a)).map(ask)
  }
}

function addPlaces<P>({ wordBegins, wordPlaces }: Segment<P>, ids: readonly number[], bits: Uint32Array): void {
  for (const id of ids) {
    const end = wordBegins[id + 1] ?? 0
    for (let at = wordBegins[id] ?? end; at < end; at += 1) {
      const place = wordPlaces[at] ?? 0
      bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31))
    }
  }
}

/** Adds whoever has this part in a number; to `atWord` those for whom it begins a word of the file code. */
function addParts<P extends Indexable>(
  { numbers, personAt }: Segment<P>,
  part: string,
  inNumber: Uint32Array,
  atWord: Uint32Array,
): void {
  const isCertain = /^[0-9a-z]*$/.test(part)
  if (isCertain && inNumber === atWord && part.length === shortestPartOfNumber) {
    for (const place of placesOfRun(numbers, part)) addBit(inNumber, personOf(place))
    return
  }
  findPart(numbers, part, (person, beginsWord) => {
    const has = isCertain || searchKeysOf(personAt(person).beneficiary).numbers.includes(part)
    if (has) addBit(beginsWord ? atWord : inNumber, person)
  })
}

/** Adds those born from one birth number to another. */
function addBorn<P>({ birth }: Segment<P>, from: number, to: number, bits: Uint32Array): void {
  for (let place = 0; place < birth.length; place += 1) {
    const born = birth[place] ?? 0
    if (born >= from && born <= to) addBit(bits, place)
  }
}

function findAnswers<P extends Indexable>(
  segment: Segment<P>,
  { word, answering }: AskedWord,
): { exact: Uint32Array; lesser: Uint32Array | null } {
  const exact = emptyBits(segment.size)
  switch (word.kind) {
    case 'signs':
      return { exact, lesser: null }
    case 'birth': {
      const from = birthNumber(word.birth)
      const unknown = { 4: 9999, 7: 99, 10: 0 }[word.birth.length] ?? 0
      addBorn(segment, from, from + unknown, exact)
      return { exact, lesser: null }
    }
    case 'text': {
      addPlaces(segment, answering.exact, exact)
      const { plain } = word.typed
      if (!word.marked && plain.length >= shortestPartOfNumber) addParts(segment, plain, exact, exact)
      if (answering.lesser.length === 0) return { exact, lesser: null }
      const lesser = emptyBits(segment.size)
      addPlaces(segment, answering.lesser, lesser)
      return { exact, lesser }
    }
    case 'digits': {
      const { digits } = word
      addPlaces(segment, answering.exact, exact)
      if (/^[1-9]\d{3}$/.test(digits)) addBorn(segment, Number(digits) * 10_000, Number(digits) * 10_000 + 9999, exact)
      if (digits.length < shortestPartOfNumber) return { exact, lesser: null }
      const lesser = readsAsYear(digits) ? emptyBits(segment.size) : null
      addParts(segment, digits, lesser ?? exact, exact)
      return { exact, lesser }
    }
  }
}

function answersTo<P extends Indexable>(segment: Segment<P>, asked: AskedWord): Answers {
  const known = asked.known.get(segment)
  if (known) return known
  const { exact: any, lesser } = findAnswers(segment, asked)
  for (let at = 0; lesser !== null && at < lesser.length; at += 1) {
    const exact = any[at] ?? 0
    const only = (lesser[at] ?? 0) & ~exact
    any[at] = exact | only
    lesser[at] = only
  }
  const answers = { any, lesser }
  asked.known.set(segment, answers)
  return answers
}

/** Who of a segment answers every word; null when nobody does. Without words that is everybody who has not left. */
export function matchSegment<P extends Indexable>(segment: Segment<P>, asked: readonly AskedWord[]): Matches | null {
  const found = segment.live.slice()
  const lesser: Uint32Array[] = []
  for (const word of asked) {
    const answers = answersTo(segment, word)
    if (answers.lesser !== null) lesser.push(answers.lesser)
    if (!keepCommon(found, answers.any)) return null
  }
  return { found, lesser }
}

/** Calls `tell` for each lesser answer of the people, who are among the found: so many times is somebody further away. */
export function eachLesser({ lesser }: Matches, people: Uint32Array, tell: (place: number) => void): void {
  for (const bits of lesser) {
    const among = bits.slice()
    keepCommon(among, people)
    eachBit(among, tell)
  }
}
