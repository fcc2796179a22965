// Who of a segment answers every word that was typed.
import { addBit, eachBit, emptyBits, keepCommon } from './bits.ts'
import { readsAsYear, searchKeysOf, shortestPartOfNumber } from './find-matches.ts'
import { findPart, personOf, placesOfRun } from './number-text.ts'
import type { QueryWord } from './search-query.ts'
import { birthNumber, type Indexable, type Segment } from './segment.ts'
import { type Answering, answeringWords, type Vocabulary } from './vocabulary.ts'

/** A typed word with the words of the list that answer it. */
export type AskedWord = { readonly word: QueryWord; readonly answering: Answering }

/** People of a segment: who answers every word, and for each word that has lesser answers whose are. */
export type Matches = { readonly found: Uint32Array; readonly lesser: readonly Uint32Array[] }

/** Looks the typed words up in the vocabulary; those that few people answer come first. */
export function askWords(vocabulary: Vocabulary, words: readonly QueryWord[]): AskedWord[] {
  const lengthOf = (word: QueryWord) => ('typed' in word ? word.typed.plain.length : 10)
  return words
    .toSorted((a, b) => lengthOf(b) - lengthOf(a))
    .map((word) => ({ word, answering: answeringWords(vocabulary, word) }))
}

type Answers = { exact: Uint32Array; lesser: Uint32Array | null }

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

function answersTo<P extends Indexable>(segment: Segment<P>, { word, answering }: AskedWord): Answers {
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

/** Who of a segment answers every word; null when nobody does. Without words that is everybody who has not left. */
export function matchSegment<P extends Indexable>(segment: Segment<P>, asked: readonly AskedWord[]): Matches | null {
  const found = segment.live.slice()
  const lesser: Uint32Array[] = []
  for (const word of asked) {
    const answers = answersTo(segment, word)
    if (answers.lesser !== null) {
      const either = answers.lesser
      for (let at = 0; at < either.length; at += 1) {
        const exact = answers.exact[at] ?? 0
        const only = (either[at] ?? 0) & ~exact
        answers.exact[at] = exact | only
        either[at] = only
      }
      lesser.push(either)
    }
    if (!keepCommon(found, answers.exact)) return null
  }
  return { found, lesser }
}

/** Calls `tell` for each lesser answer of the people, who are among the found: so many times is somebody further away. */
export function eachLesser({ lesser }: Matches, people: Uint32Array, tell: (place: number) => void): void {
  for (const bits of lesser) {
    keepCommon(bits, people)
    eachBit(bits, tell)
  }
}
